"""The sign provider's classic contract: GET /webcast/fetch gives the first fetch result (protocol.md b.2)."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from app import __version__
from app.connector.endpoints import Endpoints
from app.connector.identity import USER_AGENT
from app.connector.web import Answer, Web
from app.errors import (
    Blocked,
    ProtocolError,
    SignerDown,
    SignerEmpty,
    SignerError,
    SignerFallback,
    SignerKeyRefused,
    SignerLimited,
    SignerMissing,
    SignerNoCookie,
    SignerPaid,
)
from app.protocol.fetch import FetchResult, parse_fetch_result

TIMESTAMP = 1_000_000_000  # a RateLimit-Reset above this is a time, below it seconds to wait
DEFAULT_WAIT_S = 60.0
FALLBACK_HOST = "ws-fallback."
# Attributes of a Set-Cookie line are not cookies.
ATTRIBUTES = {
    "path",
    "domain",
    "max-age",
    "expires",
    "samesite",
    "secure",
    "httponly",
    "partitioned",
    "priority",
}


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed first fetch result. Good for one upgrade within about 30 seconds.

    Attributes:
        cookies: what the upgrade must carry (`ttwid` at least).
        user_agent: the one that was signed; the upgrade must use it.
    """

    result: FetchResult
    cookies: Mapping[str, str]
    user_agent: str


async def sign(web: Web, endpoints: Endpoints, room_id: int) -> Signed:
    """Ask for a signed first fetch result.

    Raises:
        SignerLimited: the quota is used up; SignerError, Blocked: see the sentence.
    """
    params = {"client": "ttlive-other", "room_id": str(room_id), "user_agent": USER_AGENT, "platform": "web",
              "client_enter": "true"}  # fmt: skip
    headers = {"User-Agent": f"Sidestage/{__version__}", "Accept": "application/protobuf, application/json"}
    if endpoints.sign_key:
        headers["X-Api-Key"] = endpoints.sign_key
    answer = await web.get(f"{endpoints.sign_url}/webcast/fetch", params, headers)
    if answer.status != HTTPStatus.OK:
        raise refusal(answer, now=time.time())
    return _signed(answer)


def _signed(answer: Answer) -> Signed:
    cookies = cookies_of(answer.headers.get("X-Set-TT-Cookie", ""))
    if not answer.body:
        raise SignerEmpty("The sign provider sent an empty answer: TikTok refused it.")
    if not cookies:
        raise SignerNoCookie("The sign provider sent no cookie.")
    try:
        result = parse_fetch_result(answer.body)
    except ProtocolError as error:
        raise SignerError("The sign provider's answer cannot be read.") from error
    if FALLBACK_HOST in result.push_server:
        raise SignerFallback("The sign provider offers its fallback only: TikTok refuses it now.")
    if not (result.push_server and result.cursor and result.route_params):
        raise Blocked("TikTok offered no socket for this room.")
    return Signed(result, cookies, answer.headers.get("X-Set-TT-User-Agent") or USER_AGENT)


def refusal(answer: Answer, *, now: float) -> SignerError:
    """What a status other than 200 means.

    Args:
        answer: the provider's answer.
        now: our clock in seconds since 1970, for reset times.
    """
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        wait = retry_after(answer.headers, now=now)
        return SignerLimited("The sign provider's limit is reached.",
                             hint=f"Next try in {_clock(wait)}. An own key raises the limit.",
                             retry_after=wait)  # fmt: skip
    if answer.status not in MEANINGS:
        return SignerError(f"The sign provider answered {answer.status}.")
    kind, sentence, hint = MEANINGS[answer.status]
    return kind(sentence, hint=hint)


MEANINGS: dict[int, tuple[type[SignerError], str, str]] = {
    401: (SignerKeyRefused, "The sign provider does not accept the key.", "Check SIDESTAGE_SIGN_KEY."),
    402: (SignerPaid, "The sign provider wants a paid plan for this.", "Use another key or sign provider."),
    403: (SignerKeyRefused, "The sign provider does not allow this.", "Check SIDESTAGE_SIGN_KEY."),
    404: (SignerMissing, "The sign provider does not know this address.", "Check SIDESTAGE_SIGN_URL."),
    500: (SignerDown, "The sign provider had an error of its own.", ""),
    502: (SignerDown, "The sign provider is not available.", ""),
    503: (SignerDown, "The sign provider has no free agent.", ""),
    504: (SignerDown, "The sign provider took too long.", ""),
}


def retry_after(headers: Mapping[str, str], *, now: float) -> float:
    """Seconds to wait: Retry-After, else RateLimit-Reset as seconds, or as a time when it is huge."""
    for name in ("Retry-After", "RateLimit-Reset", "X-RateLimit-Reset"):
        try:
            value = float(headers.get(name, ""))
        except ValueError:
            continue
        return max(0.0, value - now) if value > TIMESTAMP else max(0.0, value)
    return DEFAULT_WAIT_S


def cookies_of(header: str) -> dict[str, str]:
    """All cookies of an X-Set-TT-Cookie header, which may hold several Set-Cookie lines in one."""
    pairs = (part.partition("=") for part in header.replace(",", ";").split(";"))
    return {
        name.strip(): value.strip()
        for name, equals, value in pairs
        if equals and name.strip() and name.strip().lower() not in ATTRIBUTES
    }


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
