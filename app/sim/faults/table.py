"""What can go wrong on the way in, as one table: `sidestage sim --fault NAME` (protocol.md a, b, d.3)."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from http import HTTPStatus

from app.errors import UsageError
from app.sim.faults import frames
from app.sim.faults.frames import MIB, Spoil, make_bomb, send_plainly
from app.sim.faults.replies import (
    ALIVE,
    API,
    BLOCKED,
    BROKEN_PNG,
    KNOWN,
    LIMITS,
    NEVER,
    NOBODY,
    PAGE,
    PICTURE,
    RESTRICTED,
    RETRY_AFTER_S,
    SIGN,
    SOCKET,
    UNREACHABLE,
    UPSELL,
    Fault,
    answer_always,
    answer_html,
    answer_limits,
    fail_as_proxy,
    fail_managed,
    fail_signer,
    limit_signer,
    play_nobody,
    play_offline,
    redirect,
    refuse_socket,
    send_body,
    sign_with,
)
from app.sim.web.answers import (
    NOT_FOUND,
    RoomFacts,
    ServedAnswer,
    WebRequest,
    answer_api_live,
    answer_check_alive,
    answer_live_page,
    answer_room_id,
    make_answer,
)
from app.words import simulator as words

FAULTS: dict[str, Fault] = {
    "not_live": Fault(
        "the creator is not live",
        {
            PAGE: play_offline(answer_live_page),
            API: play_offline(answer_api_live),
            ALIVE: play_offline(answer_check_alive),
        },
    ),
    "no_such_name": Fault(
        "nobody has that name",
        {
            PAGE: play_nobody(answer_live_page),
            API: answer_always(make_answer(NOT_FOUND)),
            KNOWN: play_nobody(answer_room_id),
        },
    ),
    "age_restricted": Fault(
        "adults only: page without room", {PAGE: play_nobody(answer_live_page), API: RESTRICTED}
    ),
    "private": Fault(
        "the socket is refused with 200 and no message",
        {SOCKET: answer_always(ServedAnswer(b"", "text/plain"))},
    ),
    "captcha": Fault("the page is a captcha", {PAGE: answer_html("<body>tiktok-verify-page</body>")}),
    "shell_page": Fault(
        "the page is a 1.1 KB shell", {PAGE: answer_html("<script>" + " " * 1070 + "</script>")}
    ),
    "page_blocked": Fault("the page answers 403, the API is fine", {PAGE: BLOCKED}),
    "api_not_found": Fault(
        "page blocked, API says not found, the provider knows the room",
        {PAGE: BLOCKED, API: answer_always(make_answer(NOT_FOUND))},
    ),
    **{f"signer_{status}": fail_signer(status) for status in (401, 402, 403, 404, 500, 502, 503)},
    "signer_429": limit_signer("limit reached, with Retry-After", "Retry-After", lambda _: RETRY_AFTER_S),
    "signer_429_reset": limit_signer(
        "limit reached, RateLimit-Reset in seconds", "RateLimit-Reset", lambda _: RETRY_AFTER_S
    ),
    "signer_429_reset_at": limit_signer(
        "limit reached, RateLimit-Reset as a time stamp",
        "RateLimit-Reset",
        lambda room: room.now_ms // 1000 + RETRY_AFTER_S,
    ),
    "signer_empty": Fault(
        "the sign provider answers nothing", {SIGN: answer_always(ServedAnswer(b"", "application/protobuf"))}
    ),
    "signer_garbage": Fault(
        "the sign provider answers garbage",
        {
            SIGN: answer_always(
                ServedAnswer(b"\xff" * 64, "application/protobuf", headers={"X-Set-TT-Cookie": "ttwid=1"})
            )
        },
    ),
    "handshake_secret_key": refuse_socket("illegal secret key"),
    "handshake_device_blocked": refuse_socket("DEVICE_BLOCKED", "415"),
    "handshake_no_cookie": refuse_socket("http: named cookie not present"),
    "handshake_app_id": refuse_socket("illegal app_id"),
    "handshake_400": Fault(
        "the socket answers 400",
        {SOCKET: answer_always(ServedAnswer(b"", "text/plain", HTTPStatus.BAD_REQUEST))},
    ),
    "signer_no_cookie": sign_with(lambda _: "ws://127.0.0.1:1/", "the sign provider sends no cookie", ""),
    "signer_stub": sign_with(
        lambda _: "wss://ws-fallback.example.com/?token=t", "the sign provider sends the stub of its fallback"
    ),
    "quota_low": Fault("nine tenths of the sign provider's limit are used", {LIMITS: answer_limits}),
    "slow_page": Fault("the page never answers, the API is fine", {PAGE: NEVER}),
    "slow_signer": Fault("the sign provider never answers", {SIGN: NEVER}),
    "slow_handshake": Fault("the socket never answers", {SOCKET: NEVER}),
    "dns": sign_with(lambda _: "wss://no-such-host.invalid/", "the socket's host does not exist"),
    "tls": sign_with(lambda asked: f"wss://{asked.headers['Host']}/", "the socket does not speak TLS"),
    "refused": sign_with(lambda _: "ws://127.0.0.1:1/", "nobody listens where the socket should be"),
    "proxy_407": fail_as_proxy("the proxy wants a password", HTTPStatus.PROXY_AUTHENTICATION_REQUIRED),
    "proxy_502": fail_as_proxy("the proxy finds no way to the socket", HTTPStatus.BAD_GATEWAY),
    "proxy_missing": fail_as_proxy("no proxy runs where one should", NOBODY),
    "no_network": Fault("no network leads to TikTok and the sign provider", web=f"https://{UNREACHABLE}"),
    "no_network_socket": sign_with(lambda _: f"wss://{UNREACHABLE}/", "no network leads to the socket"),
    "unencrypted": sign_with(lambda _: "ws://example.com/", "the socket would not be encrypted"),
    "big_answer": Fault("the sign provider sends 40 MB", {SIGN: send_body(lambda: bytes(40 * MIB))}),
    "big_page": Fault(
        "the page is 1 MB that inflates to 1 GB",
        {PAGE: send_body(make_bomb, headers={"Content-Encoding": "gzip"})},
    ),
    "deep_json": Fault(
        "page blocked, the API's JSON is nested 100,000 deep",
        {PAGE: BLOCKED, API: send_body(lambda: b"[" * 100_000)},
    ),
    "redirect_loop": Fault("the page redirects to itself", {PAGE: redirect("live")}),
    "redirect_scheme": Fault("the page redirects to another scheme", {PAGE: redirect("ftp://127.0.0.1/")}),
    "slow_pictures": Fault("pictures never come", {PICTURE: NEVER}),
    "missing_pictures": Fault(
        "pictures answer 404", {PICTURE: answer_always(ServedAnswer(b"", "text/plain", HTTPStatus.NOT_FOUND))}
    ),
    "broken_pictures": Fault(
        "pictures end after their first bytes",
        {PICTURE: answer_always(ServedAnswer(BROKEN_PNG, "image/png"))},
    ),
    "wrong_pictures": Fault("pictures are pages", {PICTURE: answer_html("<body>no picture</body>")}),
    "redirected_pictures": Fault(
        "pictures redirect to another scheme", {PICTURE: redirect("https://127.0.0.1/")}
    ),
    "big_pictures": Fault("pictures have 4 MB", {PICTURE: send_body(lambda: BROKEN_PNG + bytes(4 * MIB))}),
    "endless_pictures": Fault(
        "pictures never end", {PICTURE: answer_always(ServedAnswer(BROKEN_PNG, "image/png", is_endless=True))}
    ),
    "ended": Fault("the host ends the stream", spoil=frames.end),
    "suspended": Fault("TikTok ends the stream", spoil=frames.suspend),
    "paused": Fault("the host pauses and comes back", spoil=frames.pause),
    "new_room": Fault("the stream breaks off and another begins", spoil=frames.begin_new_room),
    "stalled": Fault("the socket says nothing more", spoil=frames.stall),
    "dropped": Fault("the socket is cut", spoil=frames.drop),
    "close_frame": Fault("TikTok says good-bye", spoil=frames.send_close_frame),
    "duplicates": Fault("everything comes twice", spoil=frames.send_twice),
    "foreign": Fault("messages of another room come along", spoil=frames.send_foreign),
    "bare_names": Fault("methods without the Webcast prefix", spoil=frames.send_bare_names),
    "bad_frames": Fault("frames that cannot be read, of fifteen kinds", spoil=frames.send_bad_frames),
    "gzip_bomb": Fault("1 MB that inflates to 1 GB", spoil=frames.send_gzip_bomb),
    "big_frame": Fault("a frame of 40 MB", spoil=frames.send_big_frame),
    "unordered": Fault("frames in the wrong order", spoil=frames.swap_frames),
    "burst_close": Fault("many frames at once, then the close", spoil=frames.send_burst),
    "euler_not_live": fail_managed("Euler Stream: the creator is not live", "euler", close=4404),
    "euler_key": fail_managed("Euler Stream does not accept the key", "euler", close=4401),
    "euler_limit": fail_managed("Euler Stream: too many connections", "euler", close=4429),
    "euler_upstream": fail_managed("TikTok closes Euler Stream's connection", "euler", close=4500),
    "euler_silent": fail_managed("Euler Stream's socket says nothing", "euler", mute_s=86_400.0),
    "tiktools_limit": fail_managed("tik.tools wants something bought", "tiktools", frames=(UPSELL,)),
    "studio_key": fail_managed("LIVE Studio does not accept the key", "studio", studio_key="a:b:c"),
}


class Mischief:
    """Plays one fault, for the first `times` requests of each address or sockets; None: for all.

    Of each address, since who is told that a creator is not live asks another address at once.
    """

    def __init__(self, name: str, times: int | None) -> None:
        self._fault = find_fault(name) if name else Fault("none")
        self._times = times
        self._struck: Counter[str] = Counter()
        self.proxy, self.managed = self._fault.proxy, self._fault.managed
        self.web = self._fault.web if times is None else ""  # who is never asked cannot count

    def spoil(self) -> Spoil:
        """Pick the way in which the next socket is sent its frames."""
        is_plain = self._fault.spoil is send_plainly
        return send_plainly if is_plain or not self._count_strike("") else self._fault.spoil

    def answer(self, path: str, room: RoomFacts, asked: WebRequest) -> ServedAnswer | None:
        """The faulty answer; None when this request is healthy."""
        for pattern, reply in self._fault.replies.items():
            if re.fullmatch(pattern, path) and self._count_strike(pattern):
                return reply(room, asked)
        return None

    def _count_strike(self, address: str) -> bool:
        self._struck[address] += 1
        return self._times is None or self._struck[address] <= self._times


def find_fault(name: str) -> Fault:
    """The fault of that name.

    Raises:
        UsageError: there is none.
    """
    if name in FAULTS:
        return FAULTS[name]
    near = ", ".join(get_close_matches(name, FAULTS, cutoff=0.3)) or words.NONE_NEAR
    raise UsageError(words.NO_FAULT.fill(name=name, near=near), hint=words.LIST_FAULTS)


def list_faults() -> str:
    """All names, each with its sentence, one a line."""
    return "\n".join(f"{name:24} {fault.about}" for name, fault in FAULTS.items())
