"""Failures on the way into a room: what is said for each code, in the words that the connector has for it.

Each class of errors that is met there has a scene; one without a row here says little.
"""

from __future__ import annotations

from typing import NamedTuple

from app.access.advice import LOADED
from app.desktop.scenes.cast import HOST, NAME, NOW
from app.errors import find_kind, list_kinds, reading
from app.events import Connecting, Disconnected, Reconnecting
from app.state import RoomState
from app.words import Phrase, network, protocol, providers, scenes, tiktok
from app.words import connector as words

KINDS = LOADED  # all classes of errors have to be known
WHO = HOST.unique_id
SERVER, PUSH, STUDIO = "webcast.tiktok.com", "webcast-ws.tiktok.com", "TikTok LIVE Studio"
TWO_WORDS = "mira plays"  # nobody can be called that
LONG_WAIT_S, LIMIT_WAIT_S, USUAL_WAIT_S = 751.0, 75.0, 12.0


class Failure(NamedTuple):
    """What is said of a failure, and how long is waited after it where it is tried again."""

    reason: Phrase
    hint: str = ""
    delay_s: float = USUAL_WAIT_S


def _refuse(reason: Phrase, *, said: str = "") -> Failure:
    """The socket was refused, maybe with words of TikTok's, and polling after it."""
    whole = words.WITH_ITS_WORDS.fill(sentence=reason, words=said) if said else reason
    return Failure(whole, words.POLLS_REFUSED_TOO, LONG_WAIT_S)


FAILURES: dict[str, Failure] = {
    "age_restricted": Failure(tiktok.ROOM_18_OF.fill(name=WHO)),
    "answer_broken": Failure(network.CUT_SHORT.fill(host=SERVER)),
    "answer_too_large": Failure(network.TOO_LARGE.fill(host=SERVER, mib=32)),
    "app_id_refused": _refuse(words.FALLBACK_REFUSED, said="417 illegal app_id"),
    "blocked": Failure(words.HIDDEN.fill(name=WHO)),
    "bridge_missing": Failure(providers.STUDIO_MISSING, providers.START_STUDIO.fill(tried="")),
    "bridge_refused": Failure(providers.STUDIO_KEY_REFUSED, providers.STUDIO_CHECK),
    "captcha": Failure(tiktok.CAPTCHA_HIDES.fill(name=WHO)),
    "connection_lost": Failure(words.LOST),
    "cookie_missing": _refuse(words.COOKIE_MISSING, said="417 http: named cookie not present"),
    "country": Failure(tiktok.COUNTRY_HIDES.fill(name=WHO)),
    "device_blocked": _refuse(words.DEVICE_BLOCKED, said="415 DEVICE_BLOCKED"),
    "dns": Failure(network.NAME_NOT_FOUND.fill(host=PUSH), network.CHECK_DNS),
    "empty_page": Failure(tiktok.ROBOTS_HIDE.fill(name=WHO)),
    "ended": Failure(tiktok.ROOM_NOT_LIVE.fill(number=7), tiktok.NEW_ID),
    "error": Failure(words.PROVIDER_ANSWERED.fill(status=418)),
    "frame_flood": Failure(words.FRAME_TOO_LARGE.fill(peer=PUSH, mib=16)),
    "frame_too_large": Failure(protocol.OVER_LIMIT.fill(count=40_000_000, limit=16_777_216)),
    "guest_refused": Failure(words.NO_GUESTS, words.CHOOSE_SIGNED),
    "handshake_refused": _refuse(words.SOCKET_REFUSED.fill(status=400)),
    "network": Failure(network.UNREACHABLE.fill(host=SERVER), network.CHECK_NETWORK),
    "no_network": Failure(network.NO_NETWORK, network.CHECK_CABLE),
    "no_such_user": Failure(tiktok.DOES_NOT_EXIST.fill(name=WHO), tiktok.CHECK_SPELLING),
    "offline": Failure(tiktok.NOT_LIVE.fill(name=WHO), "", 60.0),
    "polling_refused": Failure(words.POLL_REFUSED, words.CHOOSE_OTHER),
    "private": _refuse(words.PRIVATE),
    "protocol": Failure(words.SOCKET_NOT_TIKTOK),
    "proxy": Failure(network.PROXY_LOCKED, network.PROXY_LOGIN_PLACE),
    "quota_low": Failure(words.MOST_IS_USED.fill(used="27/30"), words.REST_IS_KEPT, 3_600.0),
    "redirect": Failure(network.UNSAFE_REDIRECT.fill(host=SERVER)),
    "refused": Failure(network.REFUSED.fill(host=PUSH), network.MAY_BE_DOWN),
    "room": Failure(tiktok.NOT_FOUND.fill(name=WHO), tiktok.TRY_LATER),
    "signature_refused": _refuse(words.SIGNATURE_REFUSED, said="417 illegal secret key"),
    "signer": Failure(words.UNREADABLE),
    "signer_down": Failure(words.PROVIDER_DOWN),
    "signer_empty": Failure(words.EMPTY_SIGNATURE),
    "signer_fallback": Failure(words.FALLBACK_ONLY),
    "signer_key": Failure(words.KEY_REFUSED, words.CHECK_IT),
    "signer_limited": Failure(words.LIMIT_REACHED, words.OWN_KEY, LIMIT_WAIT_S),
    "signer_missing": Failure(words.NO_PROVIDER, words.CHECK_ADDRESS),
    "signer_no_cookie": Failure(words.NO_COOKIE),
    "signer_paid": Failure(words.PAID, words.ANOTHER_KEY),
    "slow": Failure(network.TOO_SLOW.fill(host=SERVER), network.GIVE_TIME),
    "stalled": Failure(words.NO_DATA.fill(seconds=60)),
    "tls": Failure(network.NO_CERTIFICATE.fill(host=PUSH), network.NOTHING_SENT),
    "usage": Failure(tiktok.NOT_A_NAME.fill(text=TWO_WORDS), tiktok.TARGET_SHAPE),
}


def list_codes() -> list[str]:
    """Codes of all failures that are met by who follows a room; commands that read TikTok's web have more."""
    return sorted({kind.code for kind in list_kinds() if kind.__module__ != reading.__name__})


def find_failure(code: str) -> Failure:
    """What is said of a failure."""
    return FAILURES.get(code) or Failure(scenes.FAILING.fill(code=code))


def fail(code: str) -> RoomState:
    """A room that nobody got into, because of this."""
    failure = find_failure(code)
    if find_kind(code).remedy == "stop":
        return stop(code, failure.reason, failure.hint)
    return keep_trying(code, failure.reason, failure.hint, failure.delay_s)


def keep_trying(
    code: str, reason: str, hint: str = "", delay_s: float = USUAL_WAIT_S, attempt: int = 2
) -> RoomState:
    """A room that nobody has got into yet; the next attempt is planned."""
    state = _begin()
    state.apply(Reconnecting(code=code, reason=reason, hint=hint, delay_s=delay_s, attempt=attempt), NOW)
    return state


def stop(code: str, reason: str, hint: str = "") -> RoomState:
    """A room that nobody got into, and that is not tried again."""
    state = _begin()
    state.apply(Disconnected(code=code, reason=reason, hint=hint), NOW)
    return state


def _begin() -> RoomState:
    state = RoomState(NAME)
    state.apply(Connecting(unique_id=WHO), NOW)
    return state
