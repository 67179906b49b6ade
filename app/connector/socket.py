"""The web socket: opened once per signature, read without tasks for heartbeat and watchdog."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.frames import CloseCode

from app.access import Access
from app.access.proxies import find_socket_proxy
from app.clock import loop_s
from app.errors import (
    AppIdRefused,
    ConnectionLost,
    CookieMissing,
    DeviceBlocked,
    FrameFlood,
    HandshakeRefused,
    PrivateRoom,
    SignatureRefused,
)
from app.network.certificates import make_tls_context
from app.network.errors import make_network_error
from app.network.headers import find_header
from app.network.identity import ORIGIN
from app.words import connector as words
from app.words.phrase import Phrase

FRAME_LIMIT = 16 * 1024 * 1024
CLOSE_TIMEOUT_S = 0.3  # a peer that lives has answered by then, and the window is to be gone in half a second
DEFAULT_HEARTBEAT_S = 10.0
LATE_S, CATCH_UP_S = 0.5, 1.0
SHOWN = 120  # letters of a server's own words

MEANINGS: dict[str, tuple[type[HandshakeRefused], Phrase]] = {
    "": (PrivateRoom, words.PRIVATE),
    "illegal secret key": (SignatureRefused, words.SIGNATURE_REFUSED),
    "DEVICE_BLOCKED": (DeviceBlocked, words.DEVICE_BLOCKED),
    "http: named cookie not present": (CookieMissing, words.COOKIE_MISSING),
    "illegal app_id": (AppIdRefused, words.FALLBACK_REFUSED),
}


# The library would write request lines, cookies and keys at level DEBUG.
QUIET = logging.getLogger("sidestage.frames")
QUIET.setLevel(logging.WARNING)


class NoRedirects(connect):
    """A redirected upgrade would carry our cookies to another host."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        """Give the redirect back as an error."""
        return exc


def upgrade(url: str, access: Access, **told: Any) -> connect:
    """Make an upgrade within the user's limits and through their proxy; `told` is what the peer is told.

    Raises:
        UsageError: the environment names a proxy or certificates that cannot be used.
    """
    parts = urlsplit(url)
    proxy = find_socket_proxy(parts.hostname or "", parts.port, access.socket_proxy)
    told |= {"ssl": make_tls_context()} if parts.scheme == "wss" else {}
    told |= {"proxy_ssl": make_tls_context()} if proxy.startswith("https:") else {}
    return NoRedirects(
        url,
        logger=QUIET,
        max_size=FRAME_LIMIT,
        open_timeout=access.open_timeout_s,
        close_timeout=CLOSE_TIMEOUT_S,
        proxy=proxy or None,
        **told,
    )


def _make_upgrade(url: str, cookies: Mapping[str, str], user_agent: str, access: Access) -> connect:
    return upgrade(
        url,
        access,
        origin=ORIGIN,
        additional_headers={"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())},
        user_agent_header=user_agent,
        compression=None,
        ping_interval=None,  # TikTok answers no pings (protocol.md d.6)
    )


@asynccontextmanager
async def open_socket(
    url: str, cookies: Mapping[str, str], user_agent: str, access: Access
) -> AsyncIterator[ClientConnection]:
    """Upgrade, once: a signed address is good for one attempt.

    Raises:
        HandshakeRefused: TikTok said no, with its words; NetworkError: nobody said anything.
    """
    host = urlsplit(url).hostname or ""
    try:
        socket = await _make_upgrade(url, cookies, user_agent, access)
    except InvalidStatus as error:
        raise make_refusal_error(error.response.status_code, error.response.headers) from error
    except (OSError, TimeoutError, UnicodeError, WebSocketException) as error:
        raise make_network_error(
            error, host, proxied=bool(find_socket_proxy(host, None, access.socket_proxy))
        ) from error
    try:
        yield socket
    finally:
        await close(socket)


async def close(socket: ClientConnection) -> None:
    """Close the socket; a peer that does not answer in time is cut off."""
    try:
        async with asyncio.timeout(CLOSE_TIMEOUT_S):
            await socket.close()
    except TimeoutError:
        socket.transport.abort()
        await socket.wait_closed()


def read_heartbeat_s(socket: ClientConnection) -> float:
    """Read the seconds between heartbeats (Handshake-Options, protocol.md d.3), else 10."""
    options = find_header(socket.response.headers, "Handshake-Options") if socket.response else ""
    asked = re.search(r"(?:^|[;,\s])ping-interval=(\d{1,4})(?!\d)", options)
    return float(asked[1]) if asked else DEFAULT_HEARTBEAT_S


def make_refusal_error(status: int, headers: Mapping[str, str]) -> HandshakeRefused:
    """Make the error for an upgrade that was not answered with 101 (protocol.md d.3)."""
    handshake_status, message = (
        find_header(headers, "Handshake-Status"),
        find_header(headers, "Handshake-Msg"),
    )
    unnamed = HandshakeRefused, words.SOCKET_REFUSED.fill(status=status)
    key = message if message or status == HTTPStatus.OK else f"HTTP {status}"
    kind, sentence = MEANINGS.get(key, unnamed)
    if message:
        its_words = _fit_line(f"{handshake_status} {message}")
        sentence = words.WITH_ITS_WORDS.fill(sentence=sentence, words=its_words)
    return kind(sentence, status=handshake_status, message=message)


def _fit_line(text: str) -> str:
    """Make a server's words fit for one line, without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:SHOWN]).strip()


async def read_frame(socket: ClientConnection, due: float) -> bytes | str | None:
    """The next frame, or None when `due` (loop time) came first. Frames received before a close come first.

    A process that was stopped wakes long after `due`: what came meanwhile is then still on its way to us.

    Raises:
        ConnectionLost: the socket is closed.
    """
    try:
        frame = await _receive(socket, due)
        if frame is None:
            late = loop_s() - due > LATE_S
            frame = await _receive(socket, loop_s() + (CATCH_UP_S if late else 0.0))
    except ConnectionClosed as error:
        if error.sent is not None and error.sent.code == CloseCode.MESSAGE_TOO_BIG:
            raise make_flood_error("TikTok") from error
        raise ConnectionLost(words.LOST) from error
    return frame


async def _receive(socket: ClientConnection, due: float) -> bytes | str | None:
    try:
        async with asyncio.timeout_at(due):
            return await socket.recv()
    except TimeoutError:
        return None


def make_flood_error(peer: str) -> FrameFlood:
    """Make the error for a frame over the limit."""
    return FrameFlood(words.FRAME_TOO_LARGE.fill(peer=peer, mib=FRAME_LIMIT >> 20))


async def send_all(socket: ClientConnection, frames: list[bytes], within_s: float) -> bool:
    """Send what the protocol wants said.

    A socket that is closed is not an error here: frames that came before the close are still waiting to
    be read, and `read_frame` says so once they are.

    Returns:
        False when the peer took nothing for so long: then the socket is of no use any more.
    """
    if not frames:
        return True
    with suppress(ConnectionClosed):
        try:
            async with asyncio.timeout(within_s):
                for frame in frames:
                    await socket.send(frame)
        except TimeoutError:
            return False
    return True
