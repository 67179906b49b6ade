"""Lets what sockets bring collect while nobody sees the window: read together it costs a third less.

Each frame that is read as it comes wakes the machine and finds its caches cold.
"""

from __future__ import annotations

import select
import time

from PySide6.QtCore import QSocketNotifier, QTimer

COLLECT_MS = 500  # the window itself looks once a second then, and a server waits longer for answers
STREAM_S = 4.0  # who has listened to a socket for so long reads a stream; an answer is waited for


class Lull:
    """Stops notifiers for a moment after each read that emptied their socket, while it lasts."""

    def __init__(self) -> None:
        self._is_on = False
        self._silent: list[QSocketNotifier] = []
        self._timer = QTimer(singleShot=True, interval=COLLECT_MS)
        self._timer.timeout.connect(self._listen)

    def rest(self, is_resting: bool) -> None:  # noqa: FBT001 - a slot
        """Begin or end it; when it ends, what has come meanwhile is read at once."""
        self._is_on = is_resting
        if not is_resting:
            self._listen()

    def silence(self, notifier: QSocketNotifier, since_s: float) -> None:
        """Stop a notifier whose socket was read just now, and listened to since then, monotonic seconds.

        One that has more to read goes on at once: a stream never falls behind.
        """
        if self._is_on and time.monotonic() - since_s >= STREAM_S and not _has_more(notifier.socket()):
            notifier.setEnabled(False)
            self._silent.append(notifier)
            if not self._timer.isActive():
                self._timer.start()

    def forget(self, notifier: QSocketNotifier | None) -> None:
        """Forget a notifier that was taken away."""
        if notifier in self._silent:
            self._silent.remove(notifier)

    def _listen(self) -> None:
        self._timer.stop()
        silent, self._silent = self._silent, []
        for notifier in silent:
            notifier.setEnabled(True)


def _has_more(number: int) -> bool:
    """Whether a socket can be read; also where nobody can tell, as of a number too high for `select`."""
    try:
        return bool(select.select([number], [], [], 0)[0])
    except (OSError, ValueError):
        return True
