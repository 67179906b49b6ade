"""The gift panel with its prices. Following needs none of it: gift events carry name and price."""

from __future__ import annotations

from typing import Any

from app.access.endpoints import Endpoints
from app.errors import ProtocolError
from app.errors.reading import GiftListRefused
from app.network.web import Web
from app.tiktok.tree import read_mapping
from app.tiktok.webcast import ask_webcast
from app.words import tiktok as words


async def read_gift_list(web: Web, endpoints: Endpoints, room_id: int) -> list[dict[str, Any]]:
    """The `data.gifts` of gift/list (protocol.md f.2), of the room's country where a room is named.

    Raises:
        SidestageError: GiftListRefused when TikTok wants a signature, else as `ask_webcast`.
    """
    params = {"room_id": str(room_id)} if room_id else {}
    told = await ask_webcast(web, endpoints, "gift/list/", params, GiftListRefused)
    gifts = read_mapping(told.get("data")).get("gifts")
    if not isinstance(gifts, list):
        raise ProtocolError(words.NO_GIFTS)
    return [gift for gift in gifts if isinstance(gift, dict)]
