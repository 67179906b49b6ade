"""Asking once a second instead of a socket (protocol.md e): the fallback, and a way in of its own."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus

from app.access import Access
from app.clock import loop_s
from app.connector.routes.guest import get_guest_cookies
from app.connector.routes.room import Incoming, MessageStream, RoomReader, RoomStream
from app.connector.routes.wire import WireRoute
from app.errors import Blocked, NetworkError, PollingRefused, ProtocolError, SidestageError, StalledSocket
from app.events import Connecting, Event, Undecodable
from app.network.identity import SOCKET_PARAMS
from app.network.waits import find_retry_after
from app.network.web import Web
from app.protocol.connection import WebcastConnection
from app.protocol.fetch import FetchResult, parse_fetch_result
from app.tiktok.find import find
from app.tiktok.lookup import Room
from app.words import connector as words

LEAST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 10.0
PAUSE_AFTER_ERROR_S = 10.0
SOCKET_OFFERED = 1  # fetch_type
SOCKET_AGAIN_S = 300.0  # a socket that was refused is not tried again before (GoD does so, too)
OVERLOADED = frozenset({429, 500, 502, 503, 504})  # says nothing about being let in
NO_CURSOR = ("", "0")  # “0” keeps the previous one


@dataclass(slots=True)
class PollPlace:
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

    def make_params(self, room: Room) -> dict[str, str]:
        """The query of the next poll."""
        told = {
            "room_id": str(room.room_id),
            "cursor": self.cursor,
            "internal_ext": self.internal_ext,
            "history_comment_cursor": self.history_cursor,
            "last_rtt": str(self.rtt_ms),
            "fetch_rule": "1",
        }
        return SOCKET_PARAMS | told

    def advance(self, result: FetchResult) -> None:
        """Take over what a reply says."""
        self.cursor = self.cursor if result.cursor in NO_CURSOR else result.cursor
        self.internal_ext = result.internal_ext or self.internal_ext
        self.history_cursor = result.history_cursor or self.history_cursor
        self.offer = result if result.fetch_type == SOCKET_OFFERED and result.push_server else None
        self.pause_s = min(max(LEAST_PAUSE_S, result.fetch_interval_ms / 1000), LONGEST_PAUSE_S)


class Poller:
    """Asks for a room, and remembers where the next poll goes on.

    Args:
        reader: reads what comes.
        access: addresses and timeouts.
        web: asks over HTTP.
        found: whom about.
        cookies: a guest's, or those of the signature.
    """

    def __init__(
        self, reader: RoomReader, access: Access, web: Web, found: Room, cookies: Mapping[str, str]
    ) -> None:
        self._web, self._found, self._cookies = web, found, cookies
        self._url = f"{access.endpoints.webcast_url}/webcast/im/fetch/"
        self._stale_s, self._timeout_s = access.stale_s, access.http_timeout_s
        self._reader = reader
        self._connection = WebcastConnection(found.room_id, seen=reader.visit.seen)
        self.place = PollPlace()

    async def enter(self, first: FetchResult | None = None) -> PollStream:
        """Ask once, and give the stream that goes on from the answer.

        Args:
            first: the result whose socket was refused, which says where to begin.

        Raises:
            PollingRefused: TikTok answers with nothing; Blocked: there is no place to go on from.
        """
        if first is not None:
            self.place.advance(first)
        result = await self.ask()
        if result.cursor in NO_CURSOR:
            raise Blocked(words.NO_PLACE)
        self._reader.visit.enter(self._found.room_id)
        entered = self._reader.enter_events(self._found)
        heard = [one for early in (first, result) if early for one in self.feed(early)]
        return PollStream(self._reader, (entered, heard), self, may_offer=first is not None)

    async def hear_next(self) -> list[Incoming]:
        """Pause, then ask again.

        Raises:
            PollingRefused: TikTok answers with nothing; StalledSocket: no answer for too long;
                NetworkError: it wants to be left alone for longer than that.
        """
        place, pause_s = self.place, self.place.pause_s
        while True:
            began_s = loop_s()
            await asyncio.sleep(pause_s)
            place.answered_s += max(0.0, loop_s() - began_s - pause_s)
            try:
                return self.feed(await self.ask())
            except (NetworkError, ProtocolError) as error:
                pause_s = error.retry_after or PAUSE_AFTER_ERROR_S
                if pause_s > self._stale_s:
                    raise
                if loop_s() - place.answered_s >= self._stale_s:
                    raise StalledSocket(words.NO_ANSWER.fill(seconds=self._stale_s)) from error
                if isinstance(error, ProtocolError):
                    return [Undecodable(at_ms=self._reader.now_ms(), reason=error.sentence)]

    def feed(self, result: FetchResult) -> list[Incoming]:
        """The messages of a result."""
        return self._reader.add_lost(self._connection.feed(result, self._reader.now_ms()), result.malformed)

    async def ask(self) -> FetchResult:
        """Ask TikTok once.

        Raises:
            PollingRefused: TikTok answers with nothing; NetworkError: it does not answer, or is overloaded.
        """
        place, began_s = self.place, loop_s()
        try:
            answer = await self._web.get_tiktok(self._url, place.make_params(self._found), self._cookies)
        finally:
            place.answered_s += max(0.0, loop_s() - began_s - self._timeout_s)
        if answer.status in OVERLOADED:
            asked_s = find_retry_after(answer.headers, now=self._reader.now_ms() / 1000)
            raise NetworkError(words.TIKTOK_ANSWERED.fill(status=answer.status), retry_after=asked_s)
        if answer.status != HTTPStatus.OK or not answer.body:
            raise PollingRefused(words.POLL_REFUSED, hint=words.CHOOSE_OTHER)
        result = parse_fetch_result(answer.body, self._reader.now_ms())
        place.advance(result)
        place.answered_s = loop_s()
        place.rtt_ms = round((place.answered_s - began_s) * 1000)
        return result


class PollStream(MessageStream):
    """Answers to polls. It ends also where a reply offers a socket, if one was refused a while before.

    Attributes:
        offer: the reply that does.
    """

    def __init__(
        self,
        reader: RoomReader,
        early: tuple[list[Event], list[Incoming]],
        poller: Poller,
        *,
        may_offer: bool,
    ) -> None:
        super().__init__(reader, early)
        self._poller = poller
        self._again_s = loop_s() + SOCKET_AGAIN_S if may_offer else math.inf
        self.offer: FetchResult | None = None

    async def read_next_events(self) -> Iterable[Event] | None:
        """See `RoomStream`."""
        if self._is_under_way and not self._has_ended and loop_s() >= self._again_s:
            self.offer = self._poller.place.offer
        return None if self.offer else await super().read_next_events()

    async def _hear_next(self) -> list[Incoming]:
        heard = await self._poller.hear_next()
        self._reader.visit.heard_ms = self._reader.now_ms()
        return heard


class PollingRoute(WireRoute):
    """Polls as a guest, or with the user's log-in."""

    source = "polling"

    async def _prepare(self, web: Web, *, waiting: bool) -> AsyncGenerator[Event, None]:
        if not waiting:
            yield Connecting(step=words.LOOKING.fill(handle=self._target.label))
        room = await find(web, self._access.endpoints, self._target, spend=False)
        yield Connecting(step=words.POLLING)
        cookies = await get_guest_cookies(web, self._access)
        poller = Poller(self._room, self._access, web, room, cookies)
        self._opening = partial(_open, poller)


@asynccontextmanager
async def _open(poller: Poller) -> AsyncIterator[RoomStream]:
    yield await poller.enter()


def make_fallback_error(refusal: SidestageError, error: SidestageError) -> SidestageError:
    """Give the first refusal when polling fails, too; its hint says that both were tried."""
    if isinstance(error, PollingRefused):
        refusal.hint = words.POLLS_REFUSED_TOO
    return refusal
