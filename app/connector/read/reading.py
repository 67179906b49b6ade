"""What `LiveClient` reads over HTTP, beside following the room."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from app.connector.access import Access
from app.connector.endpoints import Endpoints
from app.connector.find import alive_of, find, is_alive
from app.connector.pages import page_room
from app.connector.read.audience import TopViewer, top_viewers
from app.connector.read.coins import CoinPackage, coin_packages
from app.connector.read.errors import WHERE_A_LOGIN_GOES, GiftListRefused, LoginNeeded
from app.connector.read.feed import FeedPage, feed_page
from app.connector.read.gifts import gift_info
from app.connector.read.profile import Profile, profile_of
from app.connector.read.room import RoomSummary, room_info, summary_of_info, summary_of_page
from app.connector.read.shipped import shipped_gifts
from app.connector.read.streams import Stream, streams_of, streams_of_page
from app.connector.target import Target
from app.connector.web import Web
from app.errors import AgeRestricted, Blocked, RoomEnded, RoomOffline, SidestageError
from app.events import User


async def are_live(room_ids: Iterable[int], access: Access | None = None) -> dict[int, bool]:
    """Which of the rooms are live, with one request; False also for what is no room. Costs no signature.

    Args:
        room_ids: any number of them.
        access: whom to ask; by default TikTok, or what the SIDESTAGE_… variables say.

    Raises:
        SidestageError: nobody could tell.
    """
    access = access or Access(Endpoints.overridden(os.environ, {}))
    async with Web(access) as web:
        return await alive_of(web, access.endpoints, list(room_ids))


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
            return await room_info(web, self._access.endpoints, await self._room_id(web))

    async def summary(self) -> RoomSummary:
        """Title, host and figures of the room: from room/info, and where that refuses from the live page.

        Raises:
            SidestageError: what room/info said, when the page says nothing either.
        """
        async with Web(self._access) as web:
            room_id = await self._room_id(web)
            try:
                return summary_of_info(await room_info(web, self._access.endpoints, room_id))
            except SidestageError as refused:
                return summary_of_page(await self._page_instead(web, refused))

    async def streams(self) -> tuple[Stream, ...]:
        """The addresses of the video by quality: from room/info, else from the live page; possibly none.

        Raises:
            SidestageError: what room/info said, when the page says nothing either.
        """
        async with Web(self._access) as web:
            room_id = await self._room_id(web)
            try:
                told = await room_info(web, self._access.endpoints, room_id)
                if (found := streams_of(told.get("stream_url"))) or not self.unique_id:
                    return found
            except SidestageError as refused:
                return streams_of_page(await self._page_instead(web, refused))
            return streams_of_page(await page_room(web, self._access.endpoints, self.unique_id))

    async def gift_info(self) -> list[dict[str, Any]]:
        """TikTok's gift panel, a few MB; where TikTok refuses it, the shipped list, each gift with `shipped`.

        A creator who is not live has the panel of the country that asks.

        Raises:
            SidestageError: nobody has that name, or no answer at all.
        """
        async with Web(self._access) as web:
            try:
                room_id = await self._room_id(web)
            except (RoomOffline, RoomEnded, AgeRestricted, Blocked):
                room_id = 0
            try:
                return await gift_info(web, self._access.endpoints, room_id)
            except GiftListRefused:
                return shipped_gifts()

    async def user_info(self) -> Profile:
        """The creator's profile; live or not makes no difference.

        Raises:
            SidestageError: NoSuchUser, or TikTok shows no profile.
        """
        async with Web(self._access) as web:
            return await profile_of(web, self._access.endpoints, await self._who(web))

    async def top_viewers(self) -> tuple[TopViewer, ...]:
        """The viewers who gave most. TikTok tells them to people with a log-in only.

        Raises:
            SidestageError: LoginNeeded, at once where there is none.
        """
        if self._access.login is None:
            raise LoginNeeded("TikTok names top viewers to a log-in only.", hint=WHERE_A_LOGIN_GOES)
        async with Web(self._access) as web:
            room_id = await self._room_id(web)
            host = await self._host(web, room_id)
            return await top_viewers(web, self._access.endpoints, room_id, host.id)

    async def feed(self, max_time: int = 0) -> FeedPage:
        """Rooms that TikTok recommends, whoever this client is for; the next page with `page.max_time`.

        Raises:
            SidestageError: it could not be read.
        """
        async with Web(self._access) as web:
            return await feed_page(web, self._access.endpoints, max_time)

    async def coins(self) -> tuple[CoinPackage, ...]:
        """What coins cost.

        Raises:
            SidestageError: it could not be read.
        """
        async with Web(self._access) as web:
            return await coin_packages(web, self._access.endpoints)

    async def _room_id(self, web: Web) -> int:
        return self.room_id or (await find(web, self._access.endpoints, self.target, spend=False)).room_id

    async def _page_instead(self, web: Web, refused: SidestageError) -> dict[str, Any]:
        """The live page; what room/info said counts where there is none."""
        if not self.unique_id:
            raise refused
        try:
            return await page_room(web, self._access.endpoints, self.unique_id)
        except SidestageError:
            raise refused from None

    async def _host(self, web: Web, room_id: int) -> User:
        return summary_of_info(await room_info(web, self._access.endpoints, room_id)).host

    async def _who(self, web: Web) -> str | int:
        """The handle, or the user's number; a number that may be a room's is asked about as one first."""
        if self.unique_id:
            return self.unique_id
        if self.target.room_id and await is_alive(web, self._access.endpoints, self.target.room_id):
            return (await self._host(web, self.target.room_id)).unique_id
        if self.target.user_id:
            return self.target.user_id
        raise RoomEnded(f"Room {self.target.room_id} is not live.", hint="A new stream has a new id.")
