"""Panes that stand over all others while they need room."""

import pytest

from app.ui.pane import Pane, PaneRow
from app.ui.panes.table import PANES
from app.ui.source import SECOND_MS
from app.ui.window import MainWindow
from app.ui.wishes import LookBeneath
from tests.ui.keepers import show_window
from tests.ui.rooms import comment


class TargetSource:
    def stamp(self, state, _now_ms):
        return state.target

    def frame(self, state, _now_ms):
        return state.target


class Curtain(Pane):
    """Covers while somebody of a name is followed."""

    SOURCE, GROWS, COVERS = TargetSource, True, True

    def __init__(self, title=""):
        super().__init__(title)
        self._target = ""

    def present(self, frame):
        self._target = frame
        self.room_changed.emit()

    @property
    def is_prominent(self):
        return self._target == self.accessibleName()


@pytest.fixture
def window(qtbot, room, monkeypatch):
    """A window without any other pane that covers, and with two that do."""
    others = [row for row in PANES if not row.kind.COVERS]
    curtains = [PaneRow(name, name, f"{__name__}:Curtain", (100, 100)) for name in ("red", "blue")]
    monkeypatch.setattr("app.ui.window.PANES", (*curtains, *others))
    return show_window(qtbot, MainWindow(room))


def in_sight(window):
    return {name for name in ("red", "blue", "chat") if window.panes[name].isVisible()}


def follow(window, room, target):
    room.state.target = target
    room.at += SECOND_MS
    window.feed.tick()


def test_it_covers_while_it_needs_room(window, room):
    seen = [in_sight(window)]
    for target in ("red", "blue", ""):
        follow(window, room, target)
        seen.append(in_sight(window))
    assert seen == [{"chat"}, {"red"}, {"blue"}, {"chat"}]


def test_what_is_covered_is_not_pulled_and_whole_afterwards(window, room):
    follow(window, room, "red")
    room.go_live()
    room.tell(comment("hello"))
    follow(window, room, "red")
    assert window.panes["chat"].model.rowCount() == 0
    follow(window, room, "")
    follow(window, room, "")
    assert window.panes["chat"].model.rowCount() == 1


def test_the_user_looks_beneath_until_something_else_covers(window, room, monkeypatch):
    heard = []
    monkeypatch.setattr(window.panes["chat"], "learn_cover", heard.append)
    follow(window, room, "red")
    window.panes["red"].wish.emit(LookBeneath())
    assert in_sight(window) == {"chat"}
    window.panes["chat"].wish.emit(LookBeneath(is_lifted=False))
    assert in_sight(window) == {"red"}
    window.panes["red"].wish.emit(LookBeneath())
    follow(window, room, "blue")
    assert in_sight(window) == {"blue"}
    follow(window, room, "")
    assert list(dict.fromkeys(heard)) == ["over", "lifted", "none"]
