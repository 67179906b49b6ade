"""The loop that Qt and asyncio share: qasync's, with one Qt timer for all that waits.

qasync starts a Qt timer for each callback, keeps those of cancelled ones until their time, and switches a
socket's notifier off and on around each read. Sockets that are read with a timeout pay that with every frame.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import math
import time
from collections import deque
from collections.abc import Callable
from contextvars import Context
from typing import Any

import qasync
from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.lull import Lull

LONGEST_MS = 86_400_000  # what a Qt timer is given at most; it is set again
FEW = 64  # waiting handles among which cancelled ones are not looked for


class WindowLoop(qasync.QEventLoop):  # type: ignore[misc]  # it has no types
    """Runs callbacks in order; Qt handles its own events between two batches of them.

    Args:
        application: whose events those are.
    """

    def __init__(self, application: QApplication) -> None:
        self._soon: deque[asyncio.Handle] = deque()
        self._later: list[tuple[float, int, asyncio.TimerHandle]] = []
        self._numbers = itertools.count()
        self.lull = Lull()
        self._sweep_at = FEW
        self._is_waking = self._is_running = False
        self._soon_timer = _make_single_shot(self._run_woken)
        self._later_timer = _make_single_shot(self._run_due)
        super().__init__(application)

    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """Call in the next batch."""
        handle = asyncio.Handle(callback, args, self, context=context)
        self._soon.append(handle)
        self._wake()
        return handle

    def call_later(
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        """Call after so many seconds."""
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(
        self, when: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        """Call when the loop's clock, monotonic seconds, has come to `when`."""
        handle = asyncio.TimerHandle(when, callback, args, self, context=context)
        if len(self._later) >= self._sweep_at:
            self._sweep()
        heapq.heappush(self._later, (when, next(self._numbers), handle))
        if self._later[0][2] is handle:
            self._wait()
        return handle

    def _add_reader(self, fd: Any, callback: Callable[..., object], *args: Any) -> None:
        """Read as soon as Qt says that there is something."""
        self._remove_reader(fd)
        handle = asyncio.Handle(callback, args, self)
        notifier, since_s = QSocketNotifier(_read_number(fd), QSocketNotifier.Type.Read), time.monotonic()
        notifier.activated["int"].connect(  # type: ignore[index]  # as qasync disconnects it
            lambda: self._run_reader(fd, notifier, handle, since_s)
        )
        self._read_notifiers[fd] = notifier

    def _remove_reader(self, fd: Any) -> bool | None:
        """Read no more."""
        self.lull.forget(self._read_notifiers.get(fd) if self._read_notifiers else None)
        removed: bool | None = super()._remove_reader(fd)
        return removed

    def _run_reader(self, fd: Any, notifier: QSocketNotifier, handle: asyncio.Handle, since_s: float) -> None:
        """Read and run at once what waited for that, without another round through Qt.

        An event of a notifier that was replaced may still be on its way.
        """
        if self._read_notifiers and self._read_notifiers.get(fd) is notifier:
            self._soon.append(handle)
            self._run_soon(batches=2)
            if self._read_notifiers.get(fd) is notifier:
                self.lull.silence(notifier, since_s)

    def close(self) -> None:
        """Run nothing any more."""
        self.lull.rest(False)
        super().close()
        self._soon_timer.stop()
        self._later_timer.stop()
        self._soon.clear()
        self._later.clear()

    def _wake(self) -> None:
        """Let Qt call back, unless that is under way or the batch that runs now looks when it ends."""
        if not (self._is_waking or self._is_running):
            self._is_waking = True
            self._soon_timer.start(0)

    def _run_woken(self) -> None:
        self._is_waking = False
        self._run_soon()

    def _wait(self) -> None:
        """Let Qt's timer end with the first handle."""
        left_s = min(self._later[0][0] - time.monotonic(), LONGEST_MS)
        self._later_timer.start(min(LONGEST_MS, max(0, math.ceil(left_s * 1_000))))

    def _run_soon(self, batches: int = 1) -> None:
        """Run what waits now; what these add is the next batch."""
        self._is_running = True
        try:
            for _ in range(batches):
                for _ in range(len(self._soon)):
                    _run(self._soon.popleft())
        finally:
            self._is_running = False
            if self._soon:
                self._wake()

    def _run_due(self) -> None:
        now = time.monotonic()
        while self._later and (self._later[0][0] <= now or self._later[0][2].cancelled()):
            self._soon.append(heapq.heappop(self._later)[2])
        if self._later:
            self._wait()
        self._run_soon()

    def _sweep(self) -> None:
        """Forget cancelled handles; so often that they are never more than the others."""
        self._later = [one for one in self._later if not one[2].cancelled()]
        heapq.heapify(self._later)
        self._sweep_at = max(FEW, 2 * len(self._later))


def _make_single_shot(call: Callable[[], None]) -> QTimer:
    timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(call)
    return timer


def _run(handle: asyncio.Handle) -> None:
    if not handle.cancelled():
        handle._run()  # noqa: SLF001 - as every loop of asyncio does


def _read_number(fd: Any) -> int:
    return fd if isinstance(fd, int) else int(fd.fileno())
