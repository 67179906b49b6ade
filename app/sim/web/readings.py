"""What the server answers to further questions: profile, top viewers, feed, coins (protocol.md f)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.sim.room import phrases
from app.sim.web import answers
from app.sim.web.answers import Reply, RoomFacts, ServedAnswer, WebRequest, make_answer, make_page
from app.sim.web.gate import read_cookies

NOBODY = {"userInfo": {}, "statusCode": 10221, "statusMsg": "user doesn't exist"}
LOGIN_WANTED = {
    "data": {"message": "User doesn't login", "prompts": "Please log in first"},
    "status_code": 20003,
}
# Coins and their price in cents of a US dollar.
PACKAGES = ((70, 99), (350, 499), (700, 999), (1400, 1999), (3500, 4999), (7000, 9999), (17_500, 24_999))
NEIGHBOURS = (("dj.okapi", phrases.RIVAL), ("tomi.guitar", phrases.GUEST))


def answer_profile(room: RoomFacts, asked: WebRequest) -> ServedAnswer:
    """The profile of the creator, by name or by number; of nobody else."""
    known = asked.parts["name"] in (room.name, str(room.host_id))
    told = {"userInfo": _describe_profile(room), "statusCode": 0, "statusMsg": ""} if known else NOBODY
    scope = {"webapp.app-context": {"language": "en"}, "webapp.user-detail": told}
    return make_page("Profile", "__UNIVERSAL_DATA_FOR_REHYDRATION__", {"__DEFAULT_SCOPE__": scope}, "app")


def answer_audience(room: RoomFacts, asked: WebRequest) -> ServedAnswer:
    """ranklist/online_audience, for those with a log-in."""
    if "sessionid" not in read_cookies(asked.headers.get("Cookie", "")):
        return make_answer(LOGIN_WANTED)
    if (asked.params.get("room_id"), asked.params.get("anchor_id")) != (str(room.room_id), str(room.host_id)):
        return make_answer(answers.make_params_error(room))
    ranks = [
        {"rank": rank, "score": score, "user": _describe_person(person.id, person.handle, person.nickname)}
        for rank, (person, score) in enumerate(room.audience, 1)
    ]
    data = {"ranks": ranks, "total": room.viewers, "anonymous": room.viewers // 9, "currency": "coins"}
    return make_answer({"data": data, "extra": {"now": room.now_ms}, "status_code": 0})


def answer_feed(room: RoomFacts, asked: WebRequest) -> ServedAnswer:
    """Two pages of rooms: this one and one neighbour, then the other neighbour."""
    rooms = [(room, phrases.HOST)] if room.is_live else []
    rooms += [(_make_neighbour(room, place), nickname) for place, (_, nickname) in enumerate(NEIGHBOURS)]
    first = not asked.params.get("max_time")
    shown = rooms[:-1] if first else rooms[-1:]
    data = [
        {"type": 1, "rid": str(one.room_id), "data": answers.describe_room(one, asked, nickname)}
        for one, nickname in shown
    ]
    extra = {"max_time": room.now_ms + (not first), "has_more": first, "now": room.now_ms}
    return make_answer({"data": data, "extra": extra, "status_code": 0})


def answer_coins(room: RoomFacts, _: WebRequest) -> ServedAnswer:
    """wallet_api/fs/diamond."""
    data = [
        {
            "id": place,
            "diamond_count": amount,
            "price": cents,
            "exchange_price": 0,
            "giving_count": 0,
            "currency_price": [{"currency": "USD", "price": str(cents), "price_dot": 2}],
        }
        for place, (amount, cents) in enumerate(PACKAGES, 1)
    ]
    return make_answer({"data": data, "extra": {"now": room.now_ms}, "status_code": 0})


def _make_neighbour(room: RoomFacts, place: int) -> RoomFacts:
    """Another room of the feed; it is named there and nowhere else."""
    return replace(
        room,
        name=NEIGHBOURS[place][0],
        room_id=room.room_id + 1 + place,
        is_live=True,
        host_id=room.host_id + 1 + place,
        viewers=room.viewers // 2 + place,
    )


def _describe_profile(room: RoomFacts) -> dict[str, Any]:
    user = answers.describe_host(room) | {
        "signature": "Songs, stories, and a cat. New streams every evening.",
        "roomId": str(room.room_id) if room.is_live else "",
        "privateAccount": False,
    }
    stats = {
        "followerCount": answers.FOLLOWERS,
        "followingCount": answers.FOLLOWING,
        "heartCount": 1_204_551,
        "heart": 1_204_551,
        "videoCount": 87,
        "diggCount": 0,
        "friendCount": 12,
    }
    return {"user": user, "stats": stats, "statsV2": {name: str(value) for name, value in stats.items()}}


def _describe_person(number: int, handle: str, nickname: str) -> dict[str, Any]:
    return {"id": number, "id_str": str(number), "display_id": handle, "nickname": nickname}


REPLIES: tuple[tuple[str, Reply], ...] = (
    *answers.REPLIES,
    (r"/@(?P<name>[^/]+)/?", answer_profile),
    (r"/webcast/ranklist/online_audience/?", answer_audience),
    (r"/webcast/feed/?", answer_feed),
    (r"/webcast/wallet_api/fs/diamond/?", answer_coins),
)
