"""The settings at the page for ways in, and its rows."""

from PySide6.QtCore import Qt

from app.settings import Choices
from app.ui.dialogs.pages import CONNECTION
from app.ui.dialogs.settings import SettingsDialog
from app.ui.window import MainWindow
from app.ui.wishes import ChooseWay
from tests.ui.keepers import Keeper, show_window


def make_opener(qtbot, room):
    def open_with(keeper=None, subject=""):
        window = show_window(qtbot, MainWindow(room, keeper=keeper or Keeper()))
        window.prefer(Choices(**window._keeper.kept))
        window.panes["header"].wish.emit(ChooseWay(subject))
        return window.findChild(SettingsDialog)

    return open_with


def find_rows(dialog):
    return dialog.sheet.pages[CONNECTION].rows


def enter(qtbot, dialog, name, text):
    box = find_rows(dialog)[name].editor.box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
