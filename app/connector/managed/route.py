"""What the ways in that send JSON have in common: one socket, read until the stream ends."""

from __future__ import annotations

import asyncio
import math
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Iterable
from contextlib import AbstractAsyncContextManager, aclosing
from typing import ClassVar

from websockets.asyncio.client import ClientConnection

from app.access import Access
from app.clock import REAL, Clock
from app.connector.managed.closing import make_close_error
from app.connector.managed.event_sorter import EventSorter
from app.connector.managed.opening import open_peer
from app.connector.managed.parts import parse_frame
from app.connector.socket import make_flood_error, read_frame
from app.errors import ConnectionLost, FrameFlood, ProtocolError, SidestageError, StalledSocket, UsageError
from app.events import Connecting, End, Event, Undecodable
from app.protocol.visit import Visit
from app.tiktok.target import Target
from app.words import connector as words
from app.words import providers as provider_words

Frame = str | bytes | None  # None: nothing came in time


class JsonRoute(ABC):
    """One provider's socket; subclasses say where it is and what its frames mean.

    Attributes:
        source: name of the way in (app.access.WAYS).
        peer: who is at the other side, for sentences.
        greets_within_s: how soon the peer says something by itself once the room is open; who is silent
            for longer, and for longer than the user's timeout, has opened it all the same.
        local: the peer is a program on this machine, which tells of its own creator only. It may be silent
            as long as it answers pings.
    """

    source: ClassVar[str]
    peer: ClassVar[str]
    greets_within_s: ClassVar[float] = math.inf
    local: ClassVar[bool] = False

    def __init__(
        self,
        target: Target,
        access: Access,
        *,
        clock: Clock = REAL,
        visit: Visit | None = None,
    ) -> None:
        if not (target.unique_id or self.local):
            sentence = provider_words.NAMES_ONLY.fill(peer=self.peer)
            raise UsageError(sentence, hint=provider_words.USE_A_NAME)
        self._visit = Visit() if visit is None else visit
        self._target = target
        self._access = access
        self._now_ms = clock.now_ms
        self._sorter = EventSorter(self.source, target.unique_id, self._visit, own=self.local)

    @property
    def duplicates(self) -> int:
        """Messages dropped because they came again, over all attempts."""
        return self._visit.seen.repeated

    async def attempt(self, *, waiting: bool) -> AsyncGenerator[Iterable[Event], None]:
        """See `Route`."""
        if not waiting:
            yield [Connecting(step=words.OPENING_TO.fill(peer=self.peer))]
        self._sorter.begin()
        async with self._open_socket() as socket, aclosing(self._read_frames(socket)) as frames:
            async for frame in frames:
                events = self._make_events(frame)
                yield events
                if any(isinstance(event, End) for event in events):  # after what came in the same frame
                    return

    @abstractmethod
    def _open_socket(self) -> AbstractAsyncContextManager[ClientConnection]:
        """The socket, open."""

    @abstractmethod
    def _read_events(self, frame: object, at_ms: int) -> list[Event]:
        """What a frame tells.

        Raises:
            ProtocolError: the frame as a whole makes no sense; costs the frame.
            SidestageError: the peer refuses to go on.
        """

    def _make_close_error(self, code: int | None) -> SidestageError | None:
        """What a close means; None: the stream has ended."""
        return make_close_error(self.peer, code, self._target.label)

    async def _read_frames(self, socket: ClientConnection) -> AsyncGenerator[Frame, None]:
        """Frames until the peer says that the stream has ended; None once if nothing greets us."""
        failure: SidestageError | None
        entered, wait_s = False, min(self._access.open_timeout_s, self.greets_within_s)
        while True:
            try:
                frame = await read_frame(socket, asyncio.get_running_loop().time() + wait_s)
            except FrameFlood:
                failure = make_flood_error(self.peer)
                break
            except ConnectionLost:
                failure = self._make_close_error(socket.close_code)
                break
            if frame is None and entered and not self.local:
                raise StalledSocket(words.NO_DATA.fill(seconds=wait_s))
            if frame is not None or not entered:
                yield frame
            entered, wait_s = True, self._access.stale_s
        if failure is not None:
            raise failure  # outside of the except: a close may repeat the key in its words

    def _make_events(self, frame: Frame) -> list[Event]:
        now_ms = self._now_ms()
        if frame is None:
            return [*self._sorter.enter(now_ms)]
        try:
            events = self._read_events(parse_frame(frame), now_ms)
        except ProtocolError as error:
            events = [Undecodable(at_ms=now_ms, reason=error.sentence, size=len(frame))]
        events = self._sorter.sort(events, now_ms)
        self._visit.heard_ms = now_ms  # not before the room is entered: the gap ends there
        return events


class UrlRoute(JsonRoute):
    """A provider whose socket is at one address."""

    def _open_socket(self) -> AbstractAsyncContextManager[ClientConnection]:
        return open_peer(
            self.peer, self._make_url(), self._access, now_s=self._now_ms() / 1000, local=self.local
        )

    @abstractmethod
    def _make_url(self) -> str:
        """Where the socket is, with its key."""
