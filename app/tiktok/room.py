"""What a room says about itself, in one small value (protocol.md f.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.access.endpoints import Endpoints
from app.errors import ProtocolError
from app.events import User
from app.events.types.base import NOBODY
from app.network.web import Web
from app.tiktok.tree import (
    is_true,
    read_amount,
    read_identity,
    read_mapping,
    read_moment_ms,
    read_number,
    read_page_person,
    read_person,
    read_picture,
    read_text,
)
from app.tiktok.webcast import ask_webcast
from app.words import tiktok as words

RoomStatus = Literal["live", "paused", "ended", "unknown"]
RoomSource = Literal["room_info", "live_page", "api_live", "feed"]
# Room/info and the page spell it in two ways.
SUBSCRIBERS = ("live_sub_only", "liveSubOnly")
PAID = ("paid_event", "paidEvent")
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
        subscribers_only: its video is for subscribers (`live_sub_only`, page: `liveSubOnly`).
        paid_event: its video is for those who bought a ticket (`paid_event.paid_type`, page: `paidEvent`).
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
    subscribers_only: bool = False
    paid_event: bool = False
    cover_url: str = ""
    source: RoomSource = "room_info"


async def read_room_info(web: Web, endpoints: Endpoints, room_id: int) -> dict[str, Any]:
    """The `data` of room/info as TikTok sends it.

    Raises:
        SidestageError: as `ask_webcast`.
    """
    told = await ask_webcast(web, endpoints, "room/info/", {"room_id": str(room_id)})
    if not isinstance(told.get("data"), dict):
        raise ProtocolError(words.NO_DATA)
    return dict(told["data"])


def summarize_info(told: Mapping[str, Any], source: RoomSource = "room_info") -> RoomSummary:
    """Out of the room object of room/info, of the feed, of room/enter."""
    stats, owner = read_mapping(told.get("stats")), read_mapping(told.get("owner"))
    return RoomSummary(
        room_id=read_identity(told.get("id_str"), told.get("id")),
        host=read_person(owner),
        title=read_text(told.get("title")),
        status=STATUSES.get(read_number(told.get("status")), "unknown"),
        started_ms=read_moment_ms(told.get("create_time")),
        viewers=read_amount(told.get("user_count")),
        entered=_find_amount(stats, "total_user", "enter_count"),
        likes=_find_amount({**stats, **told}, "like_count"),
        followers=read_amount(read_mapping(owner.get("follow_info")).get("follower_count")),
        category=read_text(read_mapping(told.get("hashtag")).get("title")),
        age_restricted=_is_set(told.get("age_restricted"), "restricted"),
        subscribers_only=_is_any(told, SUBSCRIBERS),
        paid_event=_is_any(told, PAID),
        cover_url=read_picture(told.get("cover")),
        source=source,
    )


def summarize_page(told: Mapping[str, Any], source: RoomSource = "live_page") -> RoomSummary:
    """Out of what `read_page_room` or `ask_api_room` gives."""
    user, live = read_mapping(told.get("user")), read_mapping(told.get("liveRoom"))
    stats = read_mapping(live.get("liveRoomStats"))
    status = read_number(user.get("status")), read_number(live.get("status"))
    return RoomSummary(
        room_id=read_identity(user.get("roomId")),
        host=read_page_person(user),
        title=read_text(live.get("title")),
        status=STATUSES.get(max(status), "unknown"),  # what ended or paused in one place has not gone on
        started_ms=read_moment_ms(live.get("startTime")),
        viewers=read_amount(stats.get("userCount")),
        entered=read_amount(stats.get("enterCount")),
        followers=read_amount(read_mapping(told.get("stats")).get("followerCount")),
        age_restricted=is_true(told.get("isAgeGateRoom")),
        subscribers_only=_is_any({**told, **live}, SUBSCRIBERS),
        paid_event=_is_any({**told, **live}, PAID),
        cover_url=read_text(live.get("coverUrl")),
        source=source,
    )


def _is_any(fields: Mapping[str, Any], names: tuple[str, ...]) -> bool:
    return any(_is_set(fields.get(name), "paid_type", "paidType") for name in names)


def _is_set(flag: object, *names: str) -> bool:
    """A flag that stands in an object of its own, or bare."""
    if isinstance(flag, dict):
        return any(is_true(flag.get(name)) for name in names)
    return is_true(flag)


def _find_amount(tree: Mapping[str, Any], *names: str) -> int | None:
    """The first of several names that has a number."""
    return next((found for name in names if (found := read_amount(tree.get(name))) is not None), None)
