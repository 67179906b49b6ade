"""Which addresses of a stream may be fetched."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from app.addresses import is_loopback
from app.errors import ProtocolError
from app.errors.reading import NoStream
from app.words import video as words

ADDRESS_LIMIT = 8192  # characters


def resolve_address(base: str, uri: str) -> str:
    """An address that may be fetched: https, or http on this machine, which no https address leads to.

    Raises:
        NoStream: it may not.
    """
    try:
        address = urljoin(base, uri)
        parts, came_by = urlsplit(address), urlsplit(base).scheme
    except ValueError as error:
        raise ProtocolError(words.ADDRESS_BROKEN) from error
    plain = parts.scheme == "http" and is_loopback(parts.hostname) and came_by != "https"
    if parts.hostname and len(address) <= ADDRESS_LIMIT and (parts.scheme == "https" or plain):
        return address
    raise NoStream(words.NOT_ENCRYPTED, hint=words.ANOTHER_QUALITY)
