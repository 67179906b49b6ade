"""Watches a window from within: how long its loop is busy, and what was painted when."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

BEAT_MS = 5


class Pulse(QObject):
    """A timer of 5 ms: the time between two beats is how long nothing else could be done.

    Attributes:
        gaps_ns: between one beat and the next.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gaps_ns: list[int] = []
        self._last_ns = time.monotonic_ns()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """Stop the timer."""
        self._timer.stop()

    def _beat(self) -> None:
        now_ns = time.monotonic_ns()
        self.gaps_ns.append(now_ns - self._last_ns)
        self._last_ns = now_ns


class PaintWatch(QObject):
    """Calls back after each time a top-level window was painted and handed to the screen.

    Qt paints what is due in the window's UpdateRequest, so when that event has been handled, it is done.
    """

    def __init__(self, window: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._painted = window, painted
        window.installEventFilter(self)

    def stop(self) -> None:
        """Stop watching."""
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the window handle its event, then tell."""
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        self._painted()
        return True
