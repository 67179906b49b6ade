"""Which proxy stands between us and a host: the chosen one, or what the environment names.

Read here and not by httpx and websockets: they understand different things by the same variables, and one
piece of NO_PROXY that httpx cannot parse would keep us from everything.
"""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network

from app.addresses import SOCKET_SCHEMES, WEB_SCHEMES, is_loopback, normalise_address
from app.errors import UsageError
from app.words import settings as words

# By field of `Access`: what the libraries speak, and what the environment may name it, as `getproxies` calls
# it; the first that is there counts.
KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "web_proxy": (WEB_SCHEMES, ("https", "all")),
    "socket_proxy": (SOCKET_SCHEMES, ("wss", "socks", "https", "all")),
}
VARIABLES = {"https": words.ONE_OF_TWO, "all": words.ONE_OF_TWO, "wss": "WSS_PROXY", "socks": "SOCKS_PROXY"}
BRACKETED = re.compile(r"\[([0-9a-f:.]+)\](?!:)")
PASSED_OVER = re.compile(r"(?:\*?\.)?([a-z0-9_-][a-z0-9_.-]*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?")


def check_environment(name: str) -> None:
    """Refuse what the environment names, when it cannot be a proxy for this.

    Args:
        name: what it is for, a field of `Access`.

    Raises:
        UsageError: with the name of the variable, never its value.
    """
    _pick_proxy(_read_system_proxies(), name)


def find_web_proxy(host: str, port: int | None, chosen: str = "") -> str:
    """Find the proxy that HTTP to this host goes through, in a form that httpx reads; empty: none.

    Raises:
        UsageError: as `check_environment`.
    """
    return _find_proxy(host, port, chosen, "web_proxy")


def find_socket_proxy(host: str, port: int | None, chosen: str = "") -> str:
    """Find the proxy for a web socket, in a form that websockets reads."""
    return _find_proxy(host, port, chosen, "socket_proxy")


def is_passed_over(host: str, port: int | None, no_proxy: str) -> bool:
    """Whether NO_PROXY names this host; a piece of it that cannot be read names nobody.

    Args:
        host: name or address, without brackets.
        port: where to on it, None: 443.
        no_proxy: names with all below them, addresses, networks, each with a port or without; `*` for all.
    """
    pieces = re.split(r"[,\s]+", no_proxy.lower())
    return any(
        _is_covered(piece.rpartition("://")[2], host.lower(), port or 443) for piece in pieces if piece
    )


def _find_proxy(host: str, port: int | None, chosen: str, kind: str) -> str:
    if is_loopback(host):
        return ""
    if chosen:
        return normalise_address(chosen, KINDS[kind][0])
    named = _read_system_proxies()
    return "" if is_passed_over(host, port, named.get("no", "")) else _pick_proxy(named, kind)


def _read_system_proxies() -> dict[str, str]:
    from urllib.request import getproxies  # noqa: PLC0415 - it brings all of HTTP, which a first picture needs not

    return getproxies()


def _pick_proxy(named: dict[str, str], kind: str) -> str:
    """Take the first proxy of these names; systems say `http://` of one that speaks SOCKS."""
    schemes, names = KINDS[kind]
    name = next((name for name in names if named.get(name)), "")
    if not name:
        return ""
    address = re.sub(r"^http://", "socks5h://", named[name]) if name == "socks" else named[name]
    try:
        return normalise_address(address, schemes)
    except ValueError:
        pass  # outside of it: the cause would repeat the address
    raise UsageError(words.PROXY_UNUSABLE.fill(variable=VARIABLES[name]), hint=words.PROXY_SHAPE)


def _is_covered(piece: str, host: str, port: int) -> bool:
    if piece == "*":
        return True
    try:
        return ip_address(host) in ip_network(BRACKETED.sub(r"\1", piece), strict=False)
    except ValueError:
        pass  # a name, or an address with a port
    found = PASSED_OVER.fullmatch(piece)
    if not found or int(found[2] or port) != port:
        return False
    name = found[1].strip("[]")
    return host == name or (host.endswith(f".{name}") and not _is_address(host))


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
