"""A fault in one pane closes that pane and says so in its place; the others stay."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.blame import find_culprit
from app.ui.panes.table import PANES
from app.ui.placeholder import ClosedPane
from app.ui.window import MainWindow
from app.ui.wishes import FillScreen, LookBeneath, PopOut, ReportProblem, ShowAgain
from app.words import placeholder as words
from tests.ui.keepers import Keeper
from tests.ui.scenes import NOW, SCENES, Stage, comment, gift

ROWS = {row.name: row for row in PANES}
COVERS = [name for name, row in ROWS.items() if row.kind.COVERS]


class Live:
    """A window on a busy room whose faults close panes, as the program's do."""

    def __init__(self, qtbot, monkeypatch, scene="busy"):
        self.stage, self.faults = Stage(SCENES[scene]()), []
        self.window = MainWindow(self.stage, keeper=Keeper())
        monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: self.faults.append(error))
        qtbot.addWidget(self.window)
        self.window.resize(760, 720)  # which fits the screen that there is, so that nobody changes it
        self.window.show()
        self.window.bindings.tick()

    @property
    def panes(self):
        return self.window.panes

    def see(self, name):
        """Have a pane seen, in whatever way it is."""
        if ROWS[name].kind.FILLS:
            self.window.grants.grant(FillScreen())
        elif not ROWS[name].kind.COVERS:
            self.window.arranger.uncover(name)
        assert self.panes[name].isVisible()

    def look(self):
        self.stage.state.apply(comment(len(self.faults) + 700), NOW)
        self.stage.state.apply(gift(3, 90 + self.stage.clock % 89, 3), NOW)
        self.stage.clock += 1_000
        self.window.feed.tick()

    def settle(self):
        """What the program does in its loop a moment after a fault."""
        faults = [*self.faults]
        self.faults.clear()
        return [self.window.remaking.close_culprit(one) for one in faults]


def fail(self, *_):
    """A method that raises."""
    raise ZeroDivisionError


def boom(*_args, **_more):
    raise ZeroDivisionError


def forget(patch, live, name):
    """The source says something else than before: there is news."""
    patch.setattr(live.window.feed.channels[name], "_seen", object())
    patch.setattr(live.window.feed.channels[name], "_at_ms", 0)


def in_stamp(live, name, patch):
    patch.setattr(ROWS[name].kind.SOURCE, "stamp", boom)
    live.look()


def in_frame(live, name, patch):
    patch.setattr(ROWS[name].kind.SOURCE, "frame", boom)
    forget(patch, live, name)
    live.look()


def in_present(live, name, patch):
    pane = live.panes[name]
    frames = live.window.feed.channels[name].frames
    frames.disconnect(pane.present)
    patch.setattr(type(pane), "present", fail)
    frames.connect(pane.present)
    forget(patch, live, name)
    live.look()


def by_event(event_type, method):
    """Qt hands an event to a method that raises; what it raises goes to the hook."""

    def act(live, name, patch):
        pane = live.panes[name]
        patch.setattr(type(pane), method, fail, raising=False)
        event = event_type()
        try:
            getattr(pane, method)(event)
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)

    return act


def make_click():
    place = QPointF(5, 5)
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseButtonPress, place, place, left, left, Qt.KeyboardModifier.NoModifier)


def make_key():
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


PLACES = {
    "stamp": in_stamp,
    "frame": in_frame,
    "present": in_present,
    "paint": by_event(object, "paintEvent"),
    "mouse": by_event(make_click, "mousePressEvent"),
    "key": by_event(make_key, "keyPressEvent"),
}


@pytest.fixture(params=ROWS)
def name(request):
    return request.param


@pytest.fixture
def live(qtbot, monkeypatch, name):
    live = Live(qtbot, monkeypatch, "idle" if name == "page" else "busy")
    live.look()
    live.see(name)
    yield live
    live.window.feed.stop()
    live.window.close()


def close_and_make_anew(live, name, place, frames, patch):
    """One fault in a pane, and the way back; frames are those that each pane was given."""
    others = {one: pane for one, pane in live.panes.items() if one != name}
    with patch.context() as inner:
        PLACES[place](live, name, inner)
        assert [type(one) for one in live.faults] == [ZeroDivisionError], place
        assert live.settle() == [True], place
        closed = live.panes[name]
        assert closed.isVisible(), place
        whole = words.CLOSED.fill(pane=closed.accessibleName())
        assert closed.sentence.text() in {whole, words.SHORT}, place
        assert closed.accessibleDescription() == whole, place
        frames.clear()
        live.look()
        assert all(live.settle()), place  # a last breath of the pane that is deleted closes no other
        assert not frames, place
    assert {one: pane for one, pane in live.panes.items() if one != name} == others, place
    assert live.window.isVisible(), place
    closed.button.click()
    assert not live.panes[name].is_closed, place
    assert live.panes[name].isVisible(), place
    assert not live.faults, place
    assert frames[0] == ROWS[name].kind.SOURCE().frame(live.stage.state, live.stage.clock), place


def test_the_pane_is_closed_and_made_anew_and_the_others_go_on(live, name, monkeypatch):
    """In whatever place it fails, and however often it was made anew before."""
    frames = []
    live.window.feed.channels[name].frames.connect(frames.append)
    for place in PLACES:
        close_and_make_anew(live, name, place, frames, monkeypatch)


@pytest.fixture
def busy(qtbot, monkeypatch):
    live = Live(qtbot, monkeypatch)
    live.look()
    yield live
    live.window.feed.stop()
    live.window.close()


def fail_in(live, name):
    """A fault in what the pane is drawn with, as it arrives at the program."""
    patch = pytest.MonkeyPatch()
    with patch.context() as inner:
        PLACES["paint"](live, name, inner)
    assert live.settle() == [True]
    return live.panes[name]


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
