import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.theme import DARK, LEAST_CONTRAST, MARK_PAIRS, TEXT_PAIRS, contrast, name_colour


def test_black_on_white_is_21_to_1():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(text, ground):
    assert contrast(getattr(DARK, text), getattr(DARK, ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_can_be_seen(mark, ground):
    assert contrast(getattr(DARK, mark), getattr(DARK, ground)) >= 3


@given(st.integers(0, 2**63))
def test_every_name_can_be_read_on_a_card(user_id):
    assert contrast(name_colour(user_id), DARK.raised) >= LEAST_CONTRAST
    assert contrast(name_colour(user_id), DARK.card) >= LEAST_CONTRAST


def test_a_person_keeps_their_colour():
    assert name_colour(7_000_000_000_000_000_001) == name_colour(7_000_000_000_000_000_001)


def test_people_with_ids_of_nineteen_digits_have_different_colours():
    ids = range(7_278_642_361_779_281_000, 7_278_642_361_779_281_050)
    assert len({name_colour(user_id) for user_id in ids}) > 40
