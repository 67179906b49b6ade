"""Panes within the window: which are drawn, whole, and seen to have the keyboard."""

from contextlib import suppress

import pytest

from app.ui.look import find_look
from tests.ui.rooms import battle, comment, gift, look_again


def test_a_pane_that_fails_takes_no_other_along(window, room, monkeypatch):
    told = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: told.append(kind))
    monkeypatch.setattr(window.panes["header"], "_fit", None)
    room.go_live()
    room.tell(comment("hello"))
    look_again(window, room)
    assert window.panes["chat"].model.rowCount() == 1
    assert window.windowTitle().startswith("🟢 LIVE")
    assert told


def test_what_nobody_sees_is_not_drawn_and_whole_when_shown_again(window, room):
    window.resize(1280, 800)
    room.go_live()
    window.showMinimized()
    room.tell(comment("hello"), gift(37))
    look_again(window, room)
    assert (window.panes["chat"].model.rowCount(), window.panes["gifts"].model.rowCount()) == (0, 0)
    assert window.windowTitle().startswith("🟢 LIVE @mira")
    window.showNormal()
    look_again(window, room)
    assert (window.panes["chat"].model.rowCount(), window.panes["gifts"].model.rowCount()) == (1, 1)


def test_a_pane_that_a_narrow_window_hides_is_whole_in_a_wide_one(window, room):
    window.resize(800, 700)
    room.go_live()
    room.tell(gift(37))
    look_again(window, room)
    assert window.panes["gifts"].model.rowCount() == 0
    window.resize(1280, 800)
    look_again(window, room)
    assert window.panes["gifts"].model.rowCount() == 1


def test_a_battle_that_begins_in_a_narrow_window_is_shown(window, room):
    window.resize(800, 700)
    room.go_live()
    room.tell(battle(5, 3))
    look_again(window, room)
    assert window.panes["battle"].isVisible()


def test_a_row_that_cannot_be_drawn_costs_itself(window, room, monkeypatch, qtbot):
    """A painter left open would end the process at the second picture."""
    room.go_live()
    room.tell(comment("hello"))
    look_again(window, room)
    with monkeypatch.context() as broken, qtbot.capture_exceptions():
        broken.setattr("app.ui.panes.chat.stamps.write_clock_time", None)
        window.panes["chat"].view.zoom(24)
        for _ in range(3):
            with suppress(TypeError):
                window.grab()
    window.panes["chat"].view.zoom(21)
    assert not window.grab().isNull()


@pytest.mark.parametrize("name", ["chat.view", "leaders.table", "gifts.table"])
def test_the_focus_can_be_seen_on_every_table(window, room, name):
    window.resize(1280, 800)
    room.go_live()
    room.tell(comment("hello"), gift(1))
    look_again(window, room)
    pane, part = name.split(".")
    table = getattr(window.panes[pane], part)
    window.grab()  # lays it out
    window.panes["header"].menu.setFocus()
    before = table.grab().toImage()
    table.setFocus()
    after = table.grab().toImage()
    edge = {after.pixelColor(x, 1).name() for x in range(20, 60)}
    assert find_look().colours.focus in edge
    assert find_look().colours.focus not in {before.pixelColor(x, 1).name() for x in range(20, 60)}


def test_a_window_that_opened_narrow_has_all_its_columns_when_it_is_wide(window, room):
    window.resize(800, 700)
    window.grab()
    window.resize(1280, 800)
    room.go_live()
    look_again(window, room)
    window.grab()
    widths = [
        column.width()
        for column in (window.panes["chat"], window.board.splits["middle"], window.board.splits["right"])
    ]
    assert min(widths) > 300
