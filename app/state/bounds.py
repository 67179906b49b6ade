"""Keeps numbers and texts of strangers within what can be kept and shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.words import chat as words

if TYPE_CHECKING:
    from app.events import User

MOST = 2**63 - 1  # what Qt and readers of JSON can take
KEPT_CHARACTERS = 4_000  # of a text; the window draws 500
KEPT_OF_NAME = 200
KEPT_BADGES = 50
LATE_MS = 1_800_000  # after half an hour no frame of a streak comes any more


def saturate(number: int) -> int:
    """The number, or the largest that can be shown."""
    return min(number, MOST)


def shorten(text: str, most: int = KEPT_CHARACTERS) -> str:
    """The beginning of a text that is too long, and how much of it was cut."""
    cut = len(text) - most
    return words.CUT.fill(beginning=text[:most], count=cut) if cut > 0 else text


def shorten_person(user: User) -> User:
    """The same person; of names that nobody could read only the beginning is kept."""
    size = len(user.nickname) + len(user.unique_id) + len(user.avatar_url)
    if size <= KEPT_CHARACTERS and len(user.badges) <= KEPT_BADGES:
        return user
    return replace(
        user,
        nickname=user.nickname[:KEPT_OF_NAME],
        unique_id=user.unique_id[:KEPT_OF_NAME],
        avatar_url=user.avatar_url if len(user.avatar_url) <= KEPT_CHARACTERS else "",
        badges=user.badges[:KEPT_BADGES],
    )
