"""The rooms that TikTok recommends, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.access.endpoints import Endpoints
from app.errors import ProtocolError
from app.network.web import Web
from app.tiktok.room import RoomSummary, summarize_info
from app.tiktok.tree import is_true, read_identity, read_list, read_mapping
from app.tiktok.webcast import ask_webcast
from app.words import tiktok as words

CHANNEL = {"channel": "tiktok_web", "channel_id": "86"}


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Some rooms, and where the next page begins.

    Attributes:
        max_time: what to ask the next page with.
        has_more: whether there is one.
    """

    rooms: tuple[RoomSummary, ...]
    max_time: int
    has_more: bool


async def read_feed_page(web: Web, endpoints: Endpoints, max_time: int = 0) -> FeedPage:
    """One page; `max_time` is 0 for the first, then the one of the page before.

    Raises:
        SidestageError: as `ask_webcast`.
    """
    params = CHANNEL | ({"max_time": str(max_time)} if max_time else {})
    told = await ask_webcast(web, endpoints, "feed/", params)
    if not isinstance(told.get("data"), list):
        raise ProtocolError(words.NO_FEED)
    rooms = tuple(_read_room(read_mapping(row)) for row in read_list(told["data"]))
    extra = read_mapping(told.get("extra"))
    following = read_identity(extra.get("max_time"))
    # The same place again would be the same page for ever.
    more = is_true(extra.get("has_more")) and following not in (0, max_time)
    return FeedPage(tuple(room for room in rooms if room.room_id), following, more)


def _read_room(row: Any) -> RoomSummary:
    told = read_mapping(row.get("data"))
    return summarize_info({"id": row.get("rid"), **told}, "feed")
