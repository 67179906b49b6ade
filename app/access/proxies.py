"""Which proxy stands between us and a host: the chosen one, or what the environment names.

Read here and not by httpx and websockets: they understand different things by the same variables, and one
piece of NO_PROXY that httpx cannot parse would keep us from everything.
"""

from __future__ import annotations

import re
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, unquote, urlsplit

from app.access.endpoints import is_loopback
from app.errors import UsageError

SHAPE = "It looks like http://host:port or socks5://host:port."
SCHEMES = ("http", "https", "socks5", "socks5h")
# By field of `Access`: what the libraries speak, and what the environment may name it, as `getproxies` calls
# it; the first that is there counts.
KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "web_proxy": (SCHEMES, ("https", "all")),
    "socket_proxy": ((*SCHEMES, "socks4", "socks4a"), ("wss", "socks", "https", "all")),
}
ONE_OF_TWO = "HTTPS_PROXY or ALL_PROXY"
VARIABLES = {"https": ONE_OF_TWO, "all": ONE_OF_TWO, "wss": "WSS_PROXY", "socks": "SOCKS_PROXY"}
HOST = re.compile(r"(?!-)[a-z0-9_.-]+")
BRACKETED = re.compile(r"\[([0-9a-f:.]+)\](?!:)")
PASSED_OVER = re.compile(r"(?:\*?\.)?([a-z0-9_-][a-z0-9_.-]*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?")


def check_proxy(address: str, name: str = "web_proxy") -> None:
    """Refuse what cannot be a proxy; the sentence never repeats the address, which may hold a password.

    Args:
        address: as chosen, empty for none.
        name: what it is for, a field of `Access`.

    Raises:
        UsageError: it is not http://host:port or socks5://host:port.
    """
    try:
        sound = not address or bool(
            urlsplit(plain_address(address, KINDS[name][0])).port and "://" in address
        )
    except ValueError:
        sound = False
    if not sound:
        raise UsageError("That is not a proxy.", hint=SHAPE)


def check_environment(name: str) -> None:
    """Refuse what the environment names, when it cannot be a proxy for this.

    Args:
        name: what it is for, a field of `Access`.

    Raises:
        UsageError: with the name of the variable, never its value.
    """
    _named(_named_by_system(), name)


def web_proxy(host: str, port: int | None, chosen: str = "") -> str:
    """The proxy that HTTP to this host goes through, in a form that httpx reads; empty: none.

    Raises:
        UsageError: as `check_environment`.
    """
    return _between(host, port, chosen, "web_proxy")


def socket_proxy(host: str, port: int | None, chosen: str = "") -> str:
    """The same for a web socket, in a form that websockets reads."""
    return _between(host, port, chosen, "socket_proxy")


def is_passed_over(host: str, port: int | None, no_proxy: str) -> bool:
    """Whether NO_PROXY names this host; a piece of it that cannot be read names nobody.

    Args:
        host: name or address, without brackets.
        port: where to on it, None: 443.
        no_proxy: names with all below them, addresses, networks, each with a port or without; `*` for all.
    """
    pieces = re.split(r"[,\s]+", no_proxy.lower())
    return any(_covers(piece.rpartition("://")[2], host.lower(), port or 443) for piece in pieces if piece)


def plain_address(address: str, schemes: tuple[str, ...]) -> str:
    """The address of a proxy in the one form that all libraries read alike.

    Raises:
        ValueError: it cannot be a proxy of these kinds.
    """
    if not address.isprintable() or " " in address:
        raise ValueError("no address")
    parts = urlsplit(address if "://" in address else f"http://{address}")
    host, port = _host(parts), parts.port
    if parts.scheme not in schemes or port == 0 or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("no proxy")
    return f"{parts.scheme}://{_person(parts)}{host}" + (f":{port}" if port else "")


def _between(host: str, port: int | None, chosen: str, kind: str) -> str:
    if is_loopback(host):
        return ""
    if chosen:
        return plain_address(chosen, KINDS[kind][0])
    named = _named_by_system()
    return "" if is_passed_over(host, port, named.get("no", "")) else _named(named, kind)


def _named_by_system() -> dict[str, str]:
    from urllib.request import getproxies  # noqa: PLC0415 - it brings all of HTTP, which a first picture needs not

    return getproxies()


def _named(named: dict[str, str], kind: str) -> str:
    """The first proxy of these names; systems say `http://` of one that speaks SOCKS."""
    schemes, names = KINDS[kind]
    name = next((name for name in names if named.get(name)), "")
    if not name:
        return ""
    address = re.sub(r"^http://", "socks5h://", named[name]) if name == "socks" else named[name]
    try:
        return plain_address(address, schemes)
    except ValueError:
        pass  # outside of it: the cause would repeat the address
    raise UsageError(f"The proxy that {VARIABLES[name]} names cannot be used.", hint=SHAPE)


def _host(parts: SplitResult) -> str:
    """The host as it stands in an address: names in ASCII, addresses in brackets where they need them."""
    host = parts.hostname or ""
    if ":" in host and "%" not in host:
        return f"[{IPv6Address(host)}]"
    host = host if host.isascii() else host.encode("idna").decode()
    if not HOST.fullmatch(host) or len(host.encode("idna")) > 253:  # noqa: PLR2004 - RFC 1035
        raise ValueError("no host")
    return str(ip_address(host)) if host.replace(".", "").isdecimal() else host


def _person(parts: SplitResult) -> str:
    """Name and password; websockets wants both."""
    if parts.username is None:
        return ""
    words = (unquote(word or "", errors="strict") for word in (parts.username, parts.password))
    return ":".join(quote(word, safe="") for word in words) + "@"


def _covers(piece: str, host: str, port: int) -> bool:
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
