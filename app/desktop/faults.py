"""What nobody expected: one log entry, one dialog, and the window stays."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.log import open_log
from app.log.repeats import Repeats
from app.words import Phrase, show
from app.words import desktop as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

Way = tuple[Phrase, Callable[[], None]]


class Faults:
    """Takes exceptions of slots and of drawing, which PySide6 hands to sys.excepthook, of tasks and threads.

    Args:
        window: over which the dialog stands.
        ways: what can be done beside carrying on, each with its words.
        close_pane: closes the pane that a fault came out of; whether it did. Then no dialog is needed.
    """

    def __init__(
        self,
        window: QWidget,
        ways: tuple[Way, ...] = (),
        close_pane: Callable[[BaseException], bool] = lambda _: False,
    ) -> None:
        self._window, self._ways, self._close_pane = window, ways, close_pane
        self._repeats = Repeats()
        self._box: QMessageBox | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def install(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear of all kinds from now on."""
        self._log, self._loop = open_log(), loop
        sys.excepthook = self._take_exception
        sys.unraisablehook = lambda one: self._take(one.exc_value, "finalizer")
        threading.excepthook = lambda one: self._take(one.exc_value, "thread")
        loop.set_exception_handler(self._take_task_failure)

    def _take_exception(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._take(error, "slot")

    def _take_task_failure(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self._take(context.get("exception"), f"{context.get('message') or ''}")

    def _take(self, error: BaseException | None, what: str) -> None:
        """Note a fault, in whatever thread, also while something is drawn; the dialog comes later."""
        is_new = self._repeats.note(error, what)
        with suppress(RuntimeError):  # the loop is closed, and with it the window
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._say, error, is_new)

    def _say(self, error: BaseException | None, is_new: bool) -> None:  # noqa: FBT001 - handed on by the loop
        if error is not None and self._has_closed_pane(error):
            return
        if is_new and self._box is None:
            self._open_box(type(error).__name__ if error else "Error")

    def _has_closed_pane(self, error: BaseException) -> bool:
        """A pane that cannot even be closed gets the dialog, and is not tried for ever."""
        try:
            return self._close_pane(error)
        except Exception as fault:  # noqa: BLE001 - of whatever kind: nobody is left to take it
            self._repeats.note(fault, "close_pane")
            return False

    def _open_box(self, kind: str) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not for the first picture

        box = self._box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(show(words.TITLE))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(show(words.FAULT))
        details = (
            words.DETAILS_IN_LOG.fill(kind=kind, log=self._log) if self._log else words.NO_LOG.fill(kind=kind)
        )
        box.setInformativeText(show(details))
        going_on = box.addButton(show(words.CARRY_ON), QMessageBox.ButtonRole.RejectRole)
        for text, do in self._ways:
            box.addButton(show(text), QMessageBox.ButtonRole.ActionRole).clicked.connect(do)
        box.setDefaultButton(going_on)
        box.setEscapeButton(going_on)
        box.finished.connect(self._forget_box)
        box.open()

    def _forget_box(self) -> None:
        self._box = None
