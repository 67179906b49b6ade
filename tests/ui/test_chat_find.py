"""Finding in the chat."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.look import find_look
from app.ui.panes.chat.finder import Finder, fold_row
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.source import ChatFrame
from app.ui.panes.chat.words import find_parts
from tests.ui.rooms import BORIS, rows


@pytest.fixture
def pane(qtbot):
    pane = ChatPane(scrollback=500)
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show()
    told = [replace(row, user=BORIS) if row.seq % 50 == 0 else row for row in rows(1, 200)]
    pane.present(ChatFrame(told))
    pane.open_find()
    return pane


def look_for(pane, qtbot, words):
    pane.search.bar.field.setText(words)


def test_names_and_texts_are_found_and_counted(pane, qtbot):
    look_for(pane, qtbot, "HELLO 7")
    assert pane.search.finder.hits == [7, *range(70, 80)]
    assert pane.search.bar.count.text() == "11 of 11"
    look_for(pane, qtbot, "бор")
    assert pane.search.finder.hits == [50, 100, 150, 200]
    look_for(pane, qtbot, "nobody said that")
    assert pane.search.bar.count.text() == "not found"


def test_return_goes_on_around_the_ends_and_with_shift_back(pane, qtbot):
    look_for(pane, qtbot, "борис")
    field, seen = pane.search.bar.field, [pane.search.finder.current]
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        seen.append(pane.search.finder.current)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    pane.find_previous()
    seen.append(pane.search.finder.current)
    assert seen == [200, 50, 100, 200]


def test_the_hit_is_in_view_and_chosen(pane, qtbot):
    look_for(pane, qtbot, "hello 33")
    at = pane.view.rows.find(33)
    assert 0 <= pane.view.rowViewportPosition(at) < pane.view.viewport().height() - pane.view.rowHeight(at)
    assert not pane.view.is_following
    assert "hello 33" in pane.view.read_chosen_text()


def is_whole(view, seq):
    """Whether a row is in view with all its lines."""
    at = view.rows.find(seq)
    top = view.rowViewportPosition(at)
    height = view.layouts.find_layout(view.rows.rows[at], view.viewport().width()).height
    return top >= 0 and top + height <= view.viewport().height()


@pytest.mark.parametrize("height", [170, 200, 230, 300])
def test_the_hit_is_whole_in_a_low_view_among_rows_of_several_lines(pane, qtbot, height):
    told = [replace(row, text=f"{row.text}. " + "more words " * (row.seq % 9)) for row in rows(1, 60)]
    pane.present(ChatFrame(told, is_fresh=True))
    pane.search.leave()
    pane.resize(300, height)
    pane.open_find()
    for seq in (8, 17, 35, 53, 58, 60):
        look_for(pane, qtbot, f"hello {seq}.")
        qtbot.wait(1)  # the bar takes its room from the rows
        assert is_whole(pane.view, seq)


def test_a_hit_that_is_higher_than_the_view_begins_in_it(pane, qtbot):
    pane.present(
        ChatFrame(
            [replace(row, text=f"{row.text}. " + "many words " * 30) for row in rows(1, 9)], is_fresh=True
        )
    )
    pane.resize(300, 300)
    look_for(pane, qtbot, "hello 5.")
    pane.resize(300, 170)
    qtbot.wait(1)
    assert pane.view.rowViewportPosition(pane.view.rows.find(pane.search.finder.current)) == 0


def test_the_hit_stays_in_view_when_that_gets_lower(pane, qtbot):
    look_for(pane, qtbot, "hello 33")
    for height in (400, 300, 200):
        pane.resize(420, height)
        qtbot.wait(1)
        assert is_whole(pane.view, 33)


@pytest.mark.parametrize("height", [200, 300, 500])
def test_the_pill_lies_on_no_hit(pane, qtbot, height):
    pane.resize(420, height)
    for seq in (8, 100, 199, 200):
        look_for(pane, qtbot, f"hello {seq}")
        qtbot.wait(1)
        view = pane.view
        row = view.find_chosen_area().translated(view.viewport().geometry().topLeft())
        assert pane.pill.isVisible()
        assert not row.isEmpty()
        assert not pane.pill.geometry().intersects(row)


def test_going_back_leaves_the_search_first_and_then_the_place(pane, qtbot):
    look_for(pane, qtbot, "hello 33")
    pane.go_back()
    assert (pane.search.bar.isHidden(), pane.view.is_following) == (True, False)
    pane.go_back()
    assert pane.view.is_following


def test_rows_that_come_are_looked_through_too(pane, qtbot):
    look_for(pane, qtbot, "hello 20")
    before = len(pane.search.finder.hits)
    pane.present(ChatFrame(rows(201, 205)))
    qtbot.waitUntil(lambda: len(pane.search.finder.hits) == before + 5)


def test_escape_leaves_and_keeps_the_place(pane, qtbot):
    look_for(pane, qtbot, "hello 33")
    top = pane.view.find_top_row()
    qtbot.keyClick(pane.search.bar.field, Qt.Key.Key_Escape)
    assert pane.search.bar.isHidden()
    assert pane.view.find_top_row() == top
    assert not pane.view.painter.needle


def test_what_was_found_is_marked_in_rows_and_in_the_scroll_bar(pane, qtbot):
    look_for(pane, qtbot, "hello 33")
    mark = find_look().colours.wait
    for part in (pane.view.viewport(), pane.view.bar):
        image = part.grab().toImage()
        assert mark in {
            image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
        }


def test_the_field_has_the_keyboard_when_it_opens(pane, qtbot):
    qtbot.waitActive(pane)
    assert QApplication.focusWidget() is pane.search.bar.field


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8),
    st.sampled_from(["1", "2", "hello"]),
)
def test_looking_again_finds_what_looking_anew_does(steps, needle):
    finder, shown, newest = Finder(), [], 0
    for come, leave in steps:
        shown = [*shown, *rows(newest + 1, newest + come)][leave:]
        newest += come
        finder.look(shown, needle)
        assert finder.hits == [row.seq for row in shown if needle in fold_row(row)]


@pytest.mark.parametrize(
    ("text", "needle", "parts"),
    [
        ("Hello hello", "hello", [(0, 5), (6, 5)]),
        ("😂 Gg", "gg", [(3, 2)]),
        ("Straße", "e", [(5, 1)]),
        ("a", "b", []),
    ],
)
def test_the_places_of_words(text, needle, parts):
    assert list(find_parts(text, needle)) == parts
