"""Fetches wished-for pictures: from disk, else over the program's own HTTP client."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from typing import TypeVar
from urllib.parse import urlsplit

import httpx

from app.access import Access
from app.addresses import is_loopback, split_address
from app.errors import SidestageError
from app.network.transport import RoutedTransport
from app.network.web import Web
from app.pictures.cache import PictureCache
from app.pictures.image_types import is_image
from app.pictures.places import can_ask
from app.pictures.wish import Arrival, Key, Wish

AT_ONCE = 4
LARGEST = 256 * 1024  # bytes of one picture
WAITING = 200  # wishes; the oldest are forgotten, and wished for again if somebody still looks
REST_S = 0.06  # after each: a request takes some ms of the loop that draws the window
AT_FIRST, A_SECOND = 60, 12.0  # so many at once, so many in the long run; what lies on disk is free
FORGIVEN_S = 300.0  # after which what failed is tried again
KEPT_FAILURES = 1_000
LONGEST_ADDRESS = 4_000
HEADERS = {"Accept": "image/webp,image/png,image/jpeg,image/gif"}
Result = TypeVar("Result")


class Fetcher:
    """Answers wishes, the newest first; what fails is not asked for again for a while.

    Args:
        find_access: how the room of now is got into: its proxy and timeouts hold for pictures too.
        cache: what is kept on disk.

    Attributes:
        revision: rises with each picture that came.
    """

    def __init__(
        self,
        find_access: Callable[[], Access],
        cache: PictureCache,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.revision = 0
        self._find_access, self._cache, self._clock = find_access, cache, clock
        self._waiting: OrderedDict[Key, Wish] = OrderedDict()  # the newest last
        self._busy: set[Key] = set()
        self._allowance = Allowance(clock)
        self._failed: OrderedDict[Key, float] = OrderedDict()  # when each may be tried again
        self._arrivals: list[Arrival] = []
        self._news = asyncio.Event()
        self._webs: dict[tuple[object, ...], Web] = {}
        self._opening = asyncio.Lock()

    def wish(self, wishes: Iterable[Wish]) -> None:
        """Fetch these before all that was wished for before; never waits."""
        now = self._clock()
        for wish in wishes:
            if wish.key not in self._busy and self._failed.get(wish.key, 0.0) <= now:
                self._waiting[wish.key] = wish
                self._waiting.move_to_end(wish.key)
        while len(self._waiting) > WAITING:
            self._waiting.popitem(last=False)
        if self._waiting:
            self._news.set()

    def forget_wishes(self) -> None:
        """Fetch none of those that wait."""
        self._waiting.clear()

    def limit_disk(self, most: int) -> None:
        """Keep so many bytes on disk from now on."""
        self._cache.most = most

    def take(self) -> list[Arrival]:
        """What came since it was taken last."""
        arrivals, self._arrivals = self._arrivals, []
        self._busy.difference_update(arrival.key for arrival in arrivals)
        return arrivals

    async def run(self) -> None:
        """Fetch until cancelled."""
        async with AsyncExitStack() as open_webs, asyncio.TaskGroup() as workers:
            self._open_webs = open_webs
            self._disk = open_webs.enter_context(ThreadPoolExecutor(1, "sidestage-pictures"))
            for _ in range(AT_ONCE):
                workers.create_task(self._work())

    async def _work(self) -> None:
        while True:
            while not self._waiting:
                self._news.clear()
                await self._news.wait()
            if pause_s := self._allowance.find_pause():
                await asyncio.sleep(pause_s)
                continue
            self._allowance.take()
            _, wish = self._waiting.popitem()
            self._busy.add(wish.key)
            await self._answer(wish)
            await asyncio.sleep(REST_S)

    async def _answer(self, wish: Wish) -> None:
        picture = await self._find(wish)
        if picture is None:
            self._busy.discard(wish.key)
            self._failed[wish.key] = self._clock() + FORGIVEN_S
            self._failed.move_to_end(wish.key)
            if len(self._failed) > KEPT_FAILURES:
                self._failed.popitem(last=False)
            return
        self._failed.pop(wish.key, None)
        self._arrivals.append(Arrival(wish.key, picture))
        self.revision += 1

    async def _find(self, wish: Wish) -> bytes | None:
        kept = await self._run_in_thread(lambda: self._cache.find(wish.key))
        if kept is not None:
            self._allowance.give_back()
            return kept
        picture = await self._fetch(wish.address)
        if picture is not None:
            await self._run_in_thread(lambda: self._cache.keep(wish.key, picture))
        return picture

    async def _fetch(self, address: str) -> bytes | None:
        """None for whatever fails: a picture that is missing is seen, and its address belongs into no log."""
        access = self._find_access()
        scheme, host = split_address(address[: LONGEST_ADDRESS + 1])
        if len(address) > LONGEST_ADDRESS or not can_ask(scheme, host, is_room_here=_is_here(access)):
            return None
        try:
            web = await self._find_web(access)
            answer = await web.get(address, headers=HEADERS, limit=LARGEST)
        except SidestageError:
            return None
        return answer.body if answer.status == httpx.codes.OK and is_image(answer.body) else None

    async def _find_web(self, access: Access) -> Web:
        """The client for that way out, made in the thread, where its certificates cost nobody a frame."""
        what_counts = (access.web_proxy, access.http_timeout_s, _is_here(access))
        async with self._opening:
            if what_counts not in self._webs:
                guard = await self._run_in_thread(lambda: Guard(access))
                web = await self._open_webs.enter_async_context(Web(access, transport=guard))
                self._webs[what_counts] = web
        return self._webs[what_counts]

    async def _run_in_thread(self, work: Callable[[], Result]) -> Result:
        return await asyncio.wrap_future(self._disk.submit(work))


class Allowance:
    """How many pictures may be fetched: a windowful at once, then a few a second.

    In a busy room somebody new writes with every row, and rows are gone before anybody sees a face.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._at_s, self._left = clock, clock(), float(AT_FIRST)

    def find_pause(self) -> float:
        """Seconds until one may be fetched; 0 at once."""
        now = self._clock()
        self._left = min(AT_FIRST, self._left + max(0.0, now - self._at_s) * A_SECOND)
        self._at_s = now
        return max(0.0, 1 - self._left) / A_SECOND

    def take(self) -> None:
        """Fetch one."""
        self._left -= 1

    def give_back(self) -> None:
        """It was not fetched after all."""
        self._left += 1


class Guard(httpx.AsyncBaseTransport):
    """Sends requests only where pictures may be; it sees those of redirects too.

    Raises:
        UsageError: as `RoutedTransport`.
    """

    def __init__(self, access: Access) -> None:
        self._is_here = _is_here(access)
        self._way = RoutedTransport(access.web_proxy)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, or refuse it."""
        if not can_ask(request.url.scheme, request.url.host, is_room_here=self._is_here):
            raise httpx.UnsupportedProtocol("no place for pictures", request=request)
        return await self._way.handle_async_request(request)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._way.aclose()


def _is_here(access: Access) -> bool:
    """Whether the room is on this machine."""
    return is_loopback(urlsplit(access.endpoints.webcast_url).hostname)
