"""HTTP within limits: time, size, redirects; every failure one of our errors."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import ssl
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import httpx
from socksio import SOCKSError

from app.connector.access import Access
from app.connector.identity import WEB_HEADERS
from app.connector.network import network_error, proxied
from app.errors import AnswerTooLarge, NetworkError, ProtocolError, UsageError

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
CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
OURSELVES = ("all://127.0.0.1", "all://localhost", "all://[::1]")  # never through a proxy


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole HTTP answer.

    Attributes:
        url: who answered in the end, after redirects.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str = ""

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
            raise ProtocolError("The answer is not JSON.") from error


class Web:
    """One HTTP client for one source. Certificates are always verified."""

    def __init__(
        self, access: Access | None = None, *, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._access = access = access or Access()
        try:
            self._client = httpx.AsyncClient(
                headers=WEB_HEADERS,
                timeout=access.http_timeout_s,
                follow_redirects=True,
                max_redirects=REDIRECT_LIMIT,
                transport=transport,
                proxy=access.web_proxy or None,
                verify=_trusted(*(os.environ.get(name, "") for name in CERTIFICATES)),
                mounts=dict.fromkeys(OURSELVES),
                event_hooks={"request": [_with_cookie], "response": [self._safe_redirect]},
            )
        except ValueError as error:
            sentence = "The proxy that HTTPS_PROXY or ALL_PROXY names cannot be used."
            raise UsageError(
                sentence, hint="It looks like http://host:port or socks5://host:port."
            ) from error

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def tiktok(
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
        host = urlsplit(url).hostname or "the server"
        kept = {COOKIE: (headers or {}).get("Cookie")}
        try:
            async with (
                asyncio.timeout(within_s or self._access.http_timeout_s),
                self._client.stream("GET", url, params=params, headers=headers, extensions=kept) as response,
            ):
                body = await _bounded(response, host, limit)
                return Answer(response.status_code, response.headers, body, str(response.url))
        except UNANSWERED as error:
            raise self._failure(error, host) from error

    async def flow(self, url: str, silence_s: float) -> AsyncGenerator[bytes]:
        """An answer without end, as it comes; to be closed by who leaves early.

        Args:
            url: where.
            silence_s: after which it is given up.

        Raises:
            NetworkError: no answer, another one than 200, or it broke off; the sentence names the host only.
        """
        host = urlsplit(url).hostname or "the server"
        patience = httpx.Timeout(self._access.http_timeout_s, read=silence_s)
        try:
            async with self._client.stream("GET", url, timeout=patience) as response:
                if response.status_code != httpx.codes.OK:
                    raise NetworkError(f"{host} answered {response.status_code}.", hint="Try again later.")
                async for chunk in response.aiter_bytes():
                    yield chunk
        except UNANSWERED as error:
            raise self._failure(error, host) from error

    async def _safe_redirect(self, response: httpx.Response) -> None:
        """Never to another scheme; with a key, a log-in or the user's headers, never to another host."""
        if not response.has_redirect_location:
            return
        request, asked = response.request, response.request.url
        try:
            following = asked.join(response.headers["Location"])
            there = (following.scheme, following.host)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise httpx.UnsupportedProtocol("redirect to no address", request=request) from error
        own = any(name in request.headers for name in (*SECRET, *self._access.headers))
        stays = own or "session_id" in asked.params
        if there[0] != asked.scheme or (stays and there[1] != asked.host):
            raise httpx.UnsupportedProtocol("redirect to another scheme or host", request=request)

    def _failure(self, error: Exception, host: str) -> NetworkError:
        return network_error(error, host, proxied=proxied(host, self._access.web_proxy))


@lru_cache(maxsize=1)
def _trusted(*_chosen: str) -> ssl.SSLContext:
    """Certificates that are trusted. Loading them takes 30 ms, which a window notices at every attempt.

    Args:
        _chosen: what the environment says about them; httpx reads it itself, here it is the cache's key.
    """
    return httpx.create_ssl_context()


async def _with_cookie(request: httpx.Request) -> None:
    """Keep over a redirect what httpx takes away; with cookies, redirects stay at one host."""
    if cookie := request.extensions.get(COOKIE):
        request.headers["Cookie"] = cookie


async def _bounded(response: httpx.Response, host: str, limit: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.aiter_bytes():
        size += len(chunk)
        if size > limit:
            raise AnswerTooLarge(f"{host} sent more than {limit >> 20} MiB.")
        chunks.append(chunk)
    return b"".join(chunks)
