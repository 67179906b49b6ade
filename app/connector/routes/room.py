"""Reading a room at TikTok's own socket, however it was opened."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from websockets.asyncio.client import ClientConnection

from app.access import Access
from app.clock import REAL, Clock, loop_s
from app.connector.socket import open_socket, read_frame, read_heartbeat_s, send_all
from app.connector.url import check_socket, make_socket_url
from app.errors import ConnectionLost, ProtocolError, StalledSocket
from app.events import Connected, End, Event, Pause, Undecodable
from app.events.decode.table import decode
from app.protocol.connection import WebcastConnection
from app.protocol.fetch import FetchResult
from app.protocol.message import Message
from app.protocol.visit import Visit
from app.tiktok.lookup import Room
from app.words import connector as words

Tap = Callable[[Message], None]
Incoming: TypeAlias = Message | Undecodable
LOGIN_COOKIE = "sessionid"


@dataclass(frozen=True, slots=True)
class SocketPass:
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
    """Opens a room and reads what it sends, over as many connections as it takes.

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
        self.now_ms = clock.now_ms

    @asynccontextmanager
    async def open(self, room: Room, way_in: SocketPass) -> AsyncIterator[SocketStream]:
        """Open the socket and enter the room.

        Raises:
            SidestageError: the socket was refused.
        """
        url = make_socket_url(way_in.result, room.room_id, self._access.params)
        check_socket(url, way_in.named_by, login=LOGIN_COOKIE in way_in.cookies)
        async with open_socket(url, way_in.cookies, way_in.user_agent, self._access) as socket:
            connection = WebcastConnection(
                room.room_id, heartbeat_s=read_heartbeat_s(socket), seen=self.visit.seen
            )
            self.visit.enter(room.room_id)
            # Not before the socket is open: what is fed counts as seen, and a refused socket would lose it.
            first = connection.feed(way_in.result, self.now_ms())
            connection.start(loop_s())
            await send_all(socket, connection.data_to_send(), self._access.stale_s)
            early = (self.enter_events(room), self.add_lost(first, connection.malformed))
            yield SocketStream(self, socket, connection, early, self._access.stale_s)

    def hear(self, connection: WebcastConnection, frame: bytes | str) -> list[Incoming]:
        """Read the messages of a frame."""
        self.visit.heard_ms = now_ms = self.now_ms()
        before = connection.malformed
        try:
            messages = connection.receive(frame, now_ms)
        except ProtocolError as error:
            return [Undecodable(at_ms=now_ms, reason=error.sentence, size=len(frame))]
        return self.add_lost(messages, connection.malformed - before)

    def add_lost(self, messages: list[Message], malformed: int) -> list[Incoming]:
        """Add an event for each message that could not be read."""
        if not malformed:
            return [*messages]
        lost = Undecodable(at_ms=self.now_ms(), reason=words.UNREADABLE_MESSAGE)
        return [*messages, *[lost] * malformed]

    def tap(self, heard: Iterable[Incoming]) -> None:
        """Give messages to who captures them, before they are decoded."""
        if self._tap is not None:
            for one in heard:
                if isinstance(one, Message):
                    self._tap(one)

    def enter_events(self, room: Room) -> list[Event]:
        """Make the events for a room that is open: `Connected`, and `Pause` when the host is away."""
        now_ms = self.now_ms()
        connected = Connected(
            at_ms=now_ms,
            room_id=room.room_id,
            unique_id=room.unique_id,
            host=room.host,
            title=room.title,
            started_ms=room.started_ms,
            source=self.source,
        )
        return [connected, Pause(at_ms=now_ms, room_id=room.room_id)] if room.is_paused else [connected]


class RoomStream(Protocol):
    """What a room sends, batch by batch."""

    async def read_next_events(self) -> Iterable[Event] | None:
        """What came next, decoded as it is taken; None: the stream has ended.

        Raises:
            SidestageError: it broke. What was noted as seen has been given on before.
        """
        ...


class MessageStream(ABC):
    """Messages of a room as events, until one of them ends the stream."""

    def __init__(self, reader: RoomReader, early: tuple[list[Event], list[Incoming]]) -> None:
        self._reader = reader
        self._entered, self._first = early
        self._is_entered = self._has_ended = self._is_under_way = False

    async def read_next_events(self) -> Iterable[Event] | None:
        """See `RoomStream`."""
        if not self._is_entered:  # before anything is noted as heard: a gap ends here
            self._is_entered = True
            return self._entered
        if self._has_ended:
            return None
        if self._is_under_way:
            heard = await self._hear_next()
        else:
            self._is_under_way = True
            self._reader.visit.heard_ms = self._reader.now_ms()
            heard = self._first
        self._reader.tap(heard)
        return map(self._decode, heard)

    @abstractmethod
    async def _hear_next(self) -> list[Incoming]:
        """Wait for the next messages; none where only time has passed."""

    def _decode(self, heard: Incoming) -> Event:
        event = decode(heard) if isinstance(heard, Message) else heard
        if isinstance(event, End):
            self._has_ended = True
        return event


class SocketStream(MessageStream):
    """Frames of an open socket."""

    def __init__(
        self,
        reader: RoomReader,
        socket: ClientConnection,
        connection: WebcastConnection,
        early: tuple[list[Event], list[Incoming]],
        stale_s: float,
    ) -> None:
        super().__init__(reader, early)
        self._socket, self._connection, self._stale_s = socket, connection, stale_s
        self._stale_at = math.inf
        self._has_frame = self._is_taken = True

    async def _hear_next(self) -> list[Incoming]:
        """Wait for the next frame, and send what answers it."""
        check_alive(self._connection, taken=self._is_taken)
        if self._has_frame:
            self._stale_at = loop_s() + self._stale_s
        frame = await read_frame(self._socket, min(self._connection.next_due(), self._stale_at))
        self._has_frame = frame is not None
        if frame is None and loop_s() >= self._stale_at:
            raise StalledSocket(words.NO_DATA.fill(seconds=self._stale_s))
        self._connection.wake(loop_s())  # also when frames come without a pause
        heard = [] if frame is None else self._reader.hear(self._connection, frame)
        self._is_taken = await send_all(self._socket, self._connection.data_to_send(), self._stale_s)
        return heard


def check_alive(connection: WebcastConnection, *, taken: bool) -> None:
    """Whether the socket is still of use; `taken` is what `send_all` said.

    Raises:
        ConnectionLost: it is not.
    """
    if connection.is_closed:
        raise ConnectionLost(words.CLOSED)
    if not taken:
        raise StalledSocket(words.TAKES_NOTHING)
