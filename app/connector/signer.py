"""The sign provider: a first fetch result that TikTok accepts (protocol.md b.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import urlsplit

from app.access import Access, Login
from app.connector.quota import SPANS, Period, ask_quota, check_quota, drop_renewed, read_headers
from app.connector.refusals import find_refusal, parse_json
from app.connector.url import check_socket
from app.errors import (
    Blocked,
    ProtocolError,
    SidestageError,
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
from app.network.headers import find_header
from app.network.identity import USER_AGENT, make_provider_headers
from app.network.waits import find_retry_after, read_wait_s
from app.network.web import Answer, Web
from app.protocol.fetch import FetchResult, parse_fetch_result
from app.tiktok.tree import read_mapping, read_number, read_text
from app.words import connector as words
from app.words.phrase import Phrase

FALLBACK_HOST = "ws-fallback."
QUERY = {"client": "ttlive-other", "user_agent": USER_AGENT, "platform": "web", "client_enter": "true"}
ACCEPT = "application/protobuf, application/json"
JSON = b"{"  # no fetch result begins so: that would be a group, which it has none of
# Attributes of a Set-Cookie line are not cookies.
ATTRIBUTES = frozenset(
    {"path", "domain", "max-age", "expires", "samesite", "secure", "httponly", "partitioned", "priority"}
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signed first fetch result. Good for one upgrade within about 30 seconds.

    Attributes:
        cookies: what the upgrade must carry (`ttwid` at least), with a log-in's; never shown.
        user_agent: the one that was signed; the upgrade must use it.
        room_id: the provider's word for the room, 0 when it said none.
    """

    result: FetchResult
    cookies: Mapping[str, str] = field(repr=False)
    user_agent: str
    room_id: int = 0


class Signer:
    """Asks for signatures; remembers which contract the provider speaks, and what is left of the quota.

    Args:
        access: address, key and log-in.
        now_s: the wall clock, seconds since 1970.
    """

    def __init__(self, access: Access, now_s: Callable[[], float]) -> None:
        self._base = access.endpoints.sign_url
        self._endpoints = access.endpoints
        self._login = choose_login(access.login, self._base)
        self._now_s = now_s
        self._can_ask_classic = True
        self._known_s = 0.0
        self.quota: list[Period] = []

    async def permit(self, web: Web) -> None:
        """Look at the quota before an attempt that nobody asked for.

        Raises:
            QuotaLow: four fifths of it are used.
        """
        await self.look(web)
        check_quota(self.quota)

    async def look(self, web: Web) -> None:
        """Ask what is left; costs no signature."""
        asked = await ask_quota(web, self._endpoints, self._make_headers(), self._now_s())
        self._remember(asked or drop_renewed(self.quota, self._now_s() - self._known_s))

    async def sign(self, web: Web, room_id: int, unique_id: str = "") -> Signature:
        """A signature for a room, or for a name when no room id is known.

        The classic contract is asked first. A provider that answers it with 404 has retired it, and gets
        the newer one from then on; a name without a room id is known to the newer one only.

        Raises:
            SignerLimited: the quota is used up; RoomOffline, NoSuchUser, AgeRestricted: the provider says so;
                ProtocolError: it names a socket that it may not; SignerError, Blocked: see the sentence.
        """
        if self._can_ask_classic and room_id:
            try:
                return await self._ask(web, "/webcast/fetch", {"room_id": str(room_id)}, unique_id)
            except SignerMissing:
                self._can_ask_classic = False
        if room_id:
            return await self._ask(web, f"/webcast/rooms/{room_id}/connect", {}, unique_id)
        try:
            return await self._ask(web, f"/webcast/anchors/{unique_id}/connect", {}, unique_id)
        except SignerMissing as error:
            raise Blocked(words.HIDDEN.fill(name=unique_id)) from error

    async def _ask(self, web: Web, path: str, params: dict[str, str], unique_id: str) -> Signature:
        query, headers = QUERY | params, self._make_headers()
        if self._login and self._can_ask_classic:
            query |= {"session_id": self._login.session_id, "tt_target_idc": self._login.target_idc}
        elif self._login:
            cookies = f"sessionid={self._login.session_id}; tt-target-idc={self._login.target_idc}"
            headers["x-cookie-header"] = cookies
        answer = await web.get(self._base + path, query, headers)
        if told := read_headers(answer.headers, self._now_s()):
            self._remember(told)
        if answer.status != HTTPStatus.OK or answer.body.startswith(JSON):
            name = f"@{unique_id}" if unique_id else words.THE_CREATOR
            raise make_refusal_error(answer, now=self._now_s(), name=name)
        signature = read_signature(answer, self._login)
        check_socket(signature.result.push_server, self._base, login=self._login is not None)
        return signature

    def _remember(self, quota: list[Period]) -> None:
        self.quota, self._known_s = quota, self._now_s()

    def _make_headers(self) -> dict[str, str]:
        return {"Accept": ACCEPT, **make_provider_headers(self._endpoints.sign_key)}


def choose_login(login: Login | None, sign_url: str) -> Login | None:
    """Give the log-in if the user allowed this very host to have it (protocol.md b.5)."""
    return login if login and urlsplit(sign_url).hostname in login.hosts else None


def read_signature(answer: Answer, login: Login | None = None) -> Signature:
    """Read the signature of a good answer. One for a log-in opens a socket of that log-in only.

    Raises:
        SignerError: it lacks something; Blocked: TikTok offered no socket.
    """
    cookies = parse_cookies(answer.headers.get("X-Set-TT-Cookie", ""))
    if not answer.body:
        raise SignerEmpty(words.EMPTY_SIGNATURE)
    if not cookies:
        raise SignerNoCookie(words.NO_COOKIE)
    try:
        result = parse_fetch_result(answer.body)
    except ProtocolError as error:
        raise SignerError(words.UNREADABLE) from error
    if FALLBACK_HOST in result.push_server:
        raise SignerFallback(words.FALLBACK_ONLY)
    if not (result.push_server and result.cursor and result.route_params):
        raise Blocked(words.NO_SOCKET)
    return Signature(
        result,
        cookies | (login.cookies if login else {}),
        find_header(answer.headers, "X-Set-TT-User-Agent") or USER_AGENT,
        max(0, read_number(find_header(answer.headers, "X-Room-Id"))),
    )


def make_refusal_error(answer: Answer, *, now: float, name: str = words.THE_CREATOR) -> SidestageError:
    """Make the error for an answer without a signature: by its words, else by its number.

    Args:
        answer: the provider's answer.
        now: our clock in seconds since 1970, for reset times.
        name: the creator, for sentences.
    """
    said, status = find_refusal(answer.body), find_status(answer)
    if status == HTTPStatus.TOO_MANY_REQUESTS or (said and said.kind is SignerLimited):
        wait_s = read_wait_s(answer.headers, now=now)
        return SignerLimited(_describe_limit(answer, now), hint=words.OWN_KEY, retry_after=wait_s)
    asked_s = find_retry_after(answer.headers, now=now)
    if said:
        return said.make_error(words.SIGN_PROVIDER, name, asked_s)
    if status not in MEANINGS:
        return SignerError(words.PROVIDER_ANSWERED.fill(status=status))
    kind, sentence, hint = MEANINGS[status]
    return kind(sentence, hint=hint, retry_after=asked_s)


def find_status(answer: Answer) -> int:
    """Find the status of an answer; some put it into JSON and answer with HTTP 200."""
    code = (
        read_number(read_mapping(parse_json(answer.body)).get("code"))
        if answer.status == HTTPStatus.OK
        else 0
    )
    return code if code in MEANINGS or code == HTTPStatus.TOO_MANY_REQUESTS else answer.status


MEANINGS: dict[int, tuple[type[SignerError], Phrase, str]] = {
    401: (SignerKeyRefused, words.KEY_REFUSED, words.CHECK_IT),
    402: (SignerPaid, words.PAID, words.ANOTHER_KEY),
    403: (SignerKeyRefused, words.NOT_ALLOWED, words.CHECK_PLAN),
    404: (SignerMissing, words.NO_PROVIDER, words.CHECK_ADDRESS),
    500: (SignerDown, words.PROVIDER_ERROR, ""),
    502: (SignerDown, words.PROVIDER_DOWN, ""),
    503: (SignerDown, words.NO_AGENT, ""),
    504: (SignerDown, words.PROVIDER_SLOW, ""),
}


def parse_cookies(header: str) -> dict[str, str]:
    """Read all cookies of an X-Set-TT-Cookie header, which may hold several Set-Cookie lines in one."""
    pairs = (part.partition("=") for part in header.replace(",", ";").split(";"))
    return {
        name.strip(): value.strip()
        for name, equals, value in pairs
        if equals and name.strip() and name.strip().lower() not in ATTRIBUTES
    }


def _describe_limit(answer: Answer, now: float) -> Phrase:
    """Say how much of which period is used, as far as headers and body tell: 30 of 30 this hour."""
    label = read_text(read_mapping(parse_json(answer.body)).get("limit_label"))
    span = label if label in SPANS else ""
    usages = [replace(left, span=span).usage for left in read_headers(answer.headers, now)]
    used = usages[0] if usages else words.PERIODS.get(span)
    return words.LIMIT_REACHED_OF.fill(used=used) if used else words.LIMIT_REACHED
