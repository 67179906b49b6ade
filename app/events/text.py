"""Texts that TikTok shows: a pattern with places, and pieces that fill them."""

from __future__ import annotations

import re

from app.events.base import User
from app.events.people import user_of
from app.protocol.schema import Wire

PLACE = re.compile(r"\{(\d+)(?::\w*)?\}")
IMAGE = re.compile(r"\{\d+:image\} ?")
PERCENT = re.compile(r"%\d*\$?[sd]")


def rendered(text: Wire) -> str:
    """The text as a viewer reads it. A place without a piece stays empty, pictures are left out."""
    pieces = text.pieces

    def fill(place: re.Match[str]) -> str:
        index = int(place[1])
        return _piece(pieces[index]) if index < len(pieces) else ""

    return PLACE.sub(fill, IMAGE.sub("", text.default_pattern)).strip()


def filled(text: Wire, value: str) -> str:
    """A pattern with a percent place (`Viewer%s`) and its one value."""
    pattern = text.default_pattern
    return PERCENT.sub(lambda _: value, pattern, count=1) if PERCENT.search(pattern) else value


def key_of(text: Wire) -> str:
    """The pattern's key, lower-cased: keys are compared so (protocol.md g.2)."""
    return str(text.key).lower()


def user_in(text: Wire) -> User | None:
    """The first person named in a text."""
    for piece in text.pieces:
        if piece.HasField("user_value") and piece.user_value.user.id:
            return user_of(piece.user_value.user)
    return None


def _piece(piece: Wire) -> str:
    if piece.HasField("user_value"):
        user = piece.user_value.user
        return str(user.nickname or user.display_id)
    if piece.HasField("gift_value"):
        gift = piece.gift_value
        return str(gift.name_ref.default_pattern or gift.gift_id)
    if piece.HasField("pattern_ref_value"):
        return str(piece.pattern_ref_value.default_pattern)
    return str(piece.string_value)
