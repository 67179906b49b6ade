"""The picture of the window that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.errors import SidestageError
from app.ui.picture import save_picture


class PictureTaker:
    """Takes the picture that was asked for, then asks to quit; a slot cannot raise, so `check` does."""

    def __init__(self, window: QWidget, path: Path, then: Callable[[], None]) -> None:
        self._window = window
        self._path = path
        self._then = then
        self._failure: SidestageError | None = None

    def plan(self, after_s: float) -> None:
        """Take it in so many seconds."""
        QTimer.singleShot(round(after_s * 1000), self.take)

    def take(self) -> None:
        """Save the window as it is now."""
        try:
            save_picture(self._window, self._path)
        except SidestageError as error:
            self._failure = error
        self._then()

    def check(self) -> None:
        """Raise what went wrong while taking it."""
        if self._failure is not None:
            raise self._failure
