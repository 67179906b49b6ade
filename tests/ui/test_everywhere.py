"""Ctrl+Shift+F: words are found in all panes, and Enter goes to where they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.dialogs.everywhere import Everywhere
from app.ui.window import MainWindow
from tests.ui.keepers import show_window
from tests.ui.rooms import gift
from tests.ui.scenes import SCENES, Stage

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot):
    made = show_window(qtbot, MainWindow(Stage(SCENES["busy"]())), (1280, 800))
    made.feed.tick()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def dialog(window, qtbot):
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F, BOTH)
    return window.findChild(Everywhere)


def lines(dialog):
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def test_hits_of_all_panes_are_listed_with_their_pane(dialog, qtbot):
    assert lines(dialog) == []
    qtbot.keyClicks(dialog.box, "ROSE")
    titles = {line.partition(":")[0] for line in lines(dialog)}
    assert {"Top gifters", "Latest gifts"} <= titles
    assert all("rose" in line.casefold() for line in lines(dialog))
    leaders = [line for line in lines(dialog) if line.startswith("Top gifters")]
    assert len(leaders) == len(set(leaders))
    dialog.box.setText("no such words anywhere")
    assert lines(dialog) == []
    dialog.reject()


def test_enter_goes_to_a_row_of_a_table(window, dialog, qtbot):
    dialog.box.setText("rose")
    row = next(at for at, line in enumerate(lines(dialog)) if line.startswith("Latest gifts"))
    dialog.list.setCurrentRow(row)
    said = lines(dialog)[row]
    qtbot.keyClick(dialog.box, Qt.Key.Key_Return)
    table = window.panes["gifts"].table
    assert window.focusWidget() is table
    assert table.model().data(table.currentIndex()) in said


def test_enter_goes_to_a_row_of_the_chat(window, dialog, qtbot):
    chat = window.panes["chat"]
    wanted = next(row for row in chat.model.rows if row.kind == "comment")
    dialog.box.setText(wanted.text)
    assert lines(dialog)[-1].startswith("Chat: ")
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    qtbot.keyClick(dialog.box, Qt.Key.Key_Return)
    assert window.focusWidget() is chat.view
    at = chat.view.currentIndex().row()
    assert wanted.text in chat.model.rows[at].text


def test_a_row_that_moved_meanwhile_is_still_found(window, dialog, qtbot):

    dialog.box.setText("rose")
    row = next(at for at, line in enumerate(lines(dialog)) if line.startswith("Latest gifts"))
    dialog.list.setCurrentRow(row)
    said = lines(dialog)[row]
    window.feed.room.state.apply(gift(3), window.feed.room.now_ms())
    window.feed.tick()
    qtbot.keyClick(dialog.box, Qt.Key.Key_Return)
    table = window.panes["gifts"].table
    assert table.model().data(table.currentIndex()) in said
