"""Above others, transparent for clicks, left out of captures; and the question before closing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from app import events as ev
from app.session import Quit
from app.settings import DEFAULTS
from app.ui import captures
from app.ui.wishes import PopOut
from tests.ui.keepers import open_window

ON_TOP, THROUGH = Qt.WindowType.WindowStaysOnTopHint, Qt.WindowType.WindowTransparentForInput


@pytest.fixture
def make(qtbot, room):
    return lambda: open_window(qtbot, room)


@pytest.fixture
def window(make):
    return make()


def has(window, flag):
    return bool(window.windowHandle().flags() & flag)


def trigger(window, name):
    window.bindings.actions[name].trigger()


def test_every_window_stays_above_others_and_is_seen_all_the_time(window):
    window.grants.grant(PopOut("chat"))
    own = window.popouts.windows["chat"]
    trigger(window, "on_top")
    assert has(window, ON_TOP)
    assert has(own, ON_TOP)
    assert window.isVisible()
    assert own.isVisible()
    window.grants.grant(PopOut("leaders"))
    assert has(window.popouts.windows["leaders"], ON_TOP)
    assert window.keeper.kept["on_top"] is True
    window.prefer(DEFAULTS)
    assert not has(window, ON_TOP)


def test_clicks_go_through_until_the_key(window, qtbot):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for is_through in (True, False):
        qtbot.keyClick(window, Qt.Key.Key_U, keys)
        assert has(window, THROUGH) == is_through
    assert not window.keeper.kept  # nobody is locked out by a start


def test_that_clicks_go_through_is_said_with_the_way_back(window, room):
    trigger(window, "through")
    notice = room.state.connection.status.notice
    assert "Ctrl+Shift+U" in notice
    assert "Esc" in notice


def test_esc_takes_clicks_again(window, qtbot):
    trigger(window, "through")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not has(window, THROUGH)


def test_a_second_start_takes_clicks_again_and_comes_forward(window):
    trigger(window, "through")
    window.showMinimized()
    window.come_forward()
    assert not has(window, THROUGH)
    assert not window.isMinimized()


def test_what_cannot_be_done_here_is_grey_and_says_why(make, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    monkeypatch.setattr("app.ui.manners.can_hide", lambda: False)
    window = make()
    for name, reason in (("on_top", "Wayland"), ("through", "Wayland"), ("captures", "not on this system")):
        action = window.bindings.actions[name]
        assert not action.isEnabled()
        assert reason in action.text()


def test_windows_are_left_out_of_captures_where_the_system_can(make, monkeypatch):
    calls = []
    monkeypatch.setattr("app.ui.manners.can_hide", lambda: True)
    monkeypatch.setattr(
        "app.ui.manners.hide_from_captures", lambda window_id, *, hidden: calls.append((window_id, hidden))
    )
    window = make()
    calls.clear()
    trigger(window, "captures")
    assert calls == [(int(window.winId()), True)]
    assert window.keeper.kept == {"hide_from_captures": True}


@pytest.mark.parametrize(("platform", "can"), [("win32", True), ("darwin", True), ("linux", False)])
def test_which_systems_can(monkeypatch, platform, can):
    monkeypatch.setattr("app.ui.captures.sys.platform", platform)
    assert captures.can_hide() is can


def question(window):
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def answer(window, role, *, never=False):
    box = question(window)
    box.checkBox().setChecked(never)
    next(one for one in box.buttons() if box.buttonRole(one) == role).click()


@pytest.fixture
def live(window, room):
    room.go_live()
    window.feed.tick()
    return window


def test_closing_while_live_asks_once_and_stays_until_the_answer(live, room):
    live.close()
    live.close()
    assert live.isVisible()
    assert len([box for box in live.findChildren(QMessageBox) if box.isVisible()]) == 1
    answer(live, QMessageBox.ButtonRole.RejectRole)
    assert (live.isVisible(), room.commands) == (True, [])
    live.close()
    answer(live, QMessageBox.ButtonRole.AcceptRole)
    assert (live.isVisible(), room.commands) == (False, [Quit()])
    assert live.keeper.kept.get("ask_before_close") is None


def test_nobody_is_asked_again_who_does_not_want_to_be(live):
    live.close()
    answer(live, QMessageBox.ButtonRole.AcceptRole, never=True)
    assert live.keeper.kept["ask_before_close"] is False


def test_it_is_not_asked_when_it_is_not_wanted(live):
    live.prefer(replace(DEFAULTS, ask_before_close=False))
    live.close()
    assert not live.isVisible()


def test_it_is_not_asked_after_the_end_of_the_stream(live, room):
    room.tell(ev.Disconnected(ended=True, reason="The stream ended."))
    live.feed.tick()
    live.close()
    assert not live.isVisible()


def test_the_end_of_the_program_is_not_asked_about(live):
    live.finish()
    assert not live.isVisible()


def test_ctrl_w_does_not_close_the_first_window(live, qtbot):
    qtbot.keyClick(live, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert live.isVisible()
    assert question(live) is None
