from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.session import Tell
from app.settings import Choices
from app.state.facts import KeptRows
from app.ui.look import find_look
from app.ui.panes.chat.fonts import ChatFonts
from app.ui.panes.chat.grounds import blend
from app.ui.panes.chat.layout import ChatLayouts
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.source import ChatFrame
from tests.ui.rooms import rows

LONG = "a sentence that is long enough to be wrapped over several lines of a narrow column of text "


@pytest.fixture
def pane(qtbot):
    pane = ChatPane(scrollback=200)
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show()
    pane.present(ChatFrame(rows(1, 100, LONG)))
    return pane


def first_seen(pane):
    return pane.model.rows[pane.view.rowAt(0)].seq


def last_seen_bottom(pane):
    last = len(pane.model.rows) - 1
    return pane.view.rowViewportPosition(last) + pane.view.rowHeight(last)


def scroll_up(pane, by=40):
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() - by)


def test_the_newest_row_is_wholly_in_view(pane):
    assert 0 < last_seen_bottom(pane) <= pane.view.viewport().height()


def test_the_state_keeps_what_can_be_scrolled_back_to(pane):
    told = []
    pane.wish.connect(told.append)
    for rows_kept in (1_000, 50_000, 50_000, 1_000):
        pane.prefer(Choices(chat_scrollback=rows_kept))
    assert told == [Tell(KeptRows(50_000)), Tell(KeptRows(20_000))]


def test_new_rows_keep_the_bottom_in_view(pane):
    pane.present(ChatFrame(rows(101, 150, LONG)))
    assert pane.view.is_following
    assert 0 < last_seen_bottom(pane) <= pane.view.viewport().height()


def test_rows_are_as_high_as_their_text(pane):
    last = len(pane.model.rows) - 1
    assert pane.view.rowHeight(last) > 2 * ChatFonts(21).line_height


def test_scrolling_up_pauses_and_the_pill_counts_what_came(pane):
    scroll_up(pane)
    pane.present(ChatFrame(rows(101, 137)))
    assert not pane.view.is_following
    assert pane.pill.isVisible()
    assert pane.pill.text() == "Paused · ▼ 37 new"


def test_the_reader_keeps_the_place_while_rows_come(pane):
    scroll_up(pane)
    before = first_seen(pane)
    pane.present(ChatFrame(rows(101, 110)))
    assert first_seen(pane) == before


def test_nothing_leaves_while_somebody_reads(pane):
    scroll_up(pane)
    before = first_seen(pane)
    for first in range(101, 3_101, 100):
        pane.present(ChatFrame(rows(first, first + 99)))
    assert pane.model.rows[0].seq == 1
    assert first_seen(pane) == before


def test_of_what_was_kept_for_the_reader_the_oldest_leave_when_they_are_back(pane):
    scroll_up(pane)
    pane.present(ChatFrame(rows(101, 1_100)))
    pane.view.follow()
    assert len(pane.model.rows) == 200
    assert 0 < last_seen_bottom(pane) <= pane.view.viewport().height()


def test_beyond_twenty_thousand_rows_the_oldest_leave_and_it_is_said(pane, qtbot):
    scroll_up(pane, by=5)
    pane.present(ChatFrame(rows(101, 19_000, "x")))
    pane.present(ChatFrame(rows(19_001, 20_050, "x")))
    assert len(pane.model.rows) == 19_050
    qtbot.waitUntil(lambda: "1,000 older rows dropped" in pane.pill.text())
    pane.view.follow()
    assert pane.model.dropped == 0


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_home_goes_to_the_oldest_row_and_end_to_the_newest(pane, qtbot, modifier):
    qtbot.keyClick(pane.view, Qt.Key.Key_Home, modifier)
    assert (first_seen(pane), pane.view.is_following) == (1, False)
    qtbot.keyClick(pane.view, Qt.Key.Key_End, modifier)
    assert pane.view.is_following


def test_arrows_move_the_current_row_which_stays_in_view(pane, qtbot):
    seen = []
    for _ in range(30):
        qtbot.keyClick(pane.view, Qt.Key.Key_Up)
        row = pane.view.find_current_row()
        at = pane.view.rows.find(row.seq)
        assert pane.view.rowViewportPosition(at) >= 0
        seen.append(row.seq)
    assert seen == list(range(100, 70, -1))
    assert not pane.view.is_following
    for _ in range(29):
        qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert pane.view.find_current_row().seq == 100
    assert pane.view.is_following


def test_pages_leave_no_row_out(pane, qtbot):
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    while not pane.view.is_following:
        last = pane.model.rows[pane.view.rowAt(pane.view.viewport().height() - 1)].seq
        qtbot.keyClick(pane.view, Qt.Key.Key_PageDown)
        assert first_seen(pane) <= last + 1
    newest = first_seen(pane)
    qtbot.keyClick(pane.view, Qt.Key.Key_PageUp)
    assert first_seen(pane) < newest
    assert pane.model.rows[pane.view.rowAt(pane.view.viewport().height() - 1)].seq >= newest - 1


@pytest.mark.parametrize("kind", ["comment", "follow"])
def test_a_chosen_row_is_marked(pane, kind):
    pane.present(ChatFrame([replace(row, kind=kind) for row in rows(1, 3)], is_fresh=True))
    pane.view.selectRow(1)
    picture = pane.view.viewport().grab().toImage()
    y = pane.view.rowViewportPosition(1) + 1
    assert picture.pixelColor(3, y).name() == find_look().colours.focus
    assert picture.pixelColor(400, y).name() == blend(
        find_look().colours.card, find_look().colours.focus, 0.25
    )


def test_the_pill_stays_at_the_lower_edge_when_the_list_changes_its_height(pane, qtbot):
    scroll_up(pane)
    for height in (300, 560):
        pane.resize(420, height)
        qtbot.wait(1)
        edge = pane.view.viewport().geometry().bottom()
        assert edge - 40 < pane.pill.geometry().bottom() <= edge


def test_the_pill_leads_back(pane, qtbot):
    scroll_up(pane)
    qtbot.mouseClick(pane.pill, Qt.MouseButton.LeftButton)
    assert pane.view.is_following
    assert not pane.pill.isVisible()


def test_scrolling_to_the_end_by_hand_follows_again(pane):
    scroll_up(pane)
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    assert pane.view.is_following


def test_another_width_keeps_the_newest_row_whole(pane):
    pane.resize(300, 420)
    assert pane.view.is_following
    assert 0 < last_seen_bottom(pane) <= pane.view.viewport().height()


def test_larger_text_makes_higher_rows_and_stays_at_the_end(pane):
    before = pane.view.rowHeight(len(pane.model.rows) - 1)
    pane.zoom(2)
    assert pane.view.rowHeight(len(pane.model.rows) - 1) > before
    assert pane.view.is_following


def test_text_sizes_have_ends(pane):
    pane.zoom(100)
    pane.zoom(-100)
    pane.zoom(0)
    assert pane.view.text_pixels == 21


def test_the_words_before_the_first_row_give_way_to_it(qtbot):
    pane = ChatPane()
    qtbot.addWidget(pane)
    pane.show()
    assert pane.empty.isVisible()
    pane.present(ChatFrame(rows(1, 1)))
    assert not pane.empty.isVisible()


def test_layouts_hold_the_words_as_written():
    row = replace(rows(1, 1)[0], text="<b>not bold</b> &amp; <script>")
    assert "<b>not bold</b> &amp; <script>" in ChatLayouts(ChatFonts(21)).find_layout(row, 400).text.text()


def test_layouts_are_remembered_until_the_row_changes():
    layouts, row = ChatLayouts(ChatFonts(21)), rows(1, 1)[0]
    assert layouts.find_layout(row, 400) is layouts.find_layout(row, 400)
    assert layouts.find_layout(replace(row, is_deleted=True), 400) is not layouts.find_layout(row, 400)


def test_a_row_without_words_has_a_height():
    assert ChatLayouts(ChatFonts(21)).find_layout(replace(rows(1, 1)[0], text=""), 400).height > 0


def test_a_row_that_changed_is_drawn_anew(pane):
    told = rows(1, 3)
    pane.present(ChatFrame(told, is_fresh=True))
    before = pane.view.grab().toImage()
    pane.present(ChatFrame((), edits=[replace(told[1], is_deleted=True)]))
    assert pane.view.grab().toImage() != before


def test_there_is_nothing_to_scroll_by_while_all_rows_are_in_view(qtbot):
    pane = ChatPane(scrollback=200)
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show()
    pane.present(ChatFrame(rows(1, 2, "short")))
    assert not pane.view.verticalScrollBar().isEnabled()
    pane.present(ChatFrame(rows(3, 100, "short")))
    assert pane.view.verticalScrollBar().isEnabled()
