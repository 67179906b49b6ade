"""What can go wrong on the way in, as one table: `sidestage sim --fault NAME` (protocol.md a, b, d.3)."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any

from app.errors import UsageError
from app.sim.faults import frames
from app.sim.faults.frames import MIB, Spoil, bomb, plainly
from app.sim.options import STUDIO_KEY, ManagedFault, ManagedRules
from app.sim.web.answers import (
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
from app.sim.wire import encoded, make
from app.words import simulator as words

PAGE = r"/@[^/]+/live/?"
API = r"/api-live/user/room/?"
ALIVE = r"/webcast/room/check_alive/?"
SIGN = r"/webcast/(fetch/?|(rooms|anchors)/[^/]+/connect)"
KNOWN = r"/webcast/anchors/(?P<name>[^/]+)/room_id"
SOCKET = r"/webcast/im/ws_proxy/.*"
LIMITS = r"/webcast/rate_limits/?"
RETRY_AFTER_S = 75
# No system sends TCP to a group of machines: Linux says ENETUNREACH at once, and nothing leaves the machine.
UNREACHABLE = "224.0.0.1"
UPSELL = '{"type": "anon_limit", "message": "Limit of guests reached. Upgrade: https://example.com/"}'
USED_UP = {"RateLimit-Limit": "30", "RateLimit-Remaining": "0"}
NOBODY = HTTPStatus.GONE

Reply = Callable[[RoomFacts, Asked], Answer]


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
    spoil: Spoil = plainly
    proxy: HTTPStatus | None = None
    web: str = ""
    way: str = "signed"
    managed: ManagedRules | None = None


class Mischief:
    """Plays one fault, for the first `times` requests of each address or sockets; None: for all.

    Of each address, since who is told that a creator is not live asks another address at once.
    """

    def __init__(self, name: str, times: int | None) -> None:
        self._fault = chosen(name) if name else Fault("none")
        self._times = times
        self._struck: Counter[str] = Counter()
        self.proxy, self.managed = self._fault.proxy, self._fault.managed
        self.web = self._fault.web if times is None else ""  # who is never asked cannot count

    def spoil(self) -> Spoil:
        """How the next socket is sent its frames."""
        return plainly if self._fault.spoil is plainly or not self._strikes("") else self._fault.spoil

    def answer(self, path: str, room: RoomFacts, asked: Asked) -> Answer | None:
        """The faulty answer; None when this request is healthy."""
        for pattern, reply in self._fault.replies.items():
            if re.fullmatch(pattern, path) and self._strikes(pattern):
                return reply(room, asked)
        return None

    def _strikes(self, address: str) -> bool:
        self._struck[address] += 1
        return self._times is None or self._struck[address] <= self._times


def chosen(name: str) -> Fault:
    """The fault of that name.

    Raises:
        UsageError: there is none.
    """
    if name in FAULTS:
        return FAULTS[name]
    near = ", ".join(get_close_matches(name, FAULTS, cutoff=0.3)) or words.NONE_NEAR
    raise UsageError(words.NO_FAULT.fill(name=name, near=near), hint=words.LIST_FAULTS)


def listed() -> str:
    """All names, each with its sentence, one a line."""
    return "\n".join(f"{name:24} {fault.about}" for name, fault in FAULTS.items())


def _answer_always(answer: Answer) -> Reply:
    return lambda _room, _asked: answer


def _send_body(body: Callable[[], bytes], **told: Any) -> Reply:
    """A large body is made only when it is asked for."""
    return lambda _room, _asked: Answer(body(), **told)


def _signer(status: int) -> Fault:
    told = {"code": status, "message": HTTPStatus(status).phrase, "limit_label": "minute"}
    answer = as_answer(told, HTTPStatus(status))
    return Fault(f"the sign provider answers {status}", {SIGN: _answer_always(answer)})


def _limit_signer(about: str, header: str, seconds: Callable[[RoomFacts], int]) -> Fault:
    body = as_answer({"code": 429, "message": "Too many connections", "limit_label": "minute"},
                     HTTPStatus.TOO_MANY_REQUESTS)  # fmt: skip
    return Fault(about, {SIGN: lambda room, _: replace(body, headers=USED_UP | {header: str(seconds(room))})})


def _refuse_socket(message: str, code: str = "417") -> Fault:
    told = {"Handshake-Status": code, "Handshake-Msg": message}
    answer = Answer(b"", "text/plain", headers=told)
    return Fault(f"the socket is refused: {message}", {SOCKET: _answer_always(answer)})


def _html(text: str, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    return _answer_always(Answer(f"<!DOCTYPE html><html>{text}</html>".encode(), "text/html", status))


def _offline(reply: Reply) -> Reply:
    return lambda room, asked: reply(replace(room, live=False), asked)


def _nobody(reply: Reply) -> Reply:
    return lambda room, asked: reply(replace(room, name="somebody.else"), asked)


def _redirect(where: str) -> Reply:
    return _answer_always(Answer(b"", "text/plain", HTTPStatus.FOUND, {"Location": where}))


def _sign_with(push_server: Callable[[Asked], str], about: str, cookie: str = "ttwid=1") -> Fault:
    """The sign provider names a socket that cannot be opened."""

    def reply(room: RoomFacts, asked: Asked) -> Answer:
        result = make("ProtoMessageFetchResult", cursor="1", push_server=push_server(asked),
                      route_params={"wrss": "x"}, now=room.now_ms)  # fmt: skip
        return Answer(
            encoded(result), "application/protobuf", headers={"X-Set-TT-Cookie": cookie} if cookie else {}
        )

    return Fault(about, {SIGN: reply})


def _fail_as_proxy(about: str, status: HTTPStatus) -> Fault:
    """The socket is elsewhere, so that a proxy is asked for the way; no such place exists."""
    return replace(_sign_with(lambda _: "wss://elsewhere.invalid/", about), proxy=status)


def _managed(about: str, way: str, *, studio_key: str = STUDIO_KEY, **told: Any) -> Fault:
    """Something at a socket that sends JSON; it concerns everybody who comes."""
    rules = ManagedRules(studio_key=studio_key, fault=ManagedFault(**told, times=sys.maxsize))
    return Fault(about, way=way, managed=rules)


def _limits(room: RoomFacts, _: Asked) -> Answer:
    """Nine tenths of the day are used."""
    told = {"max": 100, "remaining": 10, "reset_at": room.now_ms // 1000 + 3600}
    return as_answer({"code": 200, "message": "ok", "day": told})


NEVER = _answer_always(Answer(b"", "text/plain", delay_s=86_400.0))
BLOCKED = _html("Access Denied", HTTPStatus.FORBIDDEN)
RESTRICTED = _answer_always(as_answer({"data": {}, "message": "age restricted", "statusCode": 4003110}))
FAULTS: dict[str, Fault] = {
    "not_live": Fault("the creator is not live",
                      {PAGE: _offline(live_page), API: _offline(api_live), ALIVE: _offline(check_alive)}),
    "no_such_name": Fault("nobody has that name",
                          {PAGE: _nobody(live_page), API: _answer_always(as_answer(NOT_FOUND)),
                           KNOWN: _nobody(provider_room_id)}),
    "age_restricted": Fault("adults only: page without room", {PAGE: _nobody(live_page), API: RESTRICTED}),
    "private": Fault("the socket is refused with 200 and no message",
                     {SOCKET: _answer_always(Answer(b"", "text/plain"))}),
    "captcha": Fault("the page is a captcha", {PAGE: _html("<body>tiktok-verify-page</body>")}),
    "shell_page": Fault("the page is a 1.1 KB shell", {PAGE: _html("<script>" + " " * 1070 + "</script>")}),
    "page_blocked": Fault("the page answers 403, the API is fine", {PAGE: BLOCKED}),
    "api_not_found": Fault("page blocked, API says not found, the provider knows the room",
                           {PAGE: BLOCKED, API: _answer_always(as_answer(NOT_FOUND))}),
    **{f"signer_{status}": _signer(status) for status in (401, 402, 403, 404, 500, 502, 503)},
    "signer_429": _limit_signer("limit reached, with Retry-After", "Retry-After", lambda _: RETRY_AFTER_S),
    "signer_429_reset": _limit_signer("limit reached, RateLimit-Reset in seconds", "RateLimit-Reset",
                                 lambda _: RETRY_AFTER_S),
    "signer_429_reset_at": _limit_signer("limit reached, RateLimit-Reset as a time stamp", "RateLimit-Reset",
                                    lambda room: room.now_ms // 1000 + RETRY_AFTER_S),
    "signer_empty": Fault("the sign provider answers nothing",
                          {SIGN: _answer_always(Answer(b"", "application/protobuf"))}),
    "signer_garbage": Fault("the sign provider answers garbage",
                            {SIGN: _answer_always(Answer(b"\xff" * 64, "application/protobuf",
                                                 headers={"X-Set-TT-Cookie": "ttwid=1"}))}),
    "handshake_secret_key": _refuse_socket("illegal secret key"),
    "handshake_device_blocked": _refuse_socket("DEVICE_BLOCKED", "415"),
    "handshake_no_cookie": _refuse_socket("http: named cookie not present"),
    "handshake_app_id": _refuse_socket("illegal app_id"),
    "handshake_400": Fault("the socket answers 400",
                           {SOCKET: _answer_always(Answer(b"", "text/plain", HTTPStatus.BAD_REQUEST))}),
    "signer_no_cookie": _sign_with(lambda _: "ws://127.0.0.1:1/", "the sign provider sends no cookie", ""),
    "signer_stub": _sign_with(lambda _: "wss://ws-fallback.example.com/?token=t",
                           "the sign provider sends the stub of its fallback"),
    "quota_low": Fault("nine tenths of the sign provider's limit are used", {LIMITS: _limits}),
    "slow_page": Fault("the page never answers, the API is fine", {PAGE: NEVER}),
    "slow_signer": Fault("the sign provider never answers", {SIGN: NEVER}),
    "slow_handshake": Fault("the socket never answers", {SOCKET: NEVER}),
    "dns": _sign_with(lambda _: "wss://no-such-host.invalid/", "the socket's host does not exist"),
    "tls": _sign_with(lambda asked: f"wss://{asked.headers['Host']}/", "the socket does not speak TLS"),
    "refused": _sign_with(lambda _: "ws://127.0.0.1:1/", "nobody listens where the socket should be"),
    "proxy_407": _fail_as_proxy("the proxy wants a password", HTTPStatus.PROXY_AUTHENTICATION_REQUIRED),
    "proxy_502": _fail_as_proxy("the proxy finds no way to the socket", HTTPStatus.BAD_GATEWAY),
    "proxy_missing": _fail_as_proxy("no proxy runs where one should", NOBODY),
    "no_network": Fault("no network leads to TikTok and the sign provider", web=f"https://{UNREACHABLE}"),
    "no_network_socket": _sign_with(lambda _: f"wss://{UNREACHABLE}/", "no network leads to the socket"),
    "unencrypted": _sign_with(lambda _: "ws://example.com/", "the socket would not be encrypted"),
    "big_answer": Fault("the sign provider sends 40 MB", {SIGN: _send_body(lambda: bytes(40 * MIB))}),
    "big_page": Fault("the page is 1 MB that inflates to 1 GB",
                      {PAGE: _send_body(bomb, headers={"Content-Encoding": "gzip"})}),
    "deep_json": Fault("page blocked, the API's JSON is nested 100,000 deep",
                       {PAGE: BLOCKED, API: _send_body(lambda: b"[" * 100_000)}),
    "redirect_loop": Fault("the page redirects to itself", {PAGE: _redirect("live")}),
    "redirect_scheme": Fault("the page redirects to another scheme", {PAGE: _redirect("ftp://127.0.0.1/")}),
    "ended": Fault("the host ends the stream", spoil=frames.ended),
    "suspended": Fault("TikTok ends the stream", spoil=frames.suspended),
    "paused": Fault("the host pauses and comes back", spoil=frames.paused),
    "new_room": Fault("the stream breaks off and another begins", spoil=frames.new_room),
    "stalled": Fault("the socket says nothing more", spoil=frames.stalled),
    "dropped": Fault("the socket is cut", spoil=frames.dropped),
    "close_frame": Fault("TikTok says good-bye", spoil=frames.close_frame),
    "duplicates": Fault("everything comes twice", spoil=frames.duplicates),
    "foreign": Fault("messages of another room come along", spoil=frames.foreign),
    "bare_names": Fault("methods without the Webcast prefix", spoil=frames.bare_names),
    "bad_frames": Fault("frames that cannot be read, of fifteen kinds", spoil=frames.bad_frames),
    "gzip_bomb": Fault("1 MB that inflates to 1 GB", spoil=frames.gzip_bomb),
    "big_frame": Fault("a frame of 40 MB", spoil=frames.big_frame),
    "unordered": Fault("frames in the wrong order", spoil=frames.unordered),
    "burst_close": Fault("many frames at once, then the close", spoil=frames.burst_close),
    "euler_not_live": _managed("Euler Stream: the creator is not live", "euler", close=4404),
    "euler_key": _managed("Euler Stream does not accept the key", "euler", close=4401),
    "euler_limit": _managed("Euler Stream: too many connections", "euler", close=4429),
    "euler_upstream": _managed("TikTok closes Euler Stream's connection", "euler", close=4500),
    "euler_silent": _managed("Euler Stream's socket says nothing", "euler", mute_s=86_400.0),
    "tiktools_limit": _managed("tik.tools wants something bought", "tiktools", frames=(UPSELL,)),
    "studio_key": _managed("LIVE Studio does not accept the key", "studio", studio_key="a:b:c"),
}  # fmt: skip
