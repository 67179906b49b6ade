"""What a secret or a header must be like to be sent. The sentences never repeat what it says."""

from __future__ import annotations

import re

from app.errors import UsageError
from app.words import settings as words

STUDIO_PARTS = 3
SHOWN = 40  # letters of a name that is refused
HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110 5.6.2
RESERVED = frozenset(
    {
        "cookie",
        "authorization",
        "proxy-authorization",
        "host",
        "origin",
        "user-agent",
        "x-api-key",
        "connection",
        "content-length",
        "transfer-encoding",
    }
)


def check_key(text: str) -> None:
    """Refuse what no header can carry.

    Raises:
        UsageError: it is not one word of plain characters.
    """
    if not (text.isascii() and text.isprintable()) or " " in text:
        raise UsageError(words.KEY_SHAPE)


def check_studio_key(text: str) -> None:
    """Refuse what has not three parts.

    Raises:
        UsageError: it does not look like app_id:key_id:secret.
    """
    check_key(text)
    parts = text.split(":")
    if len(parts) != STUDIO_PARTS or not all(parts):
        raise UsageError(words.STUDIO_KEY_SHAPE)


def check_session_id(text: str) -> None:
    """Refuse what is no value of the cookie sessionid.

    Raises:
        UsageError: it has more than letters and digits.
    """
    if not (text.isascii() and text.isalnum()):
        raise UsageError(words.SESSION_ID_SHAPE)


def check_target_idc(text: str) -> None:
    """Refuse what is no value of the cookie tt-target-idc.

    Raises:
        UsageError: it has more than letters, digits and hyphens.
    """
    if not (text.isascii() and text.replace("-", "").isalnum()):
        raise UsageError(words.TARGET_IDC_SHAPE)


def check_header(name: str, value: str) -> None:
    """Refuse what we set ourselves, and what HTTP cannot carry.

    Raises:
        UsageError: with the name, never the value.
    """
    if name.lower() in RESERVED:
        raise UsageError(words.HEADER_RESERVED.fill(name=name))
    if not (HEADER.fullmatch(name) and value.isascii() and value.isprintable()):
        raise UsageError(words.HEADER_UNSENDABLE.fill(name=name[:SHOWN]), hint=words.HEADER_SHAPE)
