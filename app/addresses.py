"""Addresses of servers and proxies: what they are made of, and what is wrong with them."""

from __future__ import annotations

import ipaddress
import re
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit

from app.errors import UsageError
from app.words import settings as words

WEB_SCHEMES = ("http", "https", "socks5", "socks5h")
SOCKET_SCHEMES = (*WEB_SCHEMES, "socks4", "socks4a")
PERSON = re.compile(r"://[^/?#]*@")
HOST = re.compile(r"(?!-)[a-z0-9_.-]+")
LONGEST_HOST = 253  # RFC 1035
LINK_SCHEMES = ("http", "https")
LONGEST_LINK = 2_000
NOT_IN_LINKS = frozenset(' \\<>"`{}|^')  # which browsers take for something else than we do
IN_LINKS = "/?#[]@!$&'()*+,;=%:~"
PUNYCODE = "xn--"


class Link(NamedTuple):
    """An address that a browser may open.

    Attributes:
        address: with the host in ASCII, as the browser asks for it, and without name and password.
        host: whose page it is, in ASCII: look-alikes of other letters begin with xn--.
        is_foreign: the host has letters that may look like others.
        has_person: a name stood before the host, which can be made to look like one.
    """

    address: str
    host: str
    is_foreign: bool = False
    has_person: bool = False


def read_link(address: str) -> Link | None:
    """Read an address of a stranger; None for what is no page of the web: other schemes, odd hosts."""
    if not address.isprintable() or set(address) & NOT_IN_LINKS or len(address) > LONGEST_LINK:
        return None
    try:
        parts = urlsplit(address)
        host, port = _normalise_host(parts), parts.port
    except ValueError:
        return None
    if parts.scheme not in LINK_SCHEMES or port == 0:
        return None
    rest = parts._replace(scheme="", netloc="").geturl()
    whole = f"{parts.scheme}://{host}{f':{port}' if port else ''}{quote(rest, safe=IN_LINKS)}"
    return Link(whole, host, PUNYCODE in host, "@" in parts.netloc)


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
