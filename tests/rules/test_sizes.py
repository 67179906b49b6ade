"""Files and functions stay small enough to be read at once."""

import pytest

from tests.rules.trees import all_files, functions_in

SKIP = "fmt" + ": skip"
LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 300, 20


@pytest.mark.parametrize("name", all_files())
def test_a_file_is_short(name):
    assert len(all_files()[name].read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_FILE


def lines_of(function):
    """Lines of its body, without the docstring."""
    body = function.body
    is_documented = getattr(body[0], "value", None) is not None and isinstance(
        getattr(body[0].value, "value", None), str
    )
    first = body[1] if is_documented and len(body) > 1 else body[0]
    return function.end_lineno - first.lineno + 1


# Functions of tests may be longer: what happens one after the other is read from top to bottom.
@pytest.mark.parametrize("name", [name for name in all_files() if not name.startswith("tests/")])
def test_functions_are_short(name):
    sizes = {one.name: lines_of(one) for one in functions_in(all_files()[name])}
    assert {one: lines for one, lines in sizes.items() if lines > LINES_OF_A_FUNCTION} == {}


@pytest.mark.parametrize("name", all_files())
def test_the_formatter_has_the_last_word(name):
    assert SKIP not in all_files()[name].read_text(encoding="utf-8")
