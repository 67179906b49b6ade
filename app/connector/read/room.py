"""What a room says about itself, in one small value (protocol.md f.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.connector.endpoints import Endpoints
from app.connector.read.webcast import asked
from app.connector.tree import count, mapping, number, page_person, person, picture, text
from app.connector.web import Web
from app.errors import ProtocolError
from app.events import User
from app.events.base import NOBODY

RoomStatus = Literal["live", "paused", "ended", "unknown"]
RoomSource = Literal["room_info", "live_page", "feed"]
STATUSES: dict[int, RoomStatus] = {2: "live", 3: "paused", 4: "ended"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomSummary:
    """A stream at one moment. A number that was not told is None, which is not 0.

    Attributes:
        room_id: its id; a new one for every stream.
        host: the creator, without badges.
        title: of the stream; untrusted text.
        status: 2 live, 3 paused, 4 ended on the wire.
        started_ms: when the stream began, ms since 1970, 0 when not told (`create_time`, page: `startTime`).
        viewers: watching now (`user_count`, page: `liveRoomStats.userCount`).
        entered: came so far (`stats.total_user`, page: `liveRoomStats.enterCount`).
        likes: likes so far (`like_count`); the page does not say.
        followers: of the creator (`owner.follow_info.follower_count`, page: `stats.followerCount`).
        category: what TikTok files it under, such as “Gaming” (`hashtag.title`); the page has a number only.
        age_restricted: 18+ (`age_restricted.restricted`, page: `isAgeGateRoom`).
        cover_url: picture, possibly empty.
        source: who said so.
    """

    room_id: int
    host: User = NOBODY
    title: str = ""
    status: RoomStatus = "unknown"
    started_ms: int = 0
    viewers: int | None = None
    entered: int | None = None
    likes: int | None = None
    followers: int | None = None
    category: str = ""
    age_restricted: bool = False
    cover_url: str = ""
    source: RoomSource = "room_info"


async def room_info(web: Web, endpoints: Endpoints, room_id: int) -> dict[str, Any]:
    """The `data` of room/info as TikTok sends it.

    Raises:
        SidestageError: as `asked`.
    """
    told = await asked(web, endpoints, "room/info/", {"room_id": str(room_id)})
    if not isinstance(told.get("data"), dict):
        raise ProtocolError("The answer has no data.")
    return dict(told["data"])


def summary_of_info(told: Mapping[str, Any], source: RoomSource = "room_info") -> RoomSummary:
    """Out of the room object of room/info, of the feed, of room/enter."""
    stats, owner = mapping(told.get("stats")), mapping(told.get("owner"))
    return RoomSummary(
        room_id=number(told.get("id_str"), told.get("id")),
        host=person(owner),
        title=text(told.get("title")),
        status=STATUSES.get(number(told.get("status")), "unknown"),
        started_ms=number(told.get("create_time")) * 1000,
        viewers=count(told.get("user_count")),
        entered=_told(stats, "total_user", "enter_count"),
        likes=_told({**stats, **told}, "like_count"),
        followers=count(mapping(owner.get("follow_info")).get("follower_count")),
        category=text(mapping(told.get("hashtag")).get("title")),
        age_restricted=mapping(told.get("age_restricted")).get("restricted") is True,
        cover_url=picture(told.get("cover")),
        source=source,
    )


def summary_of_page(told: Mapping[str, Any]) -> RoomSummary:
    """Out of what `page_room` gives."""
    user, live = mapping(told.get("user")), mapping(told.get("liveRoom"))
    stats = mapping(live.get("liveRoomStats"))
    status = number(user.get("status")), number(live.get("status"))
    return RoomSummary(
        room_id=number(user.get("roomId")),
        host=page_person(user),
        title=text(live.get("title")),
        status=STATUSES.get(max(status), "unknown"),  # what ended or paused in one place has not gone on
        started_ms=number(live.get("startTime")) * 1000,
        viewers=count(stats.get("userCount")),
        entered=count(stats.get("enterCount")),
        followers=count(mapping(told.get("stats")).get("followerCount")),
        cover_url=text(live.get("coverUrl")),
        source="live_page",
    )


def _told(tree: Mapping[str, Any], *names: str) -> int | None:
    """The first of several names that has a number."""
    return next((found for name in names if (found := count(tree.get(name))) is not None), None)
