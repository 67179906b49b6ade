"""What the ways in have in common that read TikTok's own messages."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, aclosing
from typing import ClassVar

from app.access import Access
from app.clock import REAL, Clock
from app.connector.routes.room import RoomReader, RoomStream, Tap
from app.events import Event
from app.network.web import Web
from app.protocol.visit import Visit
from app.tiktok.target import Target


class WireRoute(ABC):
    """Keeps one room reader over all attempts; subclasses find the room and open its stream.

    Attributes:
        source: name of the way in (app.access.WAYS).
    """

    source: ClassVar[str]

    def __init__(
        self,
        target: Target,
        access: Access,
        *,
        tap: Tap | None = None,
        clock: Clock = REAL,
        visit: Visit | None = None,
    ) -> None:
        self._target = target
        self._access = access
        self._clock = clock
        self._room = RoomReader(self.source, access, tap, clock, visit)
        self._opening: Callable[[], AbstractAsyncContextManager[RoomStream]]

    @property
    def duplicates(self) -> int:
        """Messages dropped because they came again, over all attempts."""
        return self._room.visit.seen.repeated

    async def attempt(self, *, waiting: bool) -> AsyncGenerator[Iterable[Event], None]:
        """See `Route`."""
        async with Web(self._access) as web:
            async with aclosing(self._prepare(web, waiting=waiting)) as steps:
                async for step in steps:
                    yield [step]
            async with self._opening() as stream:
                while (events := await stream.read_next_events()) is not None:
                    yield events

    @abstractmethod
    def _prepare(self, web: Web, *, waiting: bool) -> AsyncGenerator[Event, None]:
        """Find the room, telling each step, and put what opens its stream into `_opening`.

        Raises:
            SidestageError: it cannot be found.
        """
