"""One client at the socket: it enters, is sent frames, acknowledges them and sends heartbeats."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from typing import Protocol

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from app.errors import ProtocolError
from app.protocol.schema import Wire, read
from app.sim.faults.frames import Sending, Spoil, send_plainly
from app.sim.frames import HEARTBEAT_MS, make_fetch_result, make_push_frame
from app.sim.pace import Pace
from app.sim.room.stage import ScriptMessage

SILENT_S = HEARTBEAT_MS / 1000 * 3 + 5  # three missed heartbeats and some grace
UNACKED_AT_MOST = 20  # frames; then nothing is pushed until one is acknowledged
BATCH_AT_MOST = 150  # messages a frame
BACKLOG_AT_MOST = 20_000


class ViewedRoom(Protocol):
    """What a viewer needs of the stream."""

    @property
    def room_id(self) -> int:
        """Its id at this moment."""

    def enter(self, viewer: Viewer) -> Sequence[ScriptMessage]:
        """Add the client; gives its first messages."""

    def book(self, batch: Sequence[ScriptMessage]) -> None:
        """Count a batch that was sent."""

    def move(self) -> None:
        """Begin another stream with a room id of its own."""


class Viewer:
    """Sends what the room says to one client.

    Args:
        socket: the open socket.
        pace: the server's clock.
        room: what the client enters.
        compressed: the client asked for gzip.
        spoil: how frames are sent; a fault may spoil them.
    """

    def __init__(
        self,
        socket: ServerConnection,
        pace: Pace,
        room: ViewedRoom,
        *,
        compressed: bool,
        spoil: Spoil = send_plainly,
    ) -> None:
        self._socket, self._pace, self._room = socket, pace, room
        self._compressed, self._spoil = compressed, spoil
        self._sending = Sending(self)
        self._unbooked: list[ScriptMessage] = []
        self._log_ids = count(1)
        self._unacked: set[int] = set()
        self._backlog: deque[ScriptMessage] = deque(maxlen=BACKLOG_AT_MOST)
        self._wake, self._heard_at = asyncio.Event(), pace.now()
        self._has_sent = self._is_inside = self._is_cut = False
        self._first: Sequence[ScriptMessage] = ()

    async def run(self, *, waits: bool) -> None:
        """Serve the client until one side leaves. `waits`: nothing is pushed before the client enters."""
        writer = asyncio.ensure_future(self._write())
        try:
            if not waits:
                self._enter()
            async for data in self._socket:
                self._hear(data)
        except (ProtocolError, ConnectionClosed):
            await self._socket.close(1003)
        finally:
            writer.cancel()
            await asyncio.wait([writer])  # a fault in it is told by the loop, as nobody asks for it

    def push(self, batch: Sequence[ScriptMessage]) -> None:
        """Queue messages for the client."""
        self._backlog.extend(batch)
        self._wake.set()

    @property
    def is_silent(self) -> bool:
        """Whether three heartbeats were missed."""
        return self._pace.now() - self._heard_at > SILENT_S

    async def send(self, frame: bytes | str) -> None:
        """Send a frame as it is."""
        await self._socket.send(frame)
        self._has_sent = True

    def move(self) -> None:
        """Begin another stream."""
        self._room.move()

    async def close(self, code: int, reason: str = "") -> None:
        """Close the connection."""
        await self._socket.close(code, reason)

    def cut(self) -> None:
        """End the connection without a closing frame; what was sent before still arrives."""
        self._is_cut = True
        self._socket.transport.write_eof()

    def _hear(self, data: str | bytes) -> None:
        frame = read("WebcastPushFrame", data.encode() if isinstance(data, str) else data)
        heard = {"im_enter_room": self._hear_enter, "hb": self._hear_heartbeat, "ack": self._hear_ack}
        act = heard.get(frame.payload_type)
        if act is None:
            raise ProtocolError(f"A client sent a frame of type {frame.payload_type[:40]!r}.")
        act(frame)

    def _hear_enter(self, frame: Wire) -> None:
        if read("WebcastImEnterRoomMessage", frame.payload).room_id != self._room.room_id:
            raise ProtocolError("A client entered another room.")
        if not self._is_inside:
            self._enter()

    def _hear_heartbeat(self, frame: Wire) -> None:
        read("HeartBeatMessage", frame.payload)
        self._heard_at = self._pace.now()

    def _hear_ack(self, frame: Wire) -> None:
        self._unacked.discard(frame.log_id)
        self._wake.set()

    def _enter(self) -> None:
        self._is_inside = True
        self._first = self._room.enter(self)
        self._wake.set()

    async def _write(self) -> None:
        with suppress(ConnectionClosed):  # the reader notices that, too
            await self._wake.wait()
            await self._send("im_enter_room_resp", self._first)
            while True:
                self._wake.clear()
                await self._send_backlog()
                await self._wake.wait()

    async def _send_backlog(self) -> None:
        while self._backlog and len(self._unacked) < UNACKED_AT_MOST and not self._is_cut:
            size = min(len(self._backlog), BATCH_AT_MOST)
            await self._send("msg", [self._backlog.popleft() for _ in range(size)])

    async def _send(self, payload_type: str, batch: Sequence[ScriptMessage]) -> None:
        log_id = next(self._log_ids)
        self._unacked.add(log_id)
        result = make_fetch_result(batch, self._pace.wall_ms(), need_ack=True)
        frame = make_push_frame(payload_type, result, log_id, compressed=self._compressed)
        self._sending.number, self._sending.frame, self._sending.batch = log_id, frame, batch
        self._unbooked.extend(batch)
        try:
            await self._spoil(self._sending)
        finally:
            self._book()

    def _book(self) -> None:
        """What has left is booked, also when the connection broke at the next frame."""
        if self._has_sent:
            self._room.book(self._unbooked)
            self._unbooked, self._has_sent = [], False
