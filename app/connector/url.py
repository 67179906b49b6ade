"""The address of the web socket (protocol.md d.1)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from app.access.endpoints import is_tiktok
from app.addresses import check_address, is_loopback, split_address
from app.errors import ProtocolError, UsageError
from app.network.identity import SOCKET_PARAMS
from app.protocol.fetch import FetchResult
from app.words import connector as words


def make_socket_url(result: FetchResult, room_id: int, params: Mapping[str, str] | None = None) -> str:
    """Make the address: push_server with our params and the caller's, room, cursor, and signed route params.

    Every value is percent-encoded once, whatever it holds, and `version_code=270000` stands a second
    time at the end, as the browser sends it. A query that push_server brings stays as it is.

    Raises:
        ProtocolError: the server names a host that is not encrypted, or somebody's name and password for it.
    """
    try:
        check_address(result.push_server, secure="wss", plain="ws", name=words.PUSH_SERVER)
    except UsageError as error:
        raise ProtocolError(error.sentence) from error
    parts = urlsplit(result.push_server)
    if "@" in parts.netloc:  # it would become a header
        raise ProtocolError(words.PERSON_IN_ADDRESS)
    kept = [pair for pair in parts.query.split("&") if pair and _read_name(pair) not in result.route_params]
    brought = {_read_name(pair) for pair in kept}
    ours = {
        name: value
        for name, value in _make_params(result, room_id, params or {}).items()
        if value and name not in brought
    }
    query = "&".join([*kept, encode_query(ours), "version_code=270000"])
    return urlunsplit(parts._replace(query=query, fragment=""))


def check_socket(address: str, named_by: str, *, login: bool) -> None:
    """Refuse a socket that was named by who may not: this machine by another, a stranger for a log-in.

    Args:
        address: of the socket.
        named_by: address of who named it, empty: the user.
        login: whether a log-in would go there.

    Raises:
        ProtocolError: it is refused.
    """
    (scheme, host), own = split_address(address), is_loopback(split_address(named_by)[1]) or not named_by
    here = is_loopback(host)
    if (here or scheme == "ws") and not own:
        raise ProtocolError(words.SOCKET_HERE)
    if login and not here and not (scheme == "wss" and is_tiktok(host)):
        raise ProtocolError(words.SOCKET_NOT_TIKTOK)


def _read_name(pair: str) -> str:
    return unquote(pair.partition("=")[0])


def _make_params(result: FetchResult, room_id: int, params: Mapping[str, str]) -> dict[str, str]:
    return (
        SOCKET_PARAMS
        | dict(params)
        | {
            "room_id": str(room_id),
            "cursor": result.cursor,
            "internal_ext": result.internal_ext,
            "heartbeat_duration": str(result.heartbeat_ms or 10_000),
            "last_rtt": "150",
        }
        | dict(result.route_params)
    )


def encode_query(params: Mapping[str, str]) -> str:
    """Make a query string in which every name and value is percent-encoded once, nothing left out."""
    return "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in params.items())
