"""Opening a socket of JSON. Addresses hold keys: they reach neither a log nor an error."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import InvalidStatus, WebSocketException

from app.access import Access
from app.access.proxies import find_socket_proxy
from app.connector.managed.closing import make_refusal_error
from app.connector.socket import close, upgrade
from app.errors import SidestageError
from app.errors.bridges import BridgeMissing
from app.network.errors import make_network_error
from app.words import providers as words

PING_S = 20.0


@asynccontextmanager
async def open_peer(
    peer: str, url: str, access: Access, *, now_s: float, local: bool = False
) -> AsyncIterator[ClientConnection]:
    """Open the socket, close it at the end.

    Args:
        peer: who is there, for sentences.
        url: its address.
        access: proxy and timeouts.
        now_s: our clock, seconds since 1970, for moments that a refusal tells.
        local: a program on this machine. It is pinged: silence says nothing about it.

    Raises:
        BridgeMissing: nothing listens on this machine. SidestageError: refused, or not reached.
    """
    failure: SidestageError
    try:
        ping_s = PING_S if local else None
        socket = await upgrade(url, access, user_agent_header=None, ping_interval=ping_s, ping_timeout=PING_S)
    except InvalidStatus as error:
        answer = error.response
        body = bytes(answer.body or b"")
        failure = make_refusal_error(peer, answer.status_code, answer.headers, now_s=now_s, body=body)
    except (OSError, TimeoutError, UnicodeError, WebSocketException) as error:
        host = urlsplit(url).hostname or ""
        behind = bool(find_socket_proxy(host, None, access.socket_proxy))
        failure = _make_missing_error(peer) if local else make_network_error(error, host, proxied=behind)
    else:
        try:
            yield socket
        finally:
            await close(socket)
        return
    raise failure  # outside of the except: the cause may repeat the address


def _make_missing_error(peer: str) -> BridgeMissing:
    return BridgeMissing(words.NOT_RUNNING.fill(peer=peer), hint=words.START_IT.fill(peer=peer))
