"""What nobody expected: one log entry, one dialog, and the window stays."""

from __future__ import annotations

import asyncio
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.log import LOG, open_log
from app.words import desktop as words
from app.words import show


class Faults:
    """Takes exceptions of slots (which PySide6 hands to sys.excepthook) and of tasks (the loop's handler)."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._has_reported = False
        self._log: Path | None = None

    def install(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear of both kinds from now on."""
        self._log = open_log()
        sys.excepthook = self._take_exception
        loop.set_exception_handler(self._take_task_failure)

    def _take_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._report("".join(traceback.format_exception(kind, error, trace)), error)

    def _take_task_failure(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        text = "".join(traceback.format_exception(error)) if error else str(context.get("message"))
        self._report(text, error)

    def _report(self, text: str, error: BaseException | None) -> None:
        LOG.error(text)
        if self._has_reported:
            return
        self._has_reported = True
        self._open_box(error)

    def _open_box(self, error: BaseException | None) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not for the first picture

        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(show(words.TITLE))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(show(words.FAULT))
        kind = type(error).__name__ if error else "Error"
        details = (
            words.DETAILS_IN_LOG.fill(kind=kind, log=self._log) if self._log else words.NO_LOG.fill(kind=kind)
        )
        box.setInformativeText(show(details))
        box.open()
