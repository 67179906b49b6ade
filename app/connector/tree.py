"""Values out of JSON whose shape nobody promises: each is of the type asked for, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.events import User

NUMBER_BELOW = 1 << 63  # what the wire can say of a room or a person


def mapping(value: object) -> Mapping[str, Any]:
    """An object; empty for anything else."""
    return value if isinstance(value, dict) else {}


def listing(value: object) -> list[Any]:
    """An array; empty for anything else."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """A text; empty for anything else."""
    return value if isinstance(value, str) else ""


def count(value: object) -> int | None:
    """A number of 64 bits, written as such or as text; None when none was told."""
    if not isinstance(value, int | float | str) or value == "":
        return None
    try:
        told = int(value)
    except (ValueError, OverflowError):
        return None
    return told if abs(told) < NUMBER_BELOW else None


def number(*values: object) -> int:
    """The first number that is told and not 0, else 0: ids come as text, as number, or both."""
    return next((told for value in values if (told := count(value))), 0)


def picture(value: object) -> str:
    """The first address of an image object."""
    return next((address for address in listing(mapping(value).get("url_list")) if text(address)), "")


def page_person(value: object, unique_id: str = "") -> User:
    """A user object of TikTok's pages (protocol.md a.2); the name that was asked for, where it has none."""
    told = mapping(value)
    return User(
        id=number(told.get("id")),
        unique_id=text(told.get("uniqueId")) or unique_id,
        nickname=text(told.get("nickname")),
        avatar_url=text(told.get("avatarThumb")) or text(told.get("avatarLarger")),
    )


def person(value: object) -> User:
    """A user object of the webcast host (protocol.md f.1)."""
    told = mapping(value)
    return User(
        id=number(told.get("id_str"), told.get("id")),
        unique_id=text(told.get("display_id")),
        nickname=text(told.get("nickname")),
        avatar_url=picture(told.get("avatar_thumb")) or picture(told.get("avatar_medium")),
    )
