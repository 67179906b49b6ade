import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from app.ui.text import clean, clean_isolated, clean_sentence, count_utf16, write_tooltip


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("\u202eevil", "evil"),
        ("a\u2066b\u2069c", "abc"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("  padded  ", "padded"),
        ("", ""),
    ],
)
def test_words_become_one_plain_line(written, shown):
    assert clean(written) == shown


def test_a_tower_of_accents_is_cut():
    assert len(clean("Z" + "\u0301" * 100)) == 4


@given(st.text(max_size=300), st.integers(1, 60))
def test_a_line_never_exceeds_its_limit(words, limit):
    assert len(clean(words, limit)) <= limit


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing(words):
    assert clean(clean(words)) == clean(words)


@given(st.text(max_size=300))
def test_no_direction_leaks_out_of_a_field(words):
    inside = clean_isolated(words)[1:-1]
    assert not set(inside) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@given(st.text(max_size=100))
def test_lengths_are_counted_as_qt_counts(words):
    assert count_utf16(clean(words)) == sum(2 if ord(letter) > 0xFFFF else 1 for letter in clean(words))


def test_a_tooltip_shows_markup_instead_of_obeying_it():
    document = QTextDocument()
    document.setHtml(write_tooltip("<b>bold</b> & <img src=x>"))
    assert document.toPlainText() == "<b>bold</b> & <img src=x>"


def test_the_parts_of_a_tooltip_stand_from_left_to_right_whatever_is_written_in_them():
    document = QTextDocument()
    document.setHtml(write_tooltip("ليلى 2.0", "", "@tormi", "Rose ×10"))
    assert document.toPlainText() == "\u2068ليلى 2.0\u2069  \u2068@tormi\u2069  \u2068Rose ×10\u2069"
    assert document.firstBlock().textDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    "blank", ["\u3164", "\u2800 \u2800", "\ufe0f\u200d", "\U000e0041", "\u115f", "\u200b"]
)
def test_words_of_which_nothing_could_be_seen_are_none(blank):
    assert clean(blank) == ""
    assert clean(f"{blank}b").endswith("b")


def test_fields_of_a_sentence_stay_isolated_and_nothing_else_does():
    assert clean_sentence("Won\nagainst \u2068ليلى\u2069, \u2068a\u202eb\u2069") == (
        "Won against \u2068ليلى\u2069, \u2068ab\u2069"
    )
    assert clean_sentence("\u2067a\u2069 \u2068b") == "a b"


@given(st.text("ab \u2066\u2067\u2068\u2069\ufdd0\ufdd1\u202e", max_size=60), st.integers(1, 40))
def test_each_field_of_a_sentence_ends_in_it_however_short_it_is_cut(words, limit):
    line = clean_sentence(words, limit)
    assert len(line) <= limit
    depth = 0
    for letter in line:
        depth += (letter == "\u2068") - (letter == "\u2069")
        assert depth in {0, 1}
    assert depth == 0
    assert not set(line) & set("\u2066\u2067\u202e")
