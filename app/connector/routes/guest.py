"""The way in as a guest: TikTok's cookie and socket, no signature. TikTok mostly refuses it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial

from app.access import Access
from app.connector.routes.room import RoomStream, SocketPass
from app.connector.routes.wire import WireRoute
from app.connector.signer import parse_cookies
from app.errors import Blocked, GuestRefused, HandshakeRefused
from app.events import Connecting, Event
from app.network.identity import USER_AGENT
from app.network.web import Web
from app.protocol.fetch import FetchResult
from app.tiktok.find import find
from app.tiktok.lookup import Room
from app.words import connector as words


async def get_guest_cookies(web: Web, access: Access) -> dict[str, str]:
    """Get the cookies that TikTok gives everybody who opens its live page (protocol.md b.6).

    Raises:
        Blocked: it gives none; NetworkError: it does not answer.
    """
    answer = await web.get_tiktok(f"{access.endpoints.app_url}/live")
    cookies = parse_cookies(";".join(answer.cookie_lines))
    if "ttwid" not in cookies:
        raise Blocked(words.NO_GUEST_COOKIE, hint=words.CHOOSE_SIGNED)
    return cookies | (access.login.cookies if access.login else {})


class AnonymousRoute(WireRoute):
    """TikTok's own socket with nothing but a guest's cookie."""

    source = "anonymous"

    async def _prepare(self, web: Web, *, waiting: bool) -> AsyncGenerator[Event, None]:
        if not waiting:
            yield Connecting(step=words.LOOKING.fill(handle=self._target.label))
        room = await find(web, self._access.endpoints, self._target, spend=False)
        cookies = await get_guest_cookies(web, self._access)
        yield Connecting(step=words.OPENING_AS_GUEST)
        self._opening = partial(self._open, room, cookies)

    @asynccontextmanager
    async def _open(self, room: Room, cookies: Mapping[str, str]) -> AsyncIterator[RoomStream]:
        result = FetchResult(push_server=self._access.endpoints.socket_url)
        try:
            async with self._room.open(room, SocketPass(result, cookies, USER_AGENT)) as stream:
                yield stream
        except HandshakeRefused as refusal:
            raise GuestRefused(
                words.NO_GUESTS,
                hint=words.CHOOSE_SIGNED,
                status=refusal.handshake_status,
                message=refusal.handshake_msg,
            ) from refusal
