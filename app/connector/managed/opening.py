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
    answer = await _reach(peer, url, access, now_s, local=local)
    if isinstance(answer, SidestageError):
        raise answer
    try:
        yield answer
    finally:
        await close(answer)


async def _reach(
    peer: str, url: str, access: Access, now_s: float, *, local: bool
) -> ClientConnection | SidestageError:
    """The socket, or an error, to be raised outside of the except: the cause may repeat the address."""
    ping_s = PING_S if local else None
    try:
        return await upgrade(url, access, user_agent_header=None, ping_interval=ping_s, ping_timeout=PING_S)
    except InvalidStatus as error:
        answer, body = error.response, bytes(error.response.body or b"")
        return make_refusal_error(peer, answer.status_code, answer.headers, now_s=now_s, body=body)
    except (OSError, TimeoutError, UnicodeError, WebSocketException) as error:
        host = urlsplit(url).hostname or ""
        behind = bool(find_socket_proxy(host, None, access.socket_proxy))
        return _make_missing_error(peer) if local else make_network_error(error, host, proxied=behind)


def _make_missing_error(peer: str) -> BridgeMissing:
    return BridgeMissing(words.NOT_RUNNING.fill(peer=peer), hint=words.START_IT.fill(peer=peer))
