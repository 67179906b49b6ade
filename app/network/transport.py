"""How HTTP gets to a host: directly, or through the proxy that stands between."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import httpx

from app.access.proxies import check_environment, find_web_proxy
from app.network.certificates import make_tls_context

if find_spec("sniffio") is None:
    # httpcore imports it several times a request if it can; a search in vain is a quarter of its time.
    sys.modules["sniffio"] = None  # type: ignore[assignment]  # so the import system marks what is not there
OF_A_BODY = ("content-encoding", "content-length", "transfer-encoding")


class RoutedTransport(httpx.AsyncBaseTransport):
    """One transport for each way out, kept as long as the client.

    Args:
        chosen: the proxy that the user chose, empty: what the environment names.

    Raises:
        UsageError: the environment names a proxy or certificates that cannot be used.
    """

    def __init__(self, chosen: str) -> None:
        if not chosen:
            check_environment("web_proxy")
        self._chosen = chosen
        self._certificates = make_tls_context()
        self._ways: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request directly or through its proxy."""
        proxy = find_web_proxy(request.url.host, request.url.port, self._chosen)
        if proxy not in self._ways:
            self._ways[proxy] = self._make_transport(proxy)
        return await self._ways[proxy].handle_async_request(request)

    async def aclose(self) -> None:
        """Close all transports."""
        for way in self._ways.values():
            await way.aclose()

    def _make_transport(self, proxy: str) -> httpx.AsyncHTTPTransport:
        secure = proxy.startswith("https:")
        between = httpx.Proxy(proxy, ssl_context=self._certificates if secure else None) if proxy else None
        return httpx.AsyncHTTPTransport(verify=self._certificates, proxy=between, trust_env=False)


class BareRedirects(httpx.AsyncBaseTransport):
    """Another transport's answers, of which redirects lose their body: httpx reads it whole and unbounded."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, and close the body of a redirect."""
        response = await self._transport.handle_async_request(request)
        if not response.has_redirect_location:
            return response
        await response.aclose()
        kept = [
            (name, value) for name, value in response.headers.raw if name.decode().lower() not in OF_A_BODY
        ]
        return httpx.Response(response.status_code, headers=kept, extensions=response.extensions)

    async def aclose(self) -> None:
        """Close the transport within."""
        await self._transport.aclose()
