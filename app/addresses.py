"""Addresses of servers and proxies: what they are made of, and what is wrong with them."""

from __future__ import annotations

import ipaddress
import re
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, quote, unquote, urlsplit

from app.errors import UsageError
from app.words import settings as words

WEB_SCHEMES = ("http", "https", "socks5", "socks5h")
SOCKET_SCHEMES = (*WEB_SCHEMES, "socks4", "socks4a")
PERSON = re.compile(r"://[^/?#]*@")
HOST = re.compile(r"(?!-)[a-z0-9_.-]+")
LONGEST_HOST = 253  # RFC 1035


def is_loopback(host: str | None) -> bool:
    """Whether the host is this machine, by name or address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def split_address(address: str) -> tuple[str, str]:
    """Read scheme and host of an address; the host is empty when the address makes no sense."""
    try:
        parts = urlsplit(address)
        sound = parts.port != 0
    except ValueError:
        return "", ""
    return parts.scheme, (parts.hostname or "") if sound else ""


def check_address(address: str, *, secure: str, plain: str, name: str) -> None:
    """Refuse addresses that are not encrypted, except on this machine.

    Raises:
        UsageError: with the name of the setting and what is wrong.
    """
    scheme, host = split_address(address)
    if (scheme == secure and host) or (scheme == plain and is_loopback(host)):
        return
    if scheme == plain and host:
        refusal = words.PLAIN_ELSEWHERE.fill(name=name, plain=plain, host=host)
        raise UsageError(refusal, hint=words.USE_SECURE.fill(secure=secure))
    # Without the address, which may be a key.
    raise UsageError(words.NO_ADDRESS.fill(name=name, secure=secure))


def check_proxy(address: str, schemes: tuple[str, ...] = WEB_SCHEMES) -> None:
    """Refuse what cannot be a proxy; the sentence never repeats the address, which may hold a password.

    Args:
        address: as chosen, empty for none.
        schemes: what it may speak.

    Raises:
        UsageError: it is not http://host:port or socks5://host:port.
    """
    try:
        sound = not address or bool(urlsplit(normalise_address(address, schemes)).port and "://" in address)
    except ValueError:
        sound = False
    if not sound:
        raise UsageError(words.NO_PROXY, hint=words.PROXY_SHAPE)


def has_password(address: str) -> bool:
    """Whether a proxy's address holds what is not for a file."""
    try:
        return "@" in urlsplit(address).netloc
    except ValueError:
        return "@" in address


def mask_person(address: str) -> str:
    """Replace the name and password in an address."""
    return PERSON.sub("://…@", address)


def normalise_address(address: str, schemes: tuple[str, ...]) -> str:
    """Write the address of a proxy in the one form that all libraries read alike.

    Raises:
        ValueError: it cannot be a proxy of these kinds.
    """
    if not address.isprintable() or " " in address:
        raise ValueError("no address")
    parts = urlsplit(address if "://" in address else f"http://{address}")
    host, port = _normalise_host(parts), parts.port
    if parts.scheme not in schemes or port == 0 or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("no proxy")
    return f"{parts.scheme}://{_normalise_person(parts)}{host}" + (f":{port}" if port else "")


def _normalise_host(parts: SplitResult) -> str:
    """Write the host as an address has it: names in ASCII, IPv6 addresses in brackets."""
    host = parts.hostname or ""
    if ":" in host and "%" not in host:
        return f"[{IPv6Address(host)}]"
    host = host if host.isascii() else host.encode("idna").decode()
    if not HOST.fullmatch(host) or len(host.encode("idna")) > LONGEST_HOST:
        raise ValueError("no host")
    return str(ip_address(host)) if host.replace(".", "").isdecimal() else host


def _normalise_person(parts: SplitResult) -> str:
    """Write name and password; websockets wants both."""
    if parts.username is None:
        return ""
    pieces = (unquote(piece or "", errors="strict") for piece in (parts.username, parts.password))
    return ":".join(quote(piece, safe="") for piece in pieces) + "@"
