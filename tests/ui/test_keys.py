"""Keys that the user chooses: they hold at once in all windows, and none does two things."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from app.errors import UsageError
from app.session import Quit
from app.settings import Choices
from app.state.inspector import Inspector
from app.ui.actions import ACTIONS, find_keys
from app.ui.dialogs.key_rows import KeyRow
from app.ui.dialogs.settings import SettingsDialog
from app.ui.key_rules import BY_NAME, check_keys, choose_keys, read_keys
from app.ui.panes.inspector.window import InspectorWindow
from app.ui.window import MainWindow
from app.ui.wishes import OpenSettings
from tests.ui.keepers import Keeper, show_window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _usual_keys():
    yield
    choose_keys(None)


@pytest.fixture
def window(qtbot, room):
    made = show_window(qtbot, MainWindow(room, keeper=Keeper()))
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def dialog(window):
    window.grants.grant(OpenSettings("shortcuts"))
    opened = window.findChild(SettingsDialog)
    yield opened
    opened.reject()


def make_row(dialog, name):
    return dialog.sheet.pages["shortcuts"].rows[name]


def press(qtbot, row, key, with_keys=CTRL | SHIFT):
    row.editor.box.setFocus()
    qtbot.keyClick(row.editor.box, key, with_keys)


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.name)
def test_usual_keys_can_be_chosen(row):
    check_keys(row, row.keys, {})


def test_every_action_is_changed_by_hand_and_reset(dialog, qtbot):
    keeper = dialog.parent()._keeper
    rows = dialog.sheet.pages["shortcuts"].rows
    assert [*rows] == [row.name for row in ACTIONS]
    for name, row in rows.items():
        press(qtbot, row, Qt.Key.Key_J, CTRL | Qt.KeyboardModifier.AltModifier)
        assert keeper.kept == {"keys": {name: ["Ctrl+Alt+J", *BY_NAME[name].keys[1:]]}}
        row.editor.reset.click()
        assert keeper.kept == {}


def test_keys_that_do_something_else_are_refused_by_its_name(dialog, qtbot):
    row = make_row(dialog, "inspect")
    press(qtbot, row, Qt.Key.Key_F, CTRL)
    assert "Find in the chat" in row.error.text()
    assert row.error.isVisible()
    assert dialog.parent()._keeper.kept == {}
    assert row.editor.box.keySequence() == QKeySequence("Ctrl+F")


def test_a_letter_alone_is_refused(dialog, qtbot):
    row = make_row(dialog, "inspect")
    press(qtbot, row, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier)
    assert "Ctrl or Alt" in row.error.text()


def test_an_action_can_go_without_keys(dialog, qtbot):
    row = make_row(dialog, "inspect")
    row.editor.box.clear()
    row.editor.flush()
    assert dialog.parent()._keeper.kept == {"keys": {"inspect": []}}
    assert isinstance(row, KeyRow)


def test_defaults_and_revert_are_for_keys_too(dialog, qtbot):
    keeper = dialog.parent()._keeper
    press(qtbot, make_row(dialog, "inspect"), Qt.Key.Key_J)
    dialog.revert.click()
    assert keeper.kept == {}
    press(qtbot, make_row(dialog, "inspect"), Qt.Key.Key_J)
    dialog.usual.click()
    assert keeper.kept == {}
    assert make_row(dialog, "inspect").editor.box.keySequence() == QKeySequence("F10")


def test_chosen_keys_hold_at_once_in_all_windows_and_sentences(window, qtbot, room):
    inspector = InspectorWindow(Inspector())
    qtbot.addWidget(inspector)
    window.prefer(Choices(keys={"close": ["Ctrl+J"], "close_inspector": ["F2"], "ways": ["F4"]}))
    assert find_keys("ways") == "F4"
    assert "F4" in window.panes["header"].ways.toolTip()
    assert [one.shortcut().toString() for one in inspector.actions()] == ["F2"]
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    assert room.commands == []
    qtbot.keyClick(window, Qt.Key.Key_J, CTRL)
    assert room.commands == [Quit()]
    window.prefer(Choices())
    assert find_keys("ways") == "Ctrl+Shift+R"


def test_what_cannot_be_is_passed_over_with_a_sentence():
    table, refusals = read_keys(
        {"nothing": ["F4"], "inspect": ["Ctrl+F"], "find": ["Ctrl+J"], "close": ["Q"]}
    )
    assert table == {"inspect": ("Ctrl+F",), "find": ("Ctrl+J",)}
    assert len(refusals) == 2
    table, refusals = read_keys({"inspect": ["Ctrl+F"], "find": ["Ctrl+Q"]})
    assert table == {}
    assert "Close the window" in refusals[0]


def test_keys_of_the_inspector_may_be_those_of_the_window():
    check_keys(BY_NAME["close_inspector"], ("Ctrl+F",), {})
    with pytest.raises(UsageError, match="Find in the chat"):
        check_keys(BY_NAME["close_pane"], ("Ctrl+F",), {})
