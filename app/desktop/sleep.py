"""Finds out that the machine slept: by then the wall clock and the steady clock differ.

Timers stand still meanwhile: pauses go by the wall clock then, and an open connection is asked for an answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1_000
LEAST_S = 5.0  # shorter sleeps break no connection


class Moment(NamedTuple):
    """What the clocks say.

    Attributes:
        wall_s: the wall clock.
        steady_s: the one that nobody sets; it stands still while Linux and macOS sleep, not in Windows.
    """

    wall_s: float
    steady_s: float


def read_clocks() -> Moment:
    """What they say now."""
    return Moment(time.time(), time.monotonic())


def find_sleep_s(before: Moment, now: Moment) -> float:
    """How long the machine slept between two looks; 0 where that is nothing to speak of.

    A wall clock that was set forward looks the same, and asking a connection once more does no harm.
    """
    steady_s = now.steady_s - before.steady_s
    slept_s = max(now.wall_s - before.wall_s - steady_s, steady_s - LOOK_MS / 1000)
    return slept_s if slept_s >= LEAST_S else 0.0


class SleepWatch(QObject):
    """Looks at the clocks each second.

    Args:
        react: is called when the machine has slept.
        read: the clocks.
    """

    def __init__(
        self, react: Callable[[], None], parent: QObject, read: Callable[[], Moment] = read_clocks
    ) -> None:
        super().__init__(parent)
        self._react, self._read = react, read
        self._before = read()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Compare with the last look."""
        before, self._before = self._before, self._read()
        if find_sleep_s(before, self._before):
            self._react()
