"""Plays a capture back, as fast as it was or faster: for scripts, as docs/scripts.md says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import Path

from app.events import Connected, Disconnected, Event
from app.events.decode.table import decode
from app.record.capture import open_capture, read_messages
from app.words import files as words


class Replay:
    """A source of events, as the session takes them, that reads a capture.

    Args:
        path: a file of JSON lines.
        speed: 1 for real time, 60 for sixty times as fast.
        sleep: waits between messages; tests put a clock of their own here.
    """

    def __init__(
        self, path: Path, *, speed: float = 1.0, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._path = path
        self._speed = speed
        self._sleep = sleep

    async def batches(self) -> AsyncGenerator[tuple[Event], None]:
        """The events of the capture, with their pauses, then `Disconnected`; each by itself."""
        before = 0
        with open_capture(self._path) as lines:
            yield (Connected(unique_id=self._path.stem, source="replay"),)
            for message in read_messages(lines, str(self._path)):
                if before and message.at_ms > before:
                    await self._sleep((message.at_ms - before) / 1000 / self._speed)
                before = message.at_ms or before
                yield (decode(message),)
        yield (Disconnected(ended=True, reason=words.RECORDING_OVER),)
