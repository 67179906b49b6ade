"""The chat stands still for who reads it, and says where they stopped looking."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.session import Tell
from app.settings import Choices
from app.state.facts import KeptRows
from app.ui.look import find_look
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.source import ChatFrame
from app.ui.wishes import Prefer
from tests.ui.rooms import rows


@pytest.fixture
def pane(qtbot):
    pane = ChatPane()
    pane.wishes = []
    pane.wish.connect(pane.wishes.append)
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show()
    pane.present(ChatFrame(rows(1, 100)))
    return pane


def enter(pane):
    place = QPointF(20, 20)
    QApplication.sendEvent(pane.view.viewport(), QEnterEvent(place, place, place))


def leave(pane):
    QApplication.sendEvent(pane.view.viewport(), QEvent(QEvent.Type.Leave))


def test_under_the_mouse_nothing_moves_where_that_is_wished(pane, qtbot):
    pane.prefer(Choices(chat_pause_hover="always"))
    enter(pane)
    before = pane.view.find_top_row()
    pane.present(ChatFrame(rows(101, 140)))
    pane.present(ChatFrame(rows(141, 150)))
    assert pane.view.find_top_row() == before
    qtbot.waitUntil(lambda: pane.pill.text() == "Paused · ▼ 50 new")
    leave(pane)
    qtbot.waitUntil(lambda: not pane.pill.isVisible())
    assert pane.view.find_last_seen() == 150


def test_under_the_mouse_rows_move_where_nothing_is_wished(pane):
    enter(pane)
    pane.present(ChatFrame(rows(101, 140)))
    assert pane.view.find_last_seen() == 140


def test_a_short_pause_is_over_by_itself(pane, qtbot):
    pane.prefer(Choices(chat_pause_hover="0.5"))
    enter(pane)
    pane.present(ChatFrame(rows(101, 140)))
    assert pane.pill.isVisible()
    qtbot.waitUntil(lambda: pane.view.find_last_seen() == 140)


@pytest.mark.parametrize("is_wished", [True, False])
def test_ctrl_pauses_while_it_is_held(pane, qtbot, is_wished):
    pane.prefer(Choices(chat_pause_ctrl=is_wished))
    qtbot.keyPress(pane.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    pane.present(ChatFrame(rows(101, 140)))
    assert pane.pill.isVisible() is is_wished
    qtbot.keyRelease(pane.view, Qt.Key.Key_Control)
    qtbot.waitUntil(lambda: pane.view.find_last_seen() == 140)


def scroll_up(pane):
    pane.view.scroll_rows(-40)
    pane.present(ChatFrame(rows(101, 102)))


def test_a_chat_that_nobody_touches_goes_on_where_that_is_wished(pane):
    pane.prefer(Choices())
    scroll_up(pane)
    assert not pane._resume.timer.isActive()
    pane.prefer(Choices(chat_resume_s=30))
    assert (pane._resume.timer.isActive(), pane._resume.timer.interval()) == (True, 30_000)
    pane._resume.timer.timeout.emit()
    assert (pane.view.is_following, pane._resume.timer.isActive()) == (True, False)
    scroll_up(pane)
    assert pane._resume.timer.isActive()
    pane.scroll_to_bottom()
    assert not pane._resume.timer.isActive()


def test_hands_on_the_chat_begin_the_while_anew(pane, qtbot):
    pane.prefer(Choices(chat_resume_s=30))
    scroll_up(pane)
    begun = []
    pane._resume.timer.start = lambda: begun.append(True)
    pane.present(ChatFrame(rows(103, 104)))
    assert not begun
    qtbot.keyClick(pane.view, Qt.Key.Key_Up)
    assert begun


def test_it_stays_while_somebody_looks_for_words(pane):
    pane.prefer(Choices(chat_resume_s=30))
    scroll_up(pane)
    pane.open_find()
    pane._resume.timer.timeout.emit()
    assert (pane.view.is_following, pane._resume.timer.isActive()) == (False, True)


@pytest.mark.parametrize("back", ["pill", "key", "end"])
def test_ways_back(pane, qtbot, back):
    pane.view.scroll_rows(-40)
    pane.present(ChatFrame(rows(101, 102)))
    ways = {
        "pill": lambda: qtbot.mouseClick(pane.pill, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)),
        "key": pane.scroll_to_bottom,
        "end": lambda: qtbot.keyClick(pane.view, Qt.Key.Key_End),
    }
    ways[back]()
    assert pane.view.is_following


def test_a_line_stands_above_what_came_since_nobody_looked(pane):
    pane.present(ChatFrame(rows(101, 103)))
    pane.view.grab()
    pane.view.looked_until = 100
    at = pane.view.rows.find(101)
    image = pane.view.viewport().grab().toImage()
    y = pane.view.rowViewportPosition(at)
    assert image.pixelColor(200, y + 1).name() == find_look().colours.focus
    assert image.pixelColor(200, y + pane.view.rowHeight(at) + 1).name() != find_look().colours.focus


def test_losing_the_focus_begins_what_is_new(qtbot, pane):
    pane.view.isActiveWindow = lambda: False
    QApplication.sendEvent(pane.view, QEvent(QEvent.Type.ActivationChange))
    assert pane.view.looked_until == 100


def test_scrollback_text_and_font_hold_at_once(pane):
    pane.prefer(Choices(chat_scrollback=100, chat_text_px=28, chat_font="DejaVu Sans"))
    assert pane.view.text_pixels == 28
    assert pane.view.layouts.fonts.text.families()[0] == "DejaVu Sans"
    pane.present(ChatFrame(rows(101, 1_000)))
    assert len(pane.model.rows) == 100
    pane.prefer(Choices(chat_scrollback=500))
    assert [pane.model.rows[0].seq, len(pane.model.rows)] == [501, 500]


def test_zoom_is_kept_for_the_next_time(pane):
    pane.zoom(1)
    assert pane.wishes == [Prefer({"chat_text_px": 24})]


def test_the_state_is_asked_for_more_rows_than_it_keeps(pane):
    pane.prefer(Choices(chat_scrollback=100_000))
    pane.present(ChatFrame((), is_fresh=True))
    assert pane.wishes == [Tell(KeptRows(100_000))] * 2


def test_the_first_whole_row_says_its_time_wherever_one_reads(pane):
    """All rows are of one minute: but for this its time would scroll out of view with the first."""
    view = pane.view
    places = []
    for _ in range(5):
        view.grab()
        timed = [at for at in range(len(view.rows.rows)) if view._is_timed(at) and at]
        places.append(view.rowViewportPosition(timed[0]))
        assert len(timed) == 1
        view.scroll_rows(-7)
    assert all(0 <= place < 2 * view.rowHeight(50) for place in places)


@pytest.mark.parametrize("is_over", [True, False])
def test_what_was_said_of_a_row_goes_when_the_row_moves_away(pane, monkeypatch, is_over):
    QToolTip.showText(pane.mapToGlobal(QPoint(5, 5)), "Anna", pane.view)
    assert QToolTip.isVisible()
    monkeypatch.setattr(pane.view.viewport(), "underMouse", lambda: is_over, raising=False)
    hidden = []
    monkeypatch.setattr(QToolTip, "hideText", lambda: hidden.append(True))
    pane.present(ChatFrame(rows(900, 901)))
    assert bool(hidden) == is_over
