"""Reading a room at TikTok's own socket, however it was opened."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TypeAlias

from websockets.asyncio.client import ClientConnection

from app.access import Access
from app.clock import REAL, Clock, loop_s
from app.connector.socket import heartbeat_s, next_frame, open_socket, send_all
from app.connector.url import check_socket, socket_url
from app.errors import ConnectionLost, ProtocolError, StalledSocket
from app.events import Connected, End, Event, Pause, Undecodable
from app.events.decode.table import decode
from app.protocol.connection import WebcastConnection
from app.protocol.fetch import FetchResult
from app.protocol.message import Message
from app.protocol.visit import Visit
from app.tiktok.lookup import Room

Tap = Callable[[Message], None]
Heard: TypeAlias = Message | Undecodable
LOGIN_COOKIE = "sessionid"
SLICE_S = 0.004  # how long messages are decoded before others have their turn


@dataclass(frozen=True, slots=True)
class Pass:
    """What opens a socket, once.

    Attributes:
        result: the first fetch result: where the socket is, and the older comments.
        cookies: what the upgrade must carry, with a log-in's; never shown.
        user_agent: the one that was signed.
        named_by: address of who named the socket, empty: the user.
    """

    result: FetchResult
    cookies: Mapping[str, str] = field(repr=False)
    user_agent: str
    named_by: str = ""


class RoomReader:
    """Turns what one room sends into events, over as many connections as it takes.

    Args:
        source: name of the way in.
        access: timeouts and proxy.
        tap: gets every message before it is decoded.
        clock: tells the time.
        visit: what is remembered of the room.
    """

    def __init__(
        self,
        source: str,
        access: Access,
        tap: Tap | None = None,
        clock: Clock = REAL,
        visit: Visit | None = None,
    ) -> None:
        self.source = source
        self.visit = Visit() if visit is None else visit
        self._access = access
        self._tap = tap
        self._now_ms = clock.now_ms

    async def read(self, room: Room, way_in: Pass) -> AsyncGenerator[Event, None]:
        """Open the socket and read until the stream ends.

        Raises:
            SidestageError: the socket was refused or lost.
        """
        url = socket_url(way_in.result, room.room_id, self._access.params)
        check_socket(url, way_in.named_by, login=LOGIN_COOKIE in way_in.cookies)
        async with open_socket(url, way_in.cookies, way_in.user_agent, self._access) as socket:
            connection = WebcastConnection(
                room.room_id, heartbeat_s=heartbeat_s(socket), seen=self.visit.seen
            )
            self.visit.enter(room.room_id)
            # Not before the socket is open: what is fed counts as seen, and a refused socket would lose it.
            first = connection.feed(way_in.result, self._now_ms())
            connection.opened(loop_s())
            await send_all(socket, connection.data_to_send(), self._access.stale_s)
            for event in self.entered(room):
                yield event
            self.visit.heard_ms = self._now_ms()
            async with aclosing(self.decoded(self.with_lost(first, connection.malformed))) as events:
                async for event in events:
                    yield event
            async with aclosing(self._frames(socket, connection)) as events:
                async for event in events:
                    yield event

    async def _frames(
        self, socket: ClientConnection, connection: WebcastConnection
    ) -> AsyncGenerator[Event, None]:
        """Frames to events, until a control message ends the stream."""
        stale = loop_s() + self._access.stale_s
        while True:
            frame = await next_frame(socket, min(connection.next_due(), stale))
            if frame is None and loop_s() >= stale:
                raise StalledSocket(f"No data for {self._access.stale_s:.0f} s.")
            connection.wake(loop_s())  # also when frames come without a pause
            heard = self._heard(connection, frame)
            taken = await send_all(socket, connection.data_to_send(), self._access.stale_s)
            ended = False
            async with aclosing(self.decoded(heard)) as events:
                # What was noted as seen is given on, whatever became of the socket.
                async for event in events:
                    ended = ended or isinstance(event, End)
                    yield event
            if ended:
                return
            check_alive(connection, taken=taken)
            if frame is not None:
                stale = loop_s() + self._access.stale_s

    def _heard(self, connection: WebcastConnection, frame: bytes | str | None) -> list[Heard]:
        if frame is None:
            return []
        self.visit.heard_ms = now_ms = self._now_ms()
        before = connection.malformed
        try:
            messages = connection.receive(frame, now_ms)
        except ProtocolError as error:
            return [Undecodable(at_ms=now_ms, reason=str(error), size=len(frame))]
        return self.with_lost(messages, connection.malformed - before)

    def with_lost(self, messages: list[Message], malformed: int) -> list[Heard]:
        """Messages, and so many that could not be read."""
        lost = Undecodable(at_ms=self._now_ms(), reason="A message among others that cannot be read.")
        return [*messages, *[lost] * malformed]

    async def decoded(self, heard: list[Heard]) -> AsyncGenerator[Event, None]:
        """Messages as events; the tap gets them first. Others have their turn while there are many."""
        for one in heard:
            if self._tap is not None and isinstance(one, Message):
                self._tap(one)
        slice_end = time.monotonic() + SLICE_S
        for one in heard:
            yield decode(one) if isinstance(one, Message) else one
            if time.monotonic() >= slice_end:
                await asyncio.sleep(0)
                slice_end = time.monotonic() + SLICE_S

    def entered(self, room: Room) -> list[Event]:
        """The room is open; a host who is away is said at once."""
        now_ms = self._now_ms()
        connected = Connected(
            at_ms=now_ms, room_id=room.room_id, unique_id=room.unique_id, host=room.host, title=room.title,
            started_ms=room.started_ms, source=self.source,
        )  # fmt: skip
        return [connected, Pause(at_ms=now_ms, room_id=room.room_id)] if room.paused else [connected]


def check_alive(connection: WebcastConnection, *, taken: bool) -> None:
    """Whether the socket is still of use; `taken` is what `send_all` said.

    Raises:
        ConnectionLost: it is not.
    """
    if connection.closed:
        raise ConnectionLost("TikTok closed the connection.")
    if not taken:
        raise StalledSocket("TikTok takes nothing that is sent.")
