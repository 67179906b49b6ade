"""A window on a busy room, and the places in which a pane can fail."""

import sys

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.ui.panes.table import PANES
from app.ui.window import MainWindow
from app.ui.wishes import FillScreen
from tests.ui.keepers import Keeper
from tests.ui.scenes import NOW, SCENES, Stage, comment, gift

ROWS = {row.name: row for row in PANES}


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


def fail_in(live, name):
    """A fault in what the pane is drawn with, as it arrives at the program."""
    patch = pytest.MonkeyPatch()
    with patch.context() as inner:
        PLACES["paint"](live, name, inner)
    assert live.settle() == [True]
    return live.panes[name]
