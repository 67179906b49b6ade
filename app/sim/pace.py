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


class Stepped(Pace):
    """Time that stands still until `advance`: for tests, on one loop."""

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
        """Turn the clock on; whoever slept until then goes on at the loop's next step."""
        self._now += seconds
        due = [waiter for until, waiter in self._sleepers if until <= self._now]
        self._sleepers = [(until, waiter) for until, waiter in self._sleepers if until > self._now]
        for waiter in due:
            if not waiter.done():
                waiter.set_result(None)
