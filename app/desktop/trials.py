"""Tries the way in that is chosen, beside whatever is followed, and stops as soon as it is known to work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing

from app.events import Connected, Connecting, Disconnected, Event, Quota
from app.session import Source
from app.words import session as words

OF_INTEREST = (Connecting, Quota, Connected, Disconnected)
Hear = Callable[[Event], None]


class Trials:
    """Has at most one trial under way."""

    def __init__(self) -> None:
        self._trial: asyncio.Task[None] | None = None

    def begin(self, source: Source, hear: Hear) -> None:
        """Try a source in place of what is being tried; `hear` gets the steps and how it ended."""
        self.stop()
        self._trial = asyncio.get_running_loop().create_task(_replace(self._trial, source, hear))
        self._trial.add_done_callback(lambda trial: _settle(trial, hear))

    def stop(self) -> None:
        """Give up what is being tried."""
        if self._trial is not None:
            self._trial.cancel()

    async def close(self) -> None:
        """The same, and wait until its sockets are closed."""
        self.stop()
        if self._trial is not None:
            await asyncio.wait([self._trial])


async def _replace(before: asyncio.Task[None] | None, source: Source, hear: Hear) -> None:
    """Try, as soon as an earlier trial is gone."""
    if before is not None:
        await asyncio.wait([before])
    await _try(source, hear)


async def _try(source: Source, hear: Hear) -> None:
    """Tell what comes until the room is open or nobody gets in."""
    async with aclosing(source.batches()) as batches:
        async for batch in batches:
            for event in batch:
                if isinstance(event, OF_INTEREST):
                    hear(event)
                if isinstance(event, Connected | Disconnected):
                    return


def _settle(trial: asyncio.Task[None], hear: Hear) -> None:
    """A fault of our own ends the trial in a sentence; the loop's handler tells about it."""
    if trial.cancelled() or (fault := trial.exception()) is None:
        return
    asyncio.get_running_loop().call_exception_handler({"message": "trial failed", "exception": fault})
    hear(Disconnected(reason=words.FAULT, code="fault"))
