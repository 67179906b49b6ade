"""The live source: finds the room, opens the socket, keeps it alive, reconnects."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

from websockets.asyncio.client import ClientConnection

from app.connector.backoff import delay_s
from app.connector.endpoints import Endpoints
from app.connector.lookup import Room, find_room
from app.connector.signer import sign
from app.connector.socket import next_frame, open_socket, send_all
from app.connector.target import unique_id_of
from app.connector.url import socket_url
from app.connector.web import Web
from app.errors import ConnectionLost, ProtocolError, SidestageError, SignerLimited
from app.events import Connected, Connecting, Disconnected, End, Event, Gap, Reconnecting, Undecodable
from app.events.decode import decode
from app.protocol.connection import WebcastConnection
from app.protocol.message import Message
from app.protocol.seen import SeenIds

OFFLINE_S = 60.0  # how often to look whether a creator is live; half a minute is the least that is polite
STABLE_S = 60.0  # a connection that lasted so long was a good one: the next wait is short again
STALE_S = 60.0  # PirateTok's default: a room that says nothing for a minute is not there any more


class LiveSource:
    """A creator's room, followed until it ends.

    Args:
        target: name or address as typed.
        endpoints: who to ask.
        patient: wait for a creator who is not live, and try again when the very first attempt fails.
        tap: gets every message before it is decoded, for captures.
        sleep: waits between attempts; tests put a clock of their own here.

    Raises:
        UsageError: the target cannot be a name.
    """

    def __init__(
        self,
        target: str,
        endpoints: Endpoints,
        *,
        patient: bool = False,
        tap: Callable[[Message], None] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.unique_id = unique_id_of(target)
        self._endpoints = endpoints
        self._patient = patient
        self._tap = tap
        self._sleep = sleep
        self._chance = random.Random()  # noqa: S311 - jitter, not a secret
        self._seen = SeenIds()
        self._last_ms = 0
        self._connected = self._waiting = False
        self._opened_s = 0.0
        self._attempt = 1

    @property
    def duplicates(self) -> int:
        """Messages dropped because they came again, over all connections."""
        return self._seen.repeated

    async def events(self) -> AsyncGenerator[Event, None]:
        """Events in order, ending with `Disconnected`. A dropped socket is signed anew."""
        while True:
            try:
                async with aclosing(self._attempted()) as attempt:
                    async for event in attempt:
                        yield event
                outcome: Disconnected | Reconnecting = Disconnected(
                    at_ms=_now_ms(), ended=True, reason="The stream ended."
                )
            except SidestageError as error:
                outcome = self._outcome(error)
            yield outcome
            if isinstance(outcome, Disconnected):
                return
            await self._sleep(outcome.delay_s)
            self._attempt += 1

    def _outcome(self, error: SidestageError) -> Disconnected | Reconnecting:
        """What a failed attempt leads to: the end, or another attempt after a pause."""
        now_ms = _now_ms()
        if error.remedy == "wait" and self._connected:
            reason = "The stream ended while the connection was lost."
            return Disconnected(at_ms=now_ms, ended=True, reason=reason)
        if error.remedy == "stop" or not (self._connected or self._patient):
            return Disconnected(at_ms=now_ms, reason=str(error), code=error.code, hint=error.hint)
        self._waiting = error.remedy == "wait"
        if self._connected and _loop_s() - self._opened_s >= STABLE_S:
            self._attempt = 1
        return Reconnecting(
            at_ms=now_ms, reason=str(error), code=error.code, hint=error.hint, delay_s=self._wait_s(error),
            attempt=self._attempt,
        )  # fmt: skip

    def _wait_s(self, error: SidestageError) -> float:
        if isinstance(error, SignerLimited):
            return error.retry_after
        return OFFLINE_S if error.remedy == "wait" else delay_s(self._attempt, chance=self._chance)

    async def _attempted(self) -> AsyncGenerator[Event, None]:
        """One attempt, from the look-up to the end of the stream; raises when it breaks."""
        async with Web() as web:
            if not self._waiting:
                yield self._step(f"Looking for @{self.unique_id} …")
            room = await find_room(web, self._endpoints, self.unique_id, spend=not self._waiting)
            self._waiting = False
            yield self._step("Asking the sign provider …")
            signed = await sign(web, self._endpoints, room.room_id)
        connection = WebcastConnection(room.room_id, seen=self._seen)
        yield self._step("Opening the socket …")
        url = socket_url(signed.result, room.room_id)
        async with open_socket(url, signed.cookies, signed.user_agent) as socket:
            # Not before the socket is open: what is fed counts as seen, and a refused socket would lose it.
            first = connection.feed(signed.result, _now_ms())
            connection.opened(_loop_s())
            await send_all(socket, connection.data_to_send())
            for event in (*self._entered(room), *self._events_of(first)):
                yield event
            async with aclosing(self._read(socket, connection)) as events:
                async for event in events:
                    yield event

    async def _read(
        self, socket: ClientConnection, connection: WebcastConnection
    ) -> AsyncGenerator[Event, None]:
        """Frames to events, until a control message ends the stream."""
        stale = _loop_s() + STALE_S
        while True:
            frame = await next_frame(socket, min(connection.next_due(), stale))
            if frame is None and _loop_s() >= stale:
                raise ConnectionLost(f"No data for {STALE_S:.0f} s.", hint="Connecting again.")
            events = self._decoded(connection, frame)
            await send_all(socket, connection.data_to_send())
            for event in events:
                yield event
            if any(isinstance(event, End) for event in events):
                return
            if connection.closed:
                raise ConnectionLost("TikTok closed the connection.", hint="Connecting again.")
            if frame is not None:
                stale = _loop_s() + STALE_S

    def _decoded(self, connection: WebcastConnection, frame: bytes | str | None) -> list[Event]:
        if frame is None:
            connection.wake(_loop_s())
            return []
        self._last_ms = now_ms = _now_ms()
        try:
            messages: list[Message] = connection.receive(frame, now_ms)
        except ProtocolError as error:
            return [Undecodable(at_ms=now_ms, reason=str(error), size=len(frame))]
        return self._events_of(messages)

    def _events_of(self, messages: list[Message]) -> list[Event]:
        if self._tap is not None:
            for message in messages:
                self._tap(message)
        return [decode(message) for message in messages]

    def _entered(self, room: Room) -> list[Event]:
        """The room is open: say so, and what is not known if there was a time without a connection."""
        now_ms = _now_ms()
        gap = (
            [Gap(at_ms=now_ms, room_id=room.room_id, from_ms=self._last_ms, to_ms=now_ms)]
            if self._connected
            else []
        )
        self._connected, self._last_ms, self._opened_s = True, now_ms, _loop_s()
        connected = Connected(
            at_ms=now_ms, room_id=room.room_id, unique_id=room.unique_id, host=room.host, title=room.title,
            started_ms=room.started_ms, source="signed",
        )  # fmt: skip
        return [connected, *gap]

    def _step(self, step: str) -> Event:
        return Connecting(at_ms=_now_ms(), unique_id=self.unique_id, step=step, attempt=self._attempt)


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def _loop_s() -> float:
    return asyncio.get_running_loop().time()
