"""Lets Python look for garbage where nothing of Qt is under way.

A widget among the garbage is taken apart by Qt at once. Python looks at any moment and in any thread: within
`connect`, where Qt holds a lock, all stood still for ever; beside the window's thread, Qt ends the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
OLD_EVERY = 300  # times, until all that lives is looked through


class Collector(QObject):
    """Looks for garbage from the window's loop, and nowhere else, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._times = 0
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Look through what is young; now and then through everything."""
        self._times += 1
        gc.collect(1 if self._times % OLD_EVERY else 2)
