"""What the server answers over HTTP: live page, api-live, room info, gift list (protocol.md a, f)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from app.sim.room import phrases
from app.sim.room.gifts import PANEL, describe_kind
from app.sim.room.people import Person
from app.sim.web.projector import make_pull_data, make_stream_url
from app.sim.wire import make_image

LIVE, OFFLINE = 2, 4
NOT_FOUND = {"data": {}, "message": "user_not_found", "statusCode": 19881007}
RATE_LIMIT = 2500
FOLLOWERS, FOLLOWING = 24_905, 299
AVATAR = "https://p16-sign.example.com/aweme/720x720/tos-avt/host.webp"
TITLE = "Songs & stories 🎤"


@dataclass(frozen=True, slots=True)
class WebRequest:
    """A GET request: the path's named parts and the query."""

    parts: Mapping[str, str]
    params: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ServedAnswer:
    """What is sent back."""

    body: bytes
    content_type: str = "application/json"
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_s: float = 0.0
    is_endless: bool = False


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """What the answers need to know of the room at this moment.

    Attributes:
        audience: the best viewers with the coins they gave, best first.
    """

    name: str
    room_id: int
    host_id: int
    is_live: bool
    viewers: int
    entered: int
    likes: int
    started_s: int
    now_ms: int
    audience: tuple[tuple[Person, int], ...] = ()

    @property
    def status(self) -> int:
        """TikTok's number for it."""
        return LIVE if self.is_live else OFFLINE


Reply = Callable[[RoomFacts, WebRequest], ServedAnswer]


def make_answer(value: object, status: HTTPStatus = HTTPStatus.OK) -> ServedAnswer:
    """A JSON answer."""
    return ServedAnswer(json.dumps(value, ensure_ascii=False).encode(), status=status)


def make_page(title: str, element: str, state: object, root: str) -> ServedAnswer:
    """A page that holds its JSON in a script element, as TikTok's do."""
    script = json.dumps(state, ensure_ascii=False).replace("</", "<\\/")
    page = f"""<!DOCTYPE html>
<html lang="en" dir="ltr"><head><meta charset="UTF-8"><title>{title}</title>
<script id="{element}" type="application/json">{script}</script>
</head><body><div id="{root}"></div></body></html>
"""
    return ServedAnswer(page.encode(), "text/html; charset=utf-8")


def answer_live_page(room: RoomFacts, asked: WebRequest) -> ServedAnswer:
    """The page of a creator; without LiveRoom when nobody has that name."""
    known = asked.parts["name"] == room.name
    state = (
        {"LiveRoom": {"liveRoomStatus": 0, "liveRoomUserInfo": describe_live(room, asked)}} if known else {}
    )
    state["CurrentRoom"] = {"roomInfo": None, "anchorId": "", "roomId": "", "liveType": "video_live"}
    return make_page("LIVE", "SIGI_STATE", state, "tiktok-live-main-container-id")


def answer_api_live(room: RoomFacts, asked: WebRequest) -> ServedAnswer:
    """api-live/user/room."""
    if asked.params.get("uniqueId") != room.name:
        return make_answer(NOT_FOUND)
    return make_answer({"data": describe_live(room, asked), "message": "", "statusCode": 0})


def answer_check_alive(room: RoomFacts, asked: WebRequest) -> ServedAnswer:
    """Which of the rooms are live, in the order asked."""
    rooms = [number for number in asked.params.get("room_ids", "").split(",") if number.isdecimal()]
    live = str(room.room_id) if room.is_live else ""
    data = [{"alive": number == live, "room_id": int(number), "room_id_str": number} for number in rooms]
    return make_answer({"data": data, "extra": {"now": room.now_ms}, "status_code": 0})


def answer_room_info(room: RoomFacts, asked: WebRequest) -> ServedAnswer:
    """room/info; another room is a parameter error."""
    if asked.params.get("room_id") != str(room.room_id):
        return make_answer(make_params_error(room))
    return make_answer(
        {"data": describe_room(room, asked, phrases.HOST), "extra": {"now": room.now_ms}, "status_code": 0}
    )


def answer_gift_list(room: RoomFacts, _: WebRequest) -> ServedAnswer:
    """gift/list with the gifts that the script sends."""
    data = {"gifts": [describe_kind(kind) for kind in PANEL], "is_full_gift_data": True, "pages": []}
    return make_answer({"data": data, "extra": {"now": room.now_ms}, "status_code": 0})


def answer_room_id(room: RoomFacts, asked: WebRequest) -> ServedAnswer:
    """The sign provider's look-up of a name."""
    name = asked.parts.get("name") or asked.params.get("uniqueId", "")
    if name.removeprefix("@") != room.name:
        return make_answer(
            {"code": 404, "ok": False, "message": "not found", "is_live": False, "room_id": ""}
        )
    return make_answer(
        {
            "code": 200,
            "ok": True,
            "message": "ok",
            "is_live": room.is_live,
            "room_id": str(room.room_id),
            "routes_attempted": [],
        }
    )


def answer_rate_limits(room: RoomFacts, _: WebRequest) -> ServedAnswer:
    """The sign provider's quota; this one never runs out."""
    span = {"max": RATE_LIMIT, "remaining": RATE_LIMIT - 1, "reset_at": room.now_ms // 1000 + 3600}
    return make_answer({"code": 200, "message": "ok", "day": span, "hour": span, "minute": span})


REPLIES: tuple[tuple[str, Reply], ...] = (
    (r"/@(?P<name>[^/]+)/live/?", answer_live_page),
    (r"/api-live/user/room/?", answer_api_live),
    (r"/webcast/room/check_alive/?", answer_check_alive),
    (r"/webcast/room/info/?", answer_room_info),
    (r"/webcast/gift/list/?", answer_gift_list),
    (r"/webcast/room_id/?", answer_room_id),
    (r"/webcast/anchors/(?P<name>[^/]+)/room_id", answer_room_id),
    (r"/webcast/rate_limits/?", answer_rate_limits),
)


def make_params_error(room: RoomFacts) -> dict[str, Any]:
    """What TikTok says of a room that does not exist, and of one that is 18+."""
    refused = {"message": "Request params error", "prompts": "Request params error"}
    return {"data": refused, "extra": {"now": room.now_ms}, "status_code": 10011}


def describe_live(room: RoomFacts, asked: WebRequest) -> dict[str, Any]:
    """The objects that the page and api-live share, with where the video is."""
    live = {
        "status": room.status,
        "title": TITLE,
        "startTime": room.started_s,
        "streamId": str(room.room_id),
        "coverUrl": AVATAR,
        "liveRoomStats": {"userCount": room.viewers, "enterCount": room.entered},
    }
    if room.is_live:
        live["streamData"] = {"pull_data": make_pull_data(asked.headers.get("Host", ""))}
    stats = {"followingCount": FOLLOWING, "followerCount": FOLLOWERS}
    return {"user": describe_host(room), "stats": stats, "liveRoom": live}


def describe_host(room: RoomFacts) -> dict[str, Any]:
    """The creator as the page, api-live and the profile show them."""
    return {
        "id": str(room.host_id),
        "uniqueId": room.name,
        "nickname": phrases.HOST,
        "roomId": str(room.room_id),
        "status": room.status,
        "secUid": "MS4wLjABAAAAsim",
        "verified": False,
        "avatarThumb": AVATAR,
        "avatarLarger": AVATAR,
    }


def describe_room(room: RoomFacts, asked: WebRequest, nickname: str) -> dict[str, Any]:
    """The room object of room/info and of the feed."""
    return {
        "id": room.room_id,
        "id_str": str(room.room_id),
        "status": room.status,
        "title": TITLE,
        "create_time": room.started_s,
        "cover": make_image("webcast-va/cover"),
        "user_count": room.viewers,
        "like_count": room.likes,
        "hashtag": {"id": 3, "title": "Music"},
        "owner_user_id": room.host_id,
        "owner": _describe_owner(room, nickname),
        "age_restricted": {"restricted": False},
        "stats": {"total_user": room.entered, "like_count": room.likes},
        "stream_url": make_stream_url(asked.headers.get("Host", "")) if room.is_live else {},
    }


def _describe_owner(room: RoomFacts, nickname: str) -> dict[str, Any]:
    return {
        "id": room.host_id,
        "id_str": str(room.host_id),
        "display_id": room.name,
        "nickname": nickname,
        "avatar_thumb": make_image(f"tos-avt/100x100/{room.host_id:x}"),
        "follow_info": {"follower_count": FOLLOWERS, "following_count": FOLLOWING, "follow_status": 0},
    }
