"""As a guest: TikTok's cookie, its socket, no signature. TikTok mostly refuses; then we say so."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from app.access import Access
from app.connector.routes.room import Pass
from app.connector.routes.wire import WireRoute
from app.connector.signer import cookies_of
from app.errors import Blocked, GuestRefused, HandshakeRefused
from app.events import Connecting, Event
from app.network.identity import USER_AGENT
from app.network.web import Web
from app.protocol.fetch import FetchResult
from app.tiktok.find import find


async def guest_cookies(web: Web, access: Access) -> dict[str, str]:
    """The cookies that TikTok gives everybody who opens its live page (protocol.md b.6).

    Raises:
        Blocked: it gives none; NetworkError: it does not answer.
    """
    answer = await web.tiktok(f"{access.endpoints.app_url}/live")
    cookies = cookies_of(";".join(answer.cookie_lines))
    if "ttwid" not in cookies:
        raise Blocked("TikTok gives guests no cookie.", hint="Choose the signed way.")
    return cookies | (access.login.cookies if access.login else {})


class Anonymous(WireRoute):
    """TikTok's own socket with nothing but a guest's cookie."""

    source = "anonymous"

    async def attempt(self, *, waiting: bool) -> AsyncGenerator[Event, None]:
        """See `Route`."""
        async with Web(self._access) as web:
            if not waiting:
                yield Connecting(step=f"Looking for {self._target} …")
            room = await find(web, self._access.endpoints, self._target, spend=False)
            cookies = await guest_cookies(web, self._access)
        yield Connecting(step="Opening the connection as a guest …")
        way_in = Pass(FetchResult(push_server=self._access.endpoints.socket_url), cookies, USER_AGENT)
        try:
            async with aclosing(self._room.read(room, way_in)) as events:
                async for event in events:
                    yield event
        except HandshakeRefused as refusal:
            raise GuestRefused(
                "TikTok lets no guest in.", hint="Choose the signed way.",
                status=refusal.handshake_status, message=refusal.handshake_msg,
            ) from refusal  # fmt: skip
