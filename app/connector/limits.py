"""How long is waited for what comes next, and what of that changes when the machine slept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import TypeVar

from app.clock import Clock, loop_s
from app.errors import StalledSocket
from app.words import connector as words

CHECK_S = 5.0  # in which a connection that outlived a sleep says something
Batch = TypeVar("Batch")


class Limits:
    """Waits for one source. Timers stand still while a machine sleeps; the wall clock does not.

    Args:
        clock: tells the time and waits.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._limit: asyncio.Timeout | None = None
        self._pause_end_ms = self._heard_ms = 0
        self._check_at: float | None = None

    async def pause(self, seconds: float) -> None:
        """Wait for the next attempt."""
        self._pause_end_ms = self._clock.now_ms() + round(seconds * 1000)
        with suppress(TimeoutError):
            async with asyncio.timeout(None) as self._limit:
                await self._clock.sleep(seconds)
        self._pause_end_ms = 0

    async def take(self, batches: AsyncGenerator[Batch, None], heard_ms: int) -> Batch | None:
        """What comes next; None after the last.

        Args:
            batches: where it comes from.
            heard_ms: when something was last received.

        Raises:
            StalledSocket: the machine slept, and nothing was received since.
        """
        if heard_ms != self._heard_ms:
            self._check_at = None
        try:
            async with asyncio.timeout_at(self._check_at) as limit:
                self._limit = limit
                return await anext(batches, None)
        except TimeoutError as error:
            if not limit.expired():
                raise
            self._check_at = None
            raise StalledSocket(words.SILENT_AFTER_SLEEP) from error

    def wake(self, heard_ms: int, *, is_open: bool) -> None:
        """The machine slept: a pause ends when it was to end, and an open connection has to say something.

        Args:
            heard_ms: when something was last received.
            is_open: whether the room is.
        """
        if self._pause_end_ms:
            self._end_at(loop_s() + max(0, self._pause_end_ms - self._clock.now_ms()) / 1000)
        elif is_open:
            self._heard_ms, self._check_at = heard_ms, loop_s() + CHECK_S
            self._end_at(self._check_at)

    def _end_at(self, at_s: float) -> None:
        """Give up then what is being waited for; between two waits there is nothing to give up."""
        if self._limit is not None:
            with suppress(RuntimeError):
                self._limit.reschedule(at_s)
