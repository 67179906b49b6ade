"""Long comments are cut after some lines if that is wished; two clicks and a key show the rest."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.events import Emote
from app.settings import DEFAULTS
from app.state import ChatRow
from app.ui.panes.chat.fonts import ChatFonts
from app.ui.panes.chat.layout import ChatLayouts
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.source import ChatFrame
from app.ui.panes.chat.style import RowStyle
from tests.ui.rooms import ANNA, NOON, rows

LONG = "what a long comment this is, it goes on and on, nobody knows where it ends " * 5
LETTERS = st.sampled_from([*"abc ؟مرحبا日本🎶👨‍👩‍👧é-.", "straße ", "👩🏽‍🚀 "])


def lay_out(text, lines, width=300, **fields):
    row = ChatRow(NOON, "comment", ANNA, text, seq=1, **fields)
    return ChatLayouts(ChatFonts(21, RowStyle(lines=lines))).find_layout(row, width)


def count_lines(layout):
    return 1 + len(layout.lines)


@pytest.mark.parametrize("lines", [1, 2, 3, 5])
def test_so_many_lines_are_shown(qapp, lines):
    layout = lay_out(LONG, lines)
    assert (count_lines(layout), layout.is_folded, layout.text.text()[-1]) == (lines, True, "…")
    assert LONG.startswith(layout.text.text()[:-1])


def test_what_has_room_and_what_is_not_said_by_anybody_stays_whole(qapp):
    assert not lay_out(LONG, 0).is_folded
    assert not lay_out("short", 1).is_folded
    row = ChatRow(NOON, "notice", text=LONG, seq=1)
    assert not ChatLayouts(ChatFonts(21, RowStyle(lines=1))).find_layout(row, 300).is_folded


@settings(max_examples=60, deadline=None)
@given(st.lists(LETTERS, max_size=200).map("".join), st.integers(1, 5), st.integers(140, 700))
def test_no_row_has_more_lines_than_was_wished_for_beside_that_of_the_name(qapp, text, lines, width):
    layout = lay_out(text, lines, width)
    assert layout.text.lineCount() <= lines
    assert all(layout.text.lineAt(at).naturalTextWidth() <= width for at in range(layout.text.lineCount()))


def test_how_often_something_was_said_is_seen_also_where_it_is_folded(qapp):
    assert lay_out(LONG, 2, count=7).text.text().endswith("…  ×7")


def test_emotes_that_are_left_out_are_not_drawn(qapp):
    emotes = tuple(Emote(at, "e", "https://x/e.png") for at in (2, 300))
    assert [len(lay_out(LONG, lines, emotes=emotes).emotes) for lines in (0, 2)] == [2, 1]


@pytest.fixture
def pane(qtbot):
    pane = ChatPane()
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.prefer(replace(DEFAULTS, chat_lines=2))
    pane.show()
    pane.present(ChatFrame(rows(1, 60, LONG)))
    pane.view.setFocus()
    return pane


def find_height(pane, at):
    return pane.view.rowHeight(at)


def test_a_key_shows_the_current_row_whole_and_folds_it_again(pane):
    view, line = pane.view, pane.view.layouts.fonts.line_height
    at = len(pane.model.rows) - 3
    view.choose_row(at)
    heights = []
    for _ in range(3):
        heights.append(find_height(pane, at) // line)
        pane.turn_row()
        assert pane.view.find_chosen_area().intersects(pane.view.viewport().rect())
    assert heights == [2, heights[1], 2]
    assert heights[1] > 4
    assert not view.is_following


def test_two_clicks_show_a_row_whole(pane, qtbot):
    view = pane.view
    at = view.rowAt(view.viewport().height() // 2)
    before = find_height(pane, at)
    place = view.visualRect(pane.model.index(at, 0)).center()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert find_height(pane, at) > 2 * before


def test_rows_are_whole_while_somebody_looks_for_words(pane):
    pane.open_find()
    pane.search.bar.field.setText("knows where it ends")
    last = pane.view.rowAt(pane.view.viewport().height() // 2)
    assert find_height(pane, last) > 4 * pane.view.layouts.fonts.line_height
    pane.go_back()
    last = pane.view.rowAt(pane.view.viewport().height() // 2)
    assert find_height(pane, last) // pane.view.layouts.fonts.line_height == 2


def see_whole(pane, at):
    """Whether the beginning and the end of a row are in view."""
    top = pane.view.rowViewportPosition(at)
    return top >= 0 and top + pane.view.rowHeight(at) <= pane.view.viewport().height()


@pytest.mark.parametrize("text", [LONG, "日本語のとても長いコメント" * 30, "مرحبا بكم في البث " * 25])
@pytest.mark.parametrize("size", [(300, 150), (300, 240), (420, 500)])
def test_a_comment_is_never_higher_than_the_view_unless_somebody_unfolds_it(qtbot, text, size):
    pane = ChatPane()
    qtbot.addWidget(pane)
    pane.resize(*size)
    pane.prefer(DEFAULTS)
    pane.show()
    pane.present(ChatFrame(rows(1, 20, text)))
    last = len(pane.model.rows) - 1
    assert see_whole(pane, last)
    pane.resize(size[0], size[1] - 30)
    assert see_whole(pane, last)
    pane.view.choose_row(last)
    pane.turn_row()
    assert not pane.view.layouts.find_layout(pane.model.rows[last], pane.view.viewport().width()).is_folded
    assert pane.view.rowViewportPosition(last) >= 0 or see_whole(pane, last)


def test_what_a_higher_view_has_room_for_is_shown_whole_again(qtbot):
    pane = ChatPane()
    qtbot.addWidget(pane)
    pane.resize(300, 150)
    pane.prefer(DEFAULTS)
    pane.show()
    pane.present(ChatFrame(rows(1, 3, LONG)))
    before = find_height(pane, 2)
    pane.resize(300, 900)
    assert find_height(pane, 2) > 3 * before
    assert see_whole(pane, 2)
