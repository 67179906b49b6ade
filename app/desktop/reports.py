"""Makes the report of a problem for the window: gathers, writes it in a thread, and says where it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from app.desktop.threads import run_in_thread
from app.errors import SidestageError
from app.log import LOG
from app.report.folder import Material, make_report, suggest_folder
from app.report.people import list_people
from app.ui.look import find_look
from app.words import report as words
from app.words import show

if TYPE_CHECKING:
    from app.desktop.rooms import Rooms
    from app.session import Session
    from app.ui.window import MainWindow

BREAK = "\u200b"  # where a long path may be broken


class ReportDesk:
    """Makes one report at a time.

    Args:
        window: over which it says where the report is.
        rooms: has the choices and the last minute.
        session: has the state, and says what could not be done.
    """

    def __init__(self, window: MainWindow, rooms: Rooms, session: Session) -> None:
        self._window, self._rooms, self._session = window, rooms, session
        self._is_busy = False

    def report(self) -> None:
        """Begin to make one, unless one is being made."""
        if self._is_busy:
            return
        self._is_busy = True
        folder, material = suggest_folder(datetime.now().astimezone()), self._gather()

        def work() -> Path:
            make_report(folder, material)
            return folder

        run_in_thread(work, self._finish, self._fail)

    def _gather(self) -> Material:
        kept = self._rooms.kept
        people = {*list_people(self._session.state), *self._rooms.recent, *kept.get("recent", ())}
        return Material(kept, list_facts(), people, self._rooms.last_minute.list())

    def _finish(self, folder: Path) -> None:
        self._is_busy = False
        box = QMessageBox(QApplication.activeWindow() or self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(show(words.TITLE))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(show(words.READY))
        place = f"{folder}".replace("/", f"/{BREAK}").replace("\\", f"\\{BREAK}").replace("-", f"-{BREAK}")
        box.setInformativeText(show(words.IS_IN.fill(folder=place)))
        look = box.addButton(show(words.OPEN_FOLDER), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(QMessageBox.StandardButton.Close)
        box.setDefaultButton(look)
        box.setEscapeButton(leave)
        box.finished.connect(lambda _: self._open(folder) if box.clickedButton() is look else None)
        box.open()

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, SidestageError):
            self._say(error.line)
            return
        LOG.error("A report could not be made.", exc_info=error)
        self._say(words.FAILED.fill(kind=type(error).__name__))

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(f"{folder}")):
            self._say(words.CANNOT_OPEN.fill(folder=folder))

    def _say(self, sentence: str) -> None:
        self._session.state.note(sentence, self._session.now_ms())


def list_facts() -> Mapping[str, str]:
    """What the window knows of its surroundings."""
    screens = [
        f"{screen.size().width()}x{screen.size().height()} @{screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    return {
        "Qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "style": QApplication.style().name(),
        "font": QApplication.font().family(),
        "screens": ", ".join(screens),
        "scale": f"{find_look().scale:g}",
    }
