"""A clock of the simulator that moves only by hand."""

import asyncio

from app.sim import Pace


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
