"""A pane that was closed by a fault says so in its place; the others stay, and it is made anew on a wish."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.blame import find_culprit
from app.ui.placeholder import ClosedPane
from app.ui.wishes import FillScreen, LookBeneath, PopOut, ReportProblem, ShowAgain
from app.words import placeholder as words
from tests.ui.faulty import ROWS, Live, boom, fail, fail_in

COVERS = [name for name, row in ROWS.items() if row.kind.COVERS]


@pytest.fixture
def busy(qtbot, monkeypatch):
    live = Live(qtbot, monkeypatch)
    live.look()
    yield live
    live.window.feed.stop()
    live.window.close()


@pytest.mark.parametrize("name", [name for name in ROWS if name not in COVERS])
def test_what_can_be_done_with_a_pane_made_anew_can_be_done_as_before(busy, name):
    before = [action.text() for action in busy.panes[name].actions()]
    closed = fail_in(busy, name)
    for row in busy.window.bindings.rows:
        if row.pane == name:
            busy.window.bindings.actions[row.name].trigger()  # which does nothing, and does no harm
    closed.button.click()
    after = [action.text() for action in busy.panes[name].actions()]
    assert after == before
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    busy.window.bindings.tick()
    assert [action.text() for action in busy.panes[name].actions()] == before


def test_keys_reach_the_chat_that_was_made_anew(busy, qtbot):
    fail_in(busy, "chat").button.click()
    busy.window.bindings.actions["find"].trigger()
    assert busy.panes["chat"].isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_goes_to_the_way_back_and_from_there_to_the_pane(busy, qtbot):
    busy.panes["chat"].find_first_stop().setFocus()
    closed = fail_in(busy, "chat")
    assert busy.window.focusWidget() is closed.button
    qtbot.keyClick(closed.button, Qt.Key.Key_Space)
    assert busy.panes["chat"].isAncestorOf(busy.window.focusWidget())


def test_a_pane_with_a_window_of_its_own_is_closed_and_made_anew_there(busy):
    busy.window.grants.grant(PopOut("chat"))
    own = busy.panes["chat"].window()
    closed = fail_in(busy, "chat")
    assert closed.window() is own is not busy.window
    assert closed.isVisible()
    closed.button.click()
    assert busy.panes["chat"].window() is own
    assert busy.panes["chat"].isVisible()
    own.redress()
    own.close()
    assert busy.panes["chat"].window() is busy.window


@pytest.mark.parametrize("name", COVERS)
def test_what_nobody_sees_is_said_and_brought_back_by_the_menu(busy, name):
    assert not busy.panes[name].isVisible()
    closed = fail_in(busy, name)
    status = busy.stage.state.connection.status
    assert status.notice == words.UNSEEN.fill(pane=closed.accessibleName())
    assert status.notice_hint == words.WAY_BACK
    assert busy.panes["chat"].isVisible()
    action = busy.window.bindings.actions["show_again"]
    assert action.isEnabled()
    action.trigger()
    assert not busy.panes[name].is_closed
    assert not action.isEnabled()
    assert busy.panes["chat"].isVisible()


def test_several_are_brought_back_at_once(busy):
    for name in ("chat", "gifts", "header"):
        fail_in(busy, name)
    busy.window.grants.grant(ShowAgain())
    assert not busy.window.remaking.closed_names


def test_a_pane_that_cannot_tell_whether_it_needs_room_is_closed_too(busy, monkeypatch):
    monkeypatch.setattr(ROWS["battle"].kind, "is_prominent", property(fail))
    with pytest.raises(ZeroDivisionError) as raised:
        _ = busy.panes["battle"].is_prominent
    assert busy.window.remaking.close_culprit(raised.value)
    assert busy.panes["battle"].is_closed


def test_who_looks_beneath_a_cover_still_does(busy):
    busy.window.grants.grant(FillScreen())
    busy.window.grants.grant(LookBeneath())
    assert busy.panes["chat"].isVisible()
    fail_in(busy, "chat").button.click()
    assert busy.panes["chat"].isVisible()


def test_a_pane_that_fails_again_is_closed_again(busy):
    fail_in(busy, "gifts").button.click()
    assert fail_in(busy, "gifts").is_closed


def test_a_report_is_offered_where_there_is_room_and_somebody_who_makes_it(busy):
    closed = fail_in(busy, "chat")
    assert not closed.reporting.isVisible()
    wishes = []
    busy.window.grants.add(ReportProblem, wishes.append)
    closed.button.click()
    closed = fail_in(busy, "chat")
    closed.reporting.click()
    assert closed.reporting.isVisible()
    assert wishes == [ReportProblem()]
    closed.resize(200, 200)
    assert not closed.reporting.isVisible()


@pytest.mark.usefixtures("lettering")
@pytest.mark.parametrize("name", ROWS)
def test_the_sentence_and_the_way_back_fit_also_where_the_pane_is_smallest(qtbot, name):
    closed = ClosedPane(ROWS[name])
    qtbot.addWidget(closed)
    closed.resize(closed.minimumSizeHint())
    closed.show()
    closed.offer(frozenset({ReportProblem}))
    closed.layout().activate()
    assert closed.rect().contains(closed.button.geometry())
    assert closed.button.width() >= closed.button.sizeHint().width()
    assert closed.sentence.height() >= closed.sentence.heightForWidth(closed.sentence.width())
    assert not closed.sentence.geometry().intersects(closed.button.geometry())


def test_what_comes_out_of_no_pane_closes_none(busy):
    with pytest.raises(ZeroDivisionError) as raised:
        boom()
    assert not busy.window.remaking.close_culprit(raised.value)
    assert not busy.window.remaking.closed_names


class Delegate(QObject):
    def paint(self):
        raise ZeroDivisionError


def test_it_comes_out_of_a_pane_also_where_its_widgets_are_everybodys(busy):
    delegate = Delegate(busy.panes["thanks"].findChild(QWidget))
    with pytest.raises(ZeroDivisionError) as raised:
        delegate.paint()
    assert find_culprit(raised.value, busy.panes) == "thanks"
