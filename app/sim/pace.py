"""The server's clock, so that tests can turn it by hand."""

from __future__ import annotations

import asyncio
import time


class Pace:
    """Real time."""

    def now(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        return time.monotonic()

    def wall_ms(self) -> int:
        """Milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class Naps:
    """Long waits of the server's answers, which end with the server.

    Attributes:
        is_over: the server has ended.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._taken: set[asyncio.Future[None]] = set()
        self.is_over = False

    async def take(self, seconds: float) -> None:
        """Wait so long, or until `end`."""
        if self.is_over:
            return
        nap = asyncio.ensure_future(self._pace.sleep(seconds))
        self._taken.add(nap)
        try:
            await asyncio.wait([nap])
        finally:
            nap.cancel()
            self._taken.discard(nap)

    def end(self) -> None:
        """End all waits, also later ones."""
        self.is_over = True
        for nap in self._taken:
            nap.cancel()


class SteppedPace(Pace):
    """A clock for tests on one loop: it moves only by `advance`."""

    def __init__(self, wall_ms: int = 1_790_000_000_000) -> None:
        self._start_ms = wall_ms
        self._now = 0.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def now(self) -> float:
        """Seconds advanced so far."""
        return self._now

    def wall_ms(self) -> int:
        """The given start plus what was advanced."""
        return self._start_ms + round(self._now * 1000)

    async def sleep(self, seconds: float) -> None:
        """Wait until the clock was advanced by that much."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._now + seconds, waiter))
        await waiter

    def advance(self, seconds: float) -> None:
        """Move the clock; those whose wait is over go on at the loop's next step."""
        self._now += seconds
        due = [waiter for until, waiter in self._sleepers if until <= self._now]
        self._sleepers = [(until, waiter) for until, waiter in self._sleepers if until > self._now]
        for waiter in due:
            if not waiter.done():
                waiter.set_result(None)
