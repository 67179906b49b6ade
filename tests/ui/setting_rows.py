"""The settings, and somebody who types into their rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit

from app.ui.dialogs.settings import SettingsDialog
from app.ui.window import MainWindow
from app.ui.wishes import OpenSettings
from tests.ui.keepers import Keeper, show_window


def make_opener(qtbot, room):
    def open_at(keeper=None, place=""):
        window = show_window(qtbot, MainWindow(room, keeper=keeper or Keeper()))
        window.grants.grant(OpenSettings(place))
        return window.findChild(SettingsDialog)

    return open_at


def find_row(dialog, name):
    return next(page.rows[name] for page in dialog.sheet.pages.values() if name in page.rows)


def type_into(qtbot, box, text, value):
    box.setFocus()
    if isinstance(box, QCheckBox):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    elif isinstance(box, QComboBox):
        while box.currentData() != value:
            last = box.currentIndex() == box.count() - 1
            qtbot.keyClick(box, Qt.Key.Key_Home if last else Qt.Key.Key_Down)
    elif isinstance(box, QPlainTextEdit):
        for line in text.split("\n"):
            qtbot.keyClicks(box, line)
            qtbot.keyClick(box, Qt.Key.Key_Return)
    else:
        box.selectAll()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
