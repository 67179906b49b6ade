"""What can go wrong on the way in, as one table: `sidestage sim --fault NAME` (protocol.md a, b, d.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from http import HTTPStatus

from app.errors import UsageError
from app.sim.answers import (
    NOT_FOUND,
    Answer,
    Asked,
    RoomFacts,
    api_live,
    as_answer,
    check_alive,
    live_page,
    provider_room_id,
)

PAGE = r"/@[^/]+/live/?"
API = r"/api-live/user/room/?"
ALIVE = r"/webcast/room/check_alive/?"
SIGN = r"/webcast/(fetch/?|(rooms|anchors)/[^/]+/connect)"
KNOWN = r"/webcast/anchors/(?P<name>[^/]+)/room_id"
SOCKET = r"/webcast/im/ws_proxy/.*"
RETRY_AFTER_S = 75

Reply = Callable[[RoomFacts, Asked], Answer]


@dataclass(frozen=True, slots=True)
class Fault:
    """One failure: a sentence for people, and the replies by pattern of the path that it replaces."""

    about: str
    replies: Mapping[str, Reply]


class Mischief:
    """Plays one fault, for the first `times` requests that it concerns; None: for all."""

    def __init__(self, name: str, times: int | None) -> None:
        self._replies = chosen(name).replies if name else {}
        self._left = times

    def answer(self, path: str, room: RoomFacts, asked: Asked) -> Answer | None:
        """The faulty answer; None when this request is healthy."""
        for pattern, reply in self._replies.items():
            if self._left != 0 and re.fullmatch(pattern, path):
                self._left = None if self._left is None else self._left - 1
                return reply(room, asked)
        return None


def chosen(name: str) -> Fault:
    """The fault of that name.

    Raises:
        UsageError: there is none.
    """
    if name in FAULTS:
        return FAULTS[name]
    near = ", ".join(get_close_matches(name, FAULTS, cutoff=0.3)) or "none"
    raise UsageError(f"There is no fault “{name}”; the nearest: {near}.", hint="Try “--fault LIST”.")


def listed() -> str:
    """All names, each with its sentence, one a line."""
    return "\n".join(f"{name:24} {fault.about}" for name, fault in FAULTS.items())


def _fixed(answer: Answer) -> Reply:
    return lambda _room, _asked: answer


def _signer(status: int) -> Fault:
    told = {"code": status, "message": HTTPStatus(status).phrase, "limit_label": "minute"}
    answer = as_answer(told, HTTPStatus(status))
    return Fault(f"the sign provider answers {status}", {SIGN: _fixed(answer)})


def _limited(about: str, header: str, seconds: Callable[[RoomFacts], int]) -> Fault:
    body = as_answer({"code": 429, "message": "Too many connections", "limit_label": "minute"},
                     HTTPStatus.TOO_MANY_REQUESTS)  # fmt: skip
    return Fault(about, {SIGN: lambda room, _: replace(body, headers={header: str(seconds(room))})})


def _refused(message: str, code: str = "417") -> Fault:
    told = {"Handshake-Status": code, "Handshake-Msg": message}
    answer = Answer(b"", "text/plain", headers=told)
    return Fault(f"the socket is refused: {message}", {SOCKET: _fixed(answer)})


def _html(text: str, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    return _fixed(Answer(f"<!DOCTYPE html><html>{text}</html>".encode(), "text/html", status))


def _offline(reply: Reply) -> Reply:
    return lambda room, asked: reply(replace(room, live=False), asked)


def _nobody(reply: Reply) -> Reply:
    return lambda room, asked: reply(replace(room, name="somebody.else"), asked)


def _redirect(where: str) -> Reply:
    return _fixed(Answer(b"", "text/plain", HTTPStatus.FOUND, {"Location": where}))


BLOCKED = _html("Access Denied", HTTPStatus.FORBIDDEN)
RESTRICTED = _fixed(as_answer({"data": {}, "message": "age restricted", "statusCode": 4003110}))
FAULTS: dict[str, Fault] = {
    "not_live": Fault("the creator is not live",
                      {PAGE: _offline(live_page), API: _offline(api_live), ALIVE: _offline(check_alive)}),
    "no_such_name": Fault("nobody has that name",
                          {PAGE: _nobody(live_page), API: _fixed(as_answer(NOT_FOUND)),
                           KNOWN: _nobody(provider_room_id)}),
    "age_restricted": Fault("adults only: page without room", {PAGE: _nobody(live_page), API: RESTRICTED}),
    "private": Fault("the socket is refused with 200 and no message",
                     {SOCKET: _fixed(Answer(b"", "text/plain"))}),
    "captcha": Fault("the page is a captcha", {PAGE: _html("<body>tiktok-verify-page</body>")}),
    "shell_page": Fault("the page is a 1.1 KB shell", {PAGE: _html("<script>" + " " * 1070 + "</script>")}),
    "page_blocked": Fault("the page answers 403, the API is fine", {PAGE: BLOCKED}),
    "api_not_found": Fault("page blocked, API says not found, the provider knows the room",
                           {PAGE: BLOCKED, API: _fixed(as_answer(NOT_FOUND))}),
    **{f"signer_{status}": _signer(status) for status in (401, 402, 403, 404, 500, 502, 503)},
    "signer_429": _limited("limit reached, with Retry-After", "Retry-After", lambda _: RETRY_AFTER_S),
    "signer_429_reset": _limited("limit reached, RateLimit-Reset in seconds", "RateLimit-Reset",
                                 lambda _: RETRY_AFTER_S),
    "signer_429_reset_at": _limited("limit reached, RateLimit-Reset as a time stamp", "RateLimit-Reset",
                                    lambda room: room.now_ms // 1000 + RETRY_AFTER_S),
    "signer_empty": Fault("the sign provider answers nothing",
                          {SIGN: _fixed(Answer(b"", "application/protobuf"))}),
    "signer_garbage": Fault("the sign provider answers garbage",
                            {SIGN: _fixed(Answer(b"\xff" * 64, "application/protobuf",
                                                 headers={"X-Set-TT-Cookie": "ttwid=1"}))}),
    "handshake_secret_key": _refused("illegal secret key"),
    "handshake_device_blocked": _refused("DEVICE_BLOCKED", "415"),
    "handshake_no_cookie": _refused("http: named cookie not present"),
    "handshake_app_id": _refused("illegal app_id"),
    "handshake_400": Fault("the socket answers 400",
                           {SOCKET: _fixed(Answer(b"", "text/plain", HTTPStatus.BAD_REQUEST))}),
    "redirect_loop": Fault("the page redirects to itself", {PAGE: _redirect("live")}),
    "redirect_scheme": Fault("the page redirects to another scheme", {PAGE: _redirect("ftp://127.0.0.1/")}),
}  # fmt: skip
