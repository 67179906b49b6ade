"""Asking once a second instead of a socket (protocol.md e): the fallback, and a way in of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from app.access import Access
from app.clock import REAL, Clock, loop_s
from app.connector.routes.guest import guest_cookies
from app.connector.routes.room import Heard, RoomReader
from app.connector.routes.wire import WireRoute
from app.errors import Blocked, NetworkError, PollingRefused, ProtocolError, SidestageError, StalledSocket
from app.events import Connecting, End, Event, Undecodable
from app.network.identity import SOCKET_PARAMS
from app.network.waits import wait_asked
from app.network.web import Web
from app.protocol.connection import WebcastConnection
from app.protocol.fetch import FetchResult, parse_fetch_result
from app.tiktok.find import find
from app.tiktok.lookup import Room
from app.tiktok.target import Target

LEAST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 10.0
PAUSE_AFTER_ERROR_S = 10.0
SOCKET_OFFERED = 1  # fetch_type
SOCKET_AGAIN_S = 300.0  # a socket that was refused is not tried again before (GoD does so, too)
OVERLOADED = frozenset({429, 500, 502, 503, 504})  # says nothing about being let in
NO_CURSOR = ("", "0")  # “0” keeps the previous one


@dataclass(slots=True)
class Place:
    """Where the next poll goes on.

    Attributes:
        answered_s: when an answer last came, by the loop's clock; while we were stopped it goes along.
    """

    cursor: str = "0"
    internal_ext: str = "0"
    history_cursor: str = ""
    rtt_ms: int = -1
    pause_s: float = LEAST_PAUSE_S
    offer: FetchResult | None = None
    answered_s: float = field(default_factory=loop_s)

    def params(self, room: Room) -> dict[str, str]:
        """The query of the next poll."""
        told = {"room_id": str(room.room_id), "cursor": self.cursor, "internal_ext": self.internal_ext,
                "history_comment_cursor": self.history_cursor, "last_rtt": str(self.rtt_ms),
                "fetch_rule": "1"}  # fmt: skip
        return SOCKET_PARAMS | told

    def advance(self, result: FetchResult) -> None:
        """Take over what a reply says."""
        self.cursor = self.cursor if result.cursor in NO_CURSOR else result.cursor
        self.internal_ext = result.internal_ext or self.internal_ext
        self.history_cursor = result.history_cursor or self.history_cursor
        self.offer = result if result.fetch_type == SOCKET_OFFERED and result.push_server else None
        self.pause_s = min(max(LEAST_PAUSE_S, result.fetch_interval_ms / 1000), LONGEST_PAUSE_S)


class Poller:
    """Reads one room by polls, into the same events as a socket would."""

    def __init__(self, room: RoomReader, access: Access, clock: Clock = REAL) -> None:
        self._room = room
        self._url = f"{access.endpoints.webcast_url}/webcast/im/fetch/"
        self._stale_s, self._timeout_s = access.stale_s, access.http_timeout_s
        self._now_ms = clock.now_ms
        self.offer: FetchResult | None = None

    async def poll(
        self, web: Web, room: Room, cookies: Mapping[str, str], first: FetchResult | None = None
    ) -> AsyncGenerator[Event, None]:
        """Until the stream ends, or, where a socket was refused before, a reply offers one after a while.

        Then `offer` is the reply that does; else it is None.

        Args:
            web: asks over HTTP.
            room: whom about.
            cookies: a guest's, or those of the signature.
            first: the result whose socket was refused, which says where to begin.

        Raises:
            PollingRefused: TikTok answers with nothing; StalledSocket: no answer for too long;
                NetworkError: it wants to be left alone for longer than that.
        """
        place, connection = Place(), WebcastConnection(room.room_id, seen=self._room.visit.seen)
        self.offer, again_s = None, loop_s() + SOCKET_AGAIN_S
        if first is not None:
            place.advance(first)
        result = await self._asked(web, room, place, cookies)
        if result.cursor in NO_CURSOR:
            raise Blocked("TikTok's answer has no place to go on from.")
        self._room.visit.enter(room.room_id)
        for event in self._room.entered(room):  # before anything is noted as heard: a gap ends here
            yield event
        heard = [one for early in (first, result) if early for one in self._fed(connection, early)]
        ended = False
        while not ended:
            self._room.visit.heard_ms = self._now_ms()
            async with aclosing(self._room.decoded(heard)) as events:
                async for event in events:
                    ended = ended or isinstance(event, End)
                    yield event
            if first is not None and place.offer and loop_s() >= again_s:
                self.offer = None if ended else place.offer
                return
            heard = [] if ended else await self._next(web, room, place, cookies, connection)

    async def _next(
        self, web: Web, room: Room, place: Place, cookies: Mapping[str, str], connection: WebcastConnection
    ) -> list[Heard]:
        pause_s = place.pause_s
        while True:
            began_s = loop_s()
            await asyncio.sleep(pause_s)
            place.answered_s += max(0.0, loop_s() - began_s - pause_s)
            try:
                return self._fed(connection, await self._asked(web, room, place, cookies))
            except (NetworkError, ProtocolError) as error:
                pause_s = error.retry_after or PAUSE_AFTER_ERROR_S
                if pause_s > self._stale_s:
                    raise
                if loop_s() - place.answered_s >= self._stale_s:
                    raise StalledSocket(f"No answer for {self._stale_s:.0f} s.") from error
                if isinstance(error, ProtocolError):
                    return [Undecodable(at_ms=self._now_ms(), reason=str(error))]

    async def _asked(self, web: Web, room: Room, place: Place, cookies: Mapping[str, str]) -> FetchResult:
        began_s = loop_s()
        try:
            answer = await web.tiktok(self._url, place.params(room), cookies)
        finally:
            place.answered_s += max(0.0, loop_s() - began_s - self._timeout_s)
        if answer.status in OVERLOADED:
            asked_s = wait_asked(answer.headers, now=self._now_ms() / 1000)
            raise NetworkError(f"TikTok answered {answer.status}.", retry_after=asked_s)
        if answer.status != HTTPStatus.OK or not answer.body:
            raise PollingRefused("TikTok answers polls with nothing; it wants a signature or a log-in.",
                                 hint="Choose another way in.")  # fmt: skip
        result = parse_fetch_result(answer.body, self._now_ms())
        place.advance(result)
        place.answered_s = loop_s()
        place.rtt_ms = round((place.answered_s - began_s) * 1000)
        return result

    def _fed(self, connection: WebcastConnection, result: FetchResult) -> list[Heard]:
        return self._room.with_lost(connection.feed(result, self._now_ms()), result.malformed)


class Polling(WireRoute):
    """Polls as a guest, or with the user's log-in."""

    source = "polling"

    def __init__(self, target: Target, access: Access, **options: Any) -> None:
        super().__init__(target, access, **options)
        self._poller = Poller(self._room, access, self._clock)

    async def attempt(self, *, waiting: bool) -> AsyncGenerator[Event, None]:
        """See `Route`."""
        async with Web(self._access) as web:
            if not waiting:
                yield Connecting(step=f"Looking for {self._target} …")
            room = await find(web, self._access.endpoints, self._target, spend=False)
            yield Connecting(step="Asking TikTok once a second …")
            cookies = await guest_cookies(web, self._access)
            async with aclosing(self._poller.poll(web, room, cookies)) as events:
                async for event in events:
                    yield event


def fallback_failed(refusal: SidestageError, error: SidestageError) -> SidestageError:
    """The socket was refused and polling too: the first refusal counts, and says that both were tried."""
    if isinstance(error, PollingRefused):
        refusal.hint = "Polling was refused too."
    return refusal
