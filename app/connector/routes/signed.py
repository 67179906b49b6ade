"""The usual way in: look the room up, have the first fetch result signed, open TikTok's socket."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from app.connector.access import Access
from app.connector.clock import REAL, Clock
from app.connector.lookup import find_room
from app.connector.routes.room import Pass, RoomReader, Tap
from app.connector.signer import sign
from app.connector.target import Target
from app.connector.web import Web
from app.events import Connecting, Event


class Signed:
    """TikTok's own socket, opened with a signature of the sign provider."""

    source = "signed"

    def __init__(
        self, target: Target, access: Access, *, tap: Tap | None = None, clock: Clock = REAL
    ) -> None:
        self._target = target
        self._access = access
        self._room = RoomReader(self.source, access, tap, clock)

    @property
    def duplicates(self) -> int:
        """Messages dropped because they came again, over all connections."""
        return self._room.seen.repeated

    @property
    def heard_ms(self) -> int:
        """When a frame last came, ms since 1970."""
        return self._room.heard_ms

    async def attempt(self, *, waiting: bool) -> AsyncGenerator[Event, None]:
        """See `Route`."""
        async with Web(self._access) as web:
            if not waiting:
                yield Connecting(step=f"Looking for {self._target} …")
            room = await find_room(web, self._access.endpoints, self._target.unique_id, spend=not waiting)
            yield Connecting(step="Asking the sign provider …")
            signed = await sign(web, self._access.endpoints, room.room_id)
        yield Connecting(step="Opening the socket …")
        async with aclosing(
            self._room.read(room, Pass(signed.result, signed.cookies, signed.user_agent))
        ) as events:
            async for event in events:
                yield event
