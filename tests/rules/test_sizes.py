"""Files and functions stay small enough to be read at once."""

import pytest

from tests.rules.trees import files, functions_in

SKIP = "fmt" + ": skip"
LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 300, 20


@pytest.mark.parametrize("name", files())
def test_a_file_is_short(name):
    assert len(files()[name].read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_FILE


def lines_of(function):
    """Lines of its body, without the docstring."""
    body = function.body
    is_documented = getattr(body[0], "value", None) is not None and isinstance(
        getattr(body[0].value, "value", None), str
    )
    first = body[1] if is_documented and len(body) > 1 else body[0]
    return function.end_lineno - first.lineno + 1


@pytest.mark.parametrize("name", files())
def test_functions_are_short(name):
    long = {one.name: lines_of(one) for one in functions_in(name) if lines_of(one) > LINES_OF_A_FUNCTION}
    assert long == {}


@pytest.mark.parametrize("name", files())
def test_the_formatter_has_the_last_word(name):
    assert SKIP not in files()[name].read_text(encoding="utf-8")
