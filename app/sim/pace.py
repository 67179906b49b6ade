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
