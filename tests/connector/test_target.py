import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.connector.target import target_of, unique_id_of
from app.errors import UsageError


@pytest.mark.parametrize(
    "typed",
    [
        "some.name_1",
        "@some.name_1",
        "  @some.name_1 \n",
        "https://www.tiktok.com/@some.name_1",
        "https://www.tiktok.com/@some.name_1/live?enter_from=x",
        "tiktok.com/@some.name_1/live",
        "http://m.tiktok.com/@some.name_1/",
        "https://www.tiktok.com/%40some.name_1/live",
    ],
)
def test_names_and_addresses(typed):
    assert unique_id_of(typed) == "some.name_1"


@pytest.mark.parametrize(
    "typed",
    ["", "@", "a b", "@@twice", "x" * 31, "naïve", "https://example.com/@name", "https://www.tiktok.com/",
     "https://tiktok.com.evil.example/@name", "https://www.tiktok.com/live", "https://[::1/@name"],
)  # fmt: skip
def test_what_cannot_be_a_name_is_refused_in_one_sentence(typed):
    with pytest.raises(UsageError) as error:
        unique_id_of(typed)
    assert "\n" not in error.value.line


@given(st.text())
def test_any_text_is_a_name_or_refused(typed):
    with contextlib.suppress(UsageError):
        assert unique_id_of(typed).isascii()


@pytest.mark.parametrize(("typed", "word"), [("room:abc", "room"), ("id:", "user"), ("room:1", "room")])
def test_a_number_that_is_none_is_said(typed, word):
    with pytest.raises(UsageError, match=f"not the number of a {word}"):
        target_of(typed)
