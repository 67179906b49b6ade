"""Ctrl+K: what can be done is found by words in any order and done by Enter."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.session import Connect, Disconnect
from app.ui.dialogs.palette import Palette
from app.ui.dialogs.settings import SettingsDialog
from app.ui.panes.inspector.window import InspectorWindow
from app.ui.window import MainWindow
from app.ui.wishes import OpenWindow, UseProfile
from tests.ui.keepers import Keeper, show_window


@pytest.fixture
def window(qtbot, room):
    made = show_window(qtbot, MainWindow(room, keeper=Keeper({"recent": ("mira", "room:7300")})))
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def palette(window, qtbot):
    """By the key, also while the box for the name has the keyboard: Qt would have it end the line."""
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    return window.findChild(Palette)


def lines(palette):
    return [palette.list.item(at).text() for at in range(palette.list.count())]


def test_actions_come_with_their_keys_then_names_then_settings(palette):
    shown = lines(palette)
    at = [
        shown.index(one)
        for one in ("Inspector: every event as it comes (F10)", "Follow @mira", "Settings: Chat")
    ]
    assert at == sorted(at)
    assert "Settings: Look and language: Theme" in shown
    palette.reject()


def test_words_in_any_order_find(palette, qtbot):
    qtbot.keyClicks(palette.box, "clicks THROUGH")
    assert lines(palette) == ["Clicks go through to what lies beneath (Ctrl+Shift+U)"]
    palette.box.setText("following stop")
    assert lines(palette) == ["Stop following"]
    palette.box.setText("no such thing")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_enter_does_it_and_the_palette_goes(palette, qtbot, room):
    palette.box.setText("stop following")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert room.commands == [Disconnect()]
    assert not palette.isVisible()


def test_arrow_keys_choose_while_typing(palette, qtbot, room):
    palette.box.setText("follow ")
    wanted = lines(palette).index("Follow room:7300")
    for _ in range(wanted):
        qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert room.commands == [Connect("room:7300")]


def test_a_click_does_it_too(palette, qtbot, room):
    palette.box.setText("follow @mira")
    place = palette.list.visualItemRect(palette.list.item(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert room.commands == [Connect("mira")]


def test_esc_does_nothing(palette, qtbot, room):
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert room.commands == []


def test_a_setting_opens_at_its_row(palette, qtbot, window):
    palette.box.setText("chat_text_px")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    dialog = window.findChild(SettingsDialog)
    assert dialog.focusWidget() is dialog.sheet.pages["chat"].rows["chat_text_px"].editor.box
    dialog.reject()


@pytest.mark.parametrize(("holder", "is_there"), [("chat", True), ("header", False)])
def test_what_a_pane_does_needs_the_keyboard_there(window, holder, is_there):
    pane = window.panes[holder]
    focus = pane.focusProxy() or pane
    focus.setFocus()
    names = [row.name for row, _ in window.bindings.list_possible(focus)]
    assert ("copy" in names) == is_there


def test_it_opens_within_the_window(window, qtbot):
    window.resize(400, 480)
    window.bindings.actions["palette"].trigger()
    palette = window.findChild(Palette)
    assert palette.width() <= window.width()
    assert palette.height() <= window.height()
    assert QApplication.activeModalWidget() is palette
    palette.reject()


def test_profiles_of_the_users_own_are_found_and_used(window, qtbot):
    window.arranger.save_as("Tom & Ann")
    window.grants.grant(UseProfile("solo"))
    window.bindings.actions["palette"].trigger()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.box, "tom &")
    assert lines(palette) == ["Arrangement: Tom & Ann"]
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.arranger.profile == "Tom & Ann"


def test_what_the_inspector_can_do_is_found_while_it_is_open(window, qtbot):
    def list_closing():
        window.bindings.actions["palette"].trigger()
        palette = window.findChildren(Palette)[-1]
        palette.box.setText("close inspector")
        return palette, lines(palette)

    palette, shown = list_closing()
    palette.reject()
    assert shown == []
    window.grants.grant(OpenWindow("inspector"))
    inspector = window.findChild(InspectorWindow)
    palette, shown = list_closing()
    assert shown == ["Close the inspector (Esc)"]
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert not inspector.isVisible()


def test_the_way_in_is_found_with_its_fields(palette, qtbot, window):
    palette.box.setText("way in keys proxies")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    dialog = window.findChild(SettingsDialog)
    assert dialog.page == "way in"
    dialog.reject()
