"""What a fault is, and the wrong answers it is made of (protocol.md a, b, d.3)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from app.sim.faults.frames import Spoil, send_plainly
from app.sim.options import STUDIO_KEY, ManagedFault, ManagedRules
from app.sim.web.answers import (
    RoomFacts,
    ServedAnswer,
    WebRequest,
    make_answer,
)
from app.sim.wire import encode, make

PAGE = r"/@[^/]+/live/?"
API = r"/api-live/user/room/?"
ALIVE = r"/webcast/room/check_alive/?"
SIGN = r"/webcast/(fetch/?|(rooms|anchors)/[^/]+/connect)"
KNOWN = r"/webcast/anchors/(?P<name>[^/]+)/room_id"
SOCKET = r"/webcast/im/ws_proxy/.*"
LIMITS = r"/webcast/rate_limits/?"
PICTURE = r"/pictures/.+"
RETRY_AFTER_S = 75
# No system sends TCP to a group of machines: Linux says ENETUNREACH at once, and nothing leaves the machine.
UNREACHABLE = "224.0.0.1"
UPSELL = '{"type": "anon_limit", "message": "Limit of guests reached. Upgrade: https://example.com/"}'
USED_UP = {"RateLimit-Limit": "30", "RateLimit-Remaining": "0"}
NOBODY = HTTPStatus.GONE

Reply = Callable[[RoomFacts, WebRequest], ServedAnswer]


@dataclass(frozen=True, slots=True)
class Fault:
    """One failure.

    Attributes:
        about: a sentence for people.
        replies: what it answers, by pattern of the path.
        spoil: how it sends frames.
        way: the way in that meets it.
        managed: how the stand-ins that send JSON behave, None: as the options say.
        proxy: the status with which the server refuses as a proxy; `NOBODY`: the proxy does not run.
        web: where TikTok's web and the sign provider are said to be, empty: here.
    """

    about: str
    replies: Mapping[str, Reply] = field(default_factory=dict)
    spoil: Spoil = send_plainly
    proxy: HTTPStatus | None = None
    web: str = ""
    way: str = "signed"
    managed: ManagedRules | None = None


def answer_always(answer: ServedAnswer) -> Reply:
    """Answer the same to everybody."""
    return lambda _room, _asked: answer


def send_body(body: Callable[[], bytes], **told: Any) -> Reply:
    """Answer with a body that is made only when it is needed, since it is large."""
    return lambda _room, _asked: ServedAnswer(body(), **told)


def fail_signer(status: int) -> Fault:
    """Let the sign provider answer with this status."""
    told = {"code": status, "message": HTTPStatus(status).phrase, "limit_label": "minute"}
    answer = make_answer(told, HTTPStatus(status))
    return Fault(f"the sign provider answers {status}", {SIGN: answer_always(answer)})


def limit_signer(about: str, header: str, seconds: Callable[[RoomFacts], int]) -> Fault:
    """Let the sign provider refuse, with a header that says when its limit is reset."""
    body = make_answer(
        {"code": 429, "message": "Too many connections", "limit_label": "minute"},
        HTTPStatus.TOO_MANY_REQUESTS,
    )
    return Fault(about, {SIGN: lambda room, _: replace(body, headers=USED_UP | {header: str(seconds(room))})})


def refuse_socket(message: str, code: str = "417") -> Fault:
    """Refuse the socket with a code and a message in its headers."""
    told = {"Handshake-Status": code, "Handshake-Msg": message}
    answer = ServedAnswer(b"", "text/plain", headers=told)
    return Fault(f"the socket is refused: {message}", {SOCKET: answer_always(answer)})


def answer_html(text: str, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    """Answer with a page."""
    return answer_always(ServedAnswer(f"<!DOCTYPE html><html>{text}</html>".encode(), "text/html", status))


def play_offline(reply: Reply) -> Reply:
    """Answer as if the creator were not live."""
    return lambda room, asked: reply(replace(room, is_live=False), asked)


def play_nobody(reply: Reply) -> Reply:
    """Answer as if nobody had that name."""
    return lambda room, asked: reply(replace(room, name="somebody.else"), asked)


def redirect(where: str) -> Reply:
    """Send the client elsewhere."""
    return answer_always(ServedAnswer(b"", "text/plain", HTTPStatus.FOUND, {"Location": where}))


def sign_with(push_server: Callable[[WebRequest], str], about: str, cookie: str = "ttwid=1") -> Fault:
    """Let the sign provider name a socket that cannot be opened."""

    def reply(room: RoomFacts, asked: WebRequest) -> ServedAnswer:
        result = make(
            "ProtoMessageFetchResult",
            cursor="1",
            push_server=push_server(asked),
            route_params={"wrss": "x"},
            now=room.now_ms,
        )
        return ServedAnswer(
            encode(result), "application/protobuf", headers={"X-Set-TT-Cookie": cookie} if cookie else {}
        )

    return Fault(about, {SIGN: reply})


def fail_as_proxy(about: str, status: HTTPStatus) -> Fault:
    """Name a socket at a host that does not exist, so that the client asks its proxy, which refuses."""
    return replace(sign_with(lambda _: "wss://elsewhere.invalid/", about), proxy=status)


def fail_managed(about: str, way: str, *, studio_key: str = STUDIO_KEY, **told: Any) -> Fault:
    """Let a socket that sends JSON fail for every client."""
    rules = ManagedRules(studio_key=studio_key, fault=ManagedFault(**told, times=sys.maxsize))
    return Fault(about, way=way, managed=rules)


def answer_limits(room: RoomFacts, _: WebRequest) -> ServedAnswer:
    """Say that nine tenths of the day's requests are used."""
    told = {"max": 100, "remaining": 10, "reset_at": room.now_ms // 1000 + 3600}
    return make_answer({"code": 200, "message": "ok", "day": told})


NEVER = answer_always(ServedAnswer(b"", "text/plain", delay_s=86_400.0))
BLOCKED = answer_html("Access Denied", HTTPStatus.FORBIDDEN)
RESTRICTED = answer_always(make_answer({"data": {}, "message": "age restricted", "statusCode": 4003110}))
BROKEN_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"
