"""HTTP within limits: time, size, redirects; every failure one of our errors.

httpx inflates nothing here and reads no environment: it would inflate without limit, and one odd `NO_PROXY`
would end it.
"""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import httpx
from socksio import SOCKSError

from app.access import Access
from app.access.proxies import find_web_proxy
from app.addresses import is_loopback
from app.errors import AnswerTooLarge, NetworkError, ProtocolError
from app.network.coding import inflate_chunks
from app.network.errors import make_network_error
from app.network.identity import WEB_HEADERS
from app.network.transport import BareRedirects, RoutedTransport
from app.words import network as words

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

BODY_LIMIT = 32 * 1024 * 1024
REDIRECT_LIMIT = 5
SECRET = ("x-api-key", "x-cookie-header", "cookie")
# httpx writes every address with its query, httpcore every header; both may hold a log-in or a key.
for name in ("httpx", "httpcore"):
    logging.getLogger(name).setLevel(logging.WARNING)
# Whatever keeps an answer from coming; what SOCKS and odd names of hosts raise, httpx lets through.
UNANSWERED = (httpx.HTTPError, httpx.InvalidURL, SOCKSError, TimeoutError, UnicodeError)
COOKIE = "sidestage.cookie"  # where a request keeps its cookies over redirects


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole HTTP answer.

    Attributes:
        url: who answered in the end, after redirects.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    url: str = field(default="", repr=False)

    @property
    def cookie_lines(self) -> list[str]:
        """The Set-Cookie lines."""
        return [value for name, value in httpx.Headers(self.headers).multi_items() if name == "set-cookie"]

    @property
    def text(self) -> str:
        """The body as text; wrong bytes are replaced."""
        return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON.

        Raises:
            ProtocolError: it is something else.
        """
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise ProtocolError(words.NO_JSON) from error


class Web:
    """One HTTP client for one source. Certificates are always verified.

    Raises:
        UsageError: the environment names a proxy or certificates that cannot be used.
    """

    def __init__(
        self, access: Access | None = None, *, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._access = access = access or Access()
        self._client = httpx.AsyncClient(
            headers=WEB_HEADERS,
            timeout=access.http_timeout_s,
            follow_redirects=True,
            max_redirects=REDIRECT_LIMIT,
            transport=BareRedirects(transport or RoutedTransport(access.web_proxy)),
            trust_env=False,
            event_hooks={"request": [_keep_cookie], "response": [self._check_redirect]},
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def get_tiktok(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        cookies: Mapping[str, str] | None = None,
    ) -> Answer:
        """Fetch an address of TikTok: with the user's own headers, params and log-in, which go nowhere else.

        Raises:
            NetworkError: as `get`.
        """
        login = self._access.login.cookies if self._access.login else {}
        jar = {**(cookies or {}), **login}
        headers = dict(self._access.headers)
        if jar:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
        query = {**(params or {}), **self._access.params}
        return await self.get(url, query or None, headers)

    async def get(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        limit: int = BODY_LIMIT,
        within_s: float | None = None,
    ) -> Answer:
        """Fetch an address: at most `limit` bytes, whole within `within_s` seconds, else the user's timeout.

        Raises:
            NetworkError: no answer, or one that is too large; the sentence names the host only.
        """
        host = urlsplit(url).hostname or words.THE_SERVER
        kept = {COOKIE: (headers or {}).get("Cookie")}
        try:
            async with (
                asyncio.timeout(within_s or self._access.http_timeout_s),
                self._client.stream("GET", url, params=params, headers=headers, extensions=kept) as response,
            ):
                body = await _read_bounded(response, host, limit)
                return Answer(response.status_code, response.headers, body, str(response.url))
        except UNANSWERED as error:
            raise self._make_error(error, host) from error

    async def flow(self, url: str, silence_s: float) -> AsyncGenerator[bytes]:
        """Read an answer without end, as it comes. Who leaves early closes the generator.

        Args:
            url: where.
            silence_s: after which it is given up.

        Raises:
            NetworkError: no answer, another one than 200, or it broke off; the sentence names the host only.
        """
        host = urlsplit(url).hostname or words.THE_SERVER
        patience = httpx.Timeout(self._access.http_timeout_s, read=silence_s)
        try:
            async with self._client.stream("GET", url, timeout=patience) as response:
                if response.status_code != httpx.codes.OK:
                    answered = words.ANSWERED.fill(host=host, status=response.status_code)
                    raise NetworkError(answered, hint=words.TRY_LATER)
                async with aclosing(_decode_body(response, host)) as chunks:
                    async for chunk in chunks:
                        yield chunk
        except UNANSWERED as error:
            raise self._make_error(error, host) from error

    async def _check_redirect(self, response: httpx.Response) -> None:
        """Refuse redirects to another scheme, and with a key or log-in also those to another server."""
        if not response.has_redirect_location:
            return
        request, asked = response.request, response.request.url
        try:
            following = asked.join(response.headers["Location"])
            there = (following.scheme, following.host, following.port)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise httpx.UnsupportedProtocol("no address", request=request) from error
        own = any(name in request.headers for name in (*SECRET, *self._access.headers))
        stays = own or "session_id" in asked.params
        plain = following.scheme == "http" and not is_loopback(following.host)
        elsewhere = there != (asked.scheme, asked.host, asked.port)
        if plain or following.scheme != asked.scheme or (stays and elsewhere):
            raise httpx.UnsupportedProtocol("another server", request=request)

    def _make_error(self, error: Exception, host: str) -> NetworkError:
        return make_network_error(
            error, host, proxied=bool(find_web_proxy(host, None, self._access.web_proxy))
        )


async def _keep_cookie(request: httpx.Request) -> None:
    """Keep over a redirect what httpx takes away; with cookies, redirects stay at one host."""
    if cookie := request.extensions.get(COOKIE):
        request.headers["Cookie"] = cookie


async def _read_bounded(response: httpx.Response, host: str, limit: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    async with aclosing(_decode_body(response, host, limit)) as pieces:
        async for piece in pieces:
            size += len(piece)
            if size > limit:
                raise _make_too_large_error(host, limit)
            chunks.append(piece)
    return b"".join(chunks)


def _decode_body(response: httpx.Response, host: str, limit: int = 0) -> AsyncGenerator[bytes]:
    """Inflate the body. httpx does not do it, since it inflates any number of layers at once."""
    codings = response.headers.get_list("Content-Encoding", split_commas=True)
    return inflate_chunks(_count_bytes(response, host, limit), [coding.lower() for coding in codings], host)


async def _count_bytes(response: httpx.Response, host: str, limit: int) -> AsyncGenerator[bytes]:
    """Give the bytes as they come and count them, also those that inflate to nothing; 0 is no limit."""
    assert isinstance(response.stream, httpx.AsyncByteStream)  # noqa: S101 - of an AsyncClient
    size = 0
    async for chunk in response.stream:
        size += len(chunk)
        if limit and size > limit:
            raise _make_too_large_error(host, limit)
        yield chunk


def _make_too_large_error(host: str, limit: int) -> AnswerTooLarge:
    return AnswerTooLarge(words.TOO_LARGE.fill(host=host, mib=limit >> 20))
