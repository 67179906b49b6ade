"""What `LiveClient` reads over HTTP, beside following the room."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from app.access import Access
from app.access.endpoints import Endpoints
from app.errors import AgeRestricted, Blocked, ProtocolError, RoomEnded, RoomOffline
from app.errors.reading import GiftListRefused, LoginNeeded
from app.events import User
from app.network.web import Web
from app.tiktok.audience import TopViewer, list_top_viewers
from app.tiktok.coins import CoinPackage, list_coin_packages
from app.tiktok.feed import FeedPage, read_feed_page
from app.tiktok.find import find, find_alive, find_numbered, resolve_link
from app.tiktok.gifts import read_gift_list
from app.tiktok.lookup import Room
from app.tiktok.profile import Profile, read_profile
from app.tiktok.room import RoomSummary, read_room_info, summarize_info
from app.tiktok.shipped_gifts import read_shipped_gifts
from app.tiktok.sources import Account, read_accounts
from app.tiktok.streams import Stream, check_open
from app.tiktok.target import Target
from app.words import errors as error_words
from app.words import tiktok as words


async def check_live(room_ids: Iterable[int], access: Access | None = None) -> dict[int, bool]:
    """Which of the rooms are live; False also for what is no room. Costs no signature.

    One request for all of them, and one or two more for each that is said to be live.

    Args:
        room_ids: any number of them.
        access: whom to ask; by default TikTok, or what the SIDESTAGE_… variables say.

    Raises:
        SidestageError: nobody could tell.
    """
    access = access or Access(Endpoints.from_environment(os.environ))
    async with Web(access) as web:
        return await find_alive(web, access.endpoints, list(room_ids))


class Reading:
    """The reads; each asks anew and keeps nothing. All raise `SidestageError` with a sentence."""

    target: Target
    _access: Access

    @property
    def unique_id(self) -> str:
        """The handle without the @, empty while only a number is known."""
        return self.target.unique_id

    @property
    def room_id(self) -> int:
        """The room last entered, 0 before."""
        return 0

    async def is_live(self) -> bool:
        """Whether the creator is live now, asked of TikTok's own pages; costs no signature.

        Raises:
            SidestageError: nobody could tell.
        """
        async with Web(self._access) as web:
            try:
                await find(web, self._access.endpoints, self.target, spend=False)
            except (RoomOffline, RoomEnded):
                return False
        return True

    async def room_info(self) -> dict[str, Any]:
        """TikTok's room/info, looked up by name when no room was entered yet.

        Raises:
            SidestageError: it could not be read; RoomRefused when the room is 18+ or does not exist.
        """
        async with Web(self._access) as web:
            return await read_room_info(web, self._access.endpoints, await self._find_room_id(web))

    async def summary(self) -> RoomSummary:
        """Title, host and figures of the room: from room/info; where that refuses from live page or api-live.

        Raises:
            SidestageError: what room/info said, when nobody else says anything either.
        """
        summaries = []
        async with (
            Web(self._access) as web,
            aclosing(self._read_accounts(web, await self._find_room(web))) as accounts,
        ):
            async for account in accounts:
                summary = account.summary
                # The room was live when it was looked up, so that another may know better than an old page.
                if account.source == "room_info" or summary.status != "ended":
                    return summary
                summaries.append(summary)
        return summaries[0]

    async def streams(self) -> tuple[Stream, ...]:
        """The addresses of the video by quality: from room/info, the live page or api-live; possibly none.

        Raises:
            NoStream: the room shows its video to subscribers only, or to those with a ticket.
            SidestageError: what room/info said, when nobody else says anything either.
        """
        summaries, broken = [], None
        async with (
            Web(self._access) as web,
            aclosing(self._read_accounts(web, await self._find_room(web))) as accounts,
        ):
            async for account in accounts:
                try:
                    if streams := account.streams:
                        return streams
                except ProtocolError as error:  # another may have them whole
                    broken = error
                summaries.append(account.summary)
        check_open(summaries)
        if broken:
            raise broken
        return ()

    async def gift_info(self) -> list[dict[str, Any]]:
        """TikTok's gift panel, a few MB; where TikTok refuses it, the shipped list, each gift with `shipped`.

        A creator who is not live has the panel of the country that asks.

        Raises:
            SidestageError: nobody has that name, or no answer at all.
        """
        async with Web(self._access) as web:
            try:
                room_id = await self._find_room_id(web)
            except (RoomOffline, RoomEnded, AgeRestricted, Blocked):
                room_id = 0
            try:
                return await read_gift_list(web, self._access.endpoints, room_id)
            except GiftListRefused:
                return read_shipped_gifts()

    async def user_info(self) -> Profile:
        """The creator's profile; live or not makes no difference.

        Raises:
            SidestageError: NoSuchUser, or TikTok shows no profile.
        """
        async with Web(self._access) as web:
            return await read_profile(web, self._access.endpoints, await self._find_person(web))

    async def top_viewers(self) -> tuple[TopViewer, ...]:
        """The viewers who gave most. TikTok tells them to people with a log-in only.

        Raises:
            SidestageError: LoginNeeded, at once where there is none.
        """
        if self._access.login is None:
            raise LoginNeeded(words.TOP_VIEWERS_LOG_IN, hint=error_words.LOG_IN_PLACE)
        async with Web(self._access) as web:
            room_id = await self._find_room_id(web)
            host = await self._find_host(web, room_id)
            return await list_top_viewers(web, self._access.endpoints, room_id, host.id)

    async def feed(self, max_time: int = 0) -> FeedPage:
        """Rooms that TikTok recommends, whoever this client is for; the next page with `page.max_time`.

        Raises:
            SidestageError: it could not be read.
        """
        async with Web(self._access) as web:
            return await read_feed_page(web, self._access.endpoints, max_time)

    async def coins(self) -> tuple[CoinPackage, ...]:
        """What coins cost.

        Raises:
            SidestageError: it could not be read.
        """
        async with Web(self._access) as web:
            return await list_coin_packages(web, self._access.endpoints)

    async def _find_room(self, web: Web) -> Room:
        """The room last entered, else the one that is found."""
        if self.room_id:
            return Room(self.room_id, self.unique_id)
        return await find(web, self._access.endpoints, self.target, spend=False)

    async def _find_room_id(self, web: Web) -> int:
        return (await self._find_room(web)).room_id

    def _read_accounts(self, web: Web, room: Room) -> AsyncGenerator[Account]:
        named = replace(room, unique_id=room.unique_id or self.unique_id)
        return read_accounts(web, self._access.endpoints, named)

    async def _find_host(self, web: Web, room_id: int) -> User:
        return summarize_info(await read_room_info(web, self._access.endpoints, room_id)).host

    async def _find_person(self, web: Web) -> str | int:
        """The handle, or the user's number; a number that may be a room's is asked about as one first."""
        if self.unique_id:
            return self.unique_id
        target = await resolve_link(web, self._access.endpoints, self.target)
        if target.unique_id:
            return target.unique_id
        if target.room_id and (room := await find_numbered(web, self._access.endpoints, target)):
            return room.unique_id or (await self._find_host(web, target.room_id)).unique_id
        if target.user_id:
            return target.user_id
        raise RoomEnded(words.ROOM_NOT_LIVE.fill(number=target.room_id), hint=words.NEW_ID)
