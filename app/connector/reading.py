"""What `LiveClient` reads over HTTP, beside following the room."""

from __future__ import annotations

from typing import Any

from app.connector.access import Access
from app.connector.find import find
from app.connector.info import GiftListRefused, gift_info, room_info
from app.connector.shipped import shipped_gifts
from app.connector.streams import Stream, streams_of
from app.connector.target import Target
from app.connector.web import Web
from app.errors import RoomOffline


class Reading:
    """The reads; each asks anew and keeps nothing."""

    target: Target
    _access: Access

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
            except RoomOffline:
                return False
        return True

    async def room_info(self) -> dict[str, Any]:
        """TikTok's room/info, looked up by name when no room was entered yet.

        Raises:
            SidestageError: it could not be read.
        """
        async with Web(self._access) as web:
            return await room_info(web, self._access.endpoints, await self._room_id(web))

    async def gift_info(self) -> list[dict[str, Any]]:
        """TikTok's gift panel, a few MB; where TikTok refuses it, the shipped list, each gift with `shipped`.

        Raises:
            SidestageError: GiftListRefused when TikTok wants a signature and there is no shipped list.
        """
        async with Web(self._access) as web:
            room_id = await self._room_id(web)
            try:
                return await gift_info(web, self._access.endpoints, room_id)
            except GiftListRefused:
                if not (shipped := shipped_gifts()):
                    raise
                return shipped

    async def streams(self) -> tuple[Stream, ...]:
        """The addresses of the video by quality, empty when room/info names none.

        Raises:
            SidestageError: room/info could not be read.
        """
        return streams_of((await self.room_info()).get("stream_url"))

    async def _room_id(self, web: Web) -> int:
        return self.room_id or (await find(web, self._access.endpoints, self.target, spend=False)).room_id
