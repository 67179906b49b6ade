"""What is done about faults: the dialog, the report of a problem, a notice after a crash of the last run."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.desktop.again import Again
from app.desktop.faults import Faults
from app.log.crashes import CrashFile, take_leftovers
from app.settings import find_log_file
from app.ui.wishes import ReportProblem
from app.words import desktop as words
from app.words import report as report_words

if TYPE_CHECKING:
    from app.desktop.reports import ReportDesk
    from app.desktop.rooms import Rooms
    from app.session import Session
    from app.ui.window import MainWindow

LATER_MS = 300  # after the first picture


class Care:
    """Takes care of a window until it ends.

    Args:
        window: over which it speaks.
        rooms: has what a report needs.
        session: says how the last time ended.
    """

    def __init__(self, window: MainWindow, rooms: Rooms, session: Session) -> None:
        self._window, self._rooms, self._session = window, rooms, session
        self._again, self._crashes = Again(window.finish), CrashFile(find_log_file().parent)
        self._desk: ReportDesk | None = None
        window.grants.add(ReportProblem, lambda _: self.report())
        window.grants.refresh()  # keys that are there already can do it from now on

    def begin(self) -> None:
        """Show faults from now on, and say if the last run crashed."""
        ways = ((report_words.WAY, self.report), (words.RESTART, self._again.want))
        Faults(self._window, ways, self._window.remaking.close_culprit).install(asyncio.get_running_loop())
        self._crashes.open()
        QTimer.singleShot(LATER_MS, self._window, self._tell_last_end)

    def report(self) -> None:
        """Make the report of a problem."""
        from app.desktop.reports import ReportDesk  # noqa: PLC0415 - rare

        self._desk = self._desk or ReportDesk(self._window, self._rooms, self._session)
        self._desk.report()

    def end(self) -> None:
        """All went well; the program starts once more if that was wanted."""
        self._crashes.close()
        self._again.start()

    def _tell_last_end(self) -> None:
        if take_leftovers(find_log_file().parent):
            self._session.state.note(words.ENDED_BADLY, self._session.now_ms(), words.REPORT_IT)
