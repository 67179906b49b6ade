"""What a secret must be like to be sent. The sentences never repeat it."""

from __future__ import annotations

from app.errors import UsageError
from app.words import settings as words

STUDIO_PARTS = 3


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
