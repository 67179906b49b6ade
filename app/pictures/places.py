"""Where pictures may be fetched: their addresses come with strangers' messages."""

from __future__ import annotations

import re
from ipaddress import IPv6Address, ip_address

from app.addresses import is_loopback

# Names that stand for machines nearby (RFC 6761, 6762, 8375), beside those without a dot.
NEARBY = ("localhost", "local", "internal", "home.arpa", "lan", "localdomain")
NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")  # a last label like this is an address in one of its odd spellings


def can_ask(scheme: str, host: str, *, is_room_here: bool) -> bool:
    """Whether a picture may be fetched there.

    Only over https, and from no machine nearby: else anybody in the chat could have requests sent into
    the home of whoever reads it. A public name that leads to such a machine fails at its certificate.

    Args:
        scheme: of the address.
        host: of the address.
        is_room_here: the room itself is on this machine, as the built-in server's is: so are its pictures.
    """
    if is_room_here and scheme in ("http", "https") and is_loopback(host):
        return True
    return scheme == "https" and is_public(host)


def is_public(host: str) -> bool:
    """Whether the name or address is one of the public internet."""
    name = host.lower().rstrip(".").strip("[]")
    try:
        there = ip_address(name)
    except ValueError:
        return _is_public_name(name)
    if isinstance(there, IPv6Address):
        there = there.ipv4_mapped or there.sixtofour or there
    return there.is_global and not there.is_multicast


def _is_public_name(name: str) -> bool:
    if "." not in name or ":" in name or "%" in name:
        return False
    if NUMBER.fullmatch(name.rpartition(".")[2]):
        return False
    return not name.endswith(tuple(f".{nearby}" for nearby in NEARBY))
