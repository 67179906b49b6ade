"""Texts that TikTok shows: a pattern with places, and pieces that fill them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from google.protobuf.descriptor import FieldDescriptor

from app.events.decode.fields import find_map_value
from app.events.decode.people import read_user
from app.events.types.base import User
from app.protocol.schema import Wire

PLACE = re.compile(r"\{(\d+)(?::\w*)?\}")
PLACES = 50  # a text has three; one piece in thousands of places would be a text of gigabytes
IMAGE = re.compile(r"\{\d+:image\} ?")
PERCENT = re.compile(r"%\d*\$?[sd]")
# Fields that hold words for people, the most telling first, and how deep they are looked for.
WORDS = ("content", "title", "text", "toast", "description", "desc", "describe", "name")
LEVELS = 4
KEY = re.compile(r"[a-z]\w*_\w+_\w+")  # `pm_mt_live_gift`: a text that the client would look up


def render_text(text: Wire) -> str:
    """The text as a viewer reads it. A place without a piece stays empty, pictures are left out."""
    pieces = {str(index): _render_piece(piece) for index, piece in enumerate(text.pieces[:PLACES])}
    pattern = IMAGE.sub("", text.default_pattern)
    return PLACE.sub(lambda place: pieces.get(place[1], ""), pattern, count=PLACES).strip()


def fill_text(text: Wire, value: str) -> str:
    """A pattern with a percent place (`Viewer%s`) and its one value."""
    pattern = text.default_pattern
    return PERCENT.sub(lambda _: value, pattern, count=1) if PERCENT.search(pattern) else value


def find_key(text: Wire) -> str:
    """The pattern's key, lower-cased: keys are compared so (protocol.md g.2)."""
    return str(text.key).lower()


def find_first_user(text: Wire) -> User | None:
    """The first person named in a text."""
    for piece in text.pieces:
        if piece.HasField("user_value") and (user := read_user(piece.user_value.user)).id:
            return user
    return None


def find_first_text(wire: Wire) -> str:
    """The first words for people in a message: what TikTok would show, else what it has; or empty."""
    return next(filter(None, _list_texts(wire, LEVELS)), "")


def _list_texts(wire: Wire, levels: int) -> Iterator[str]:
    """Texts in a message, outer ones before inner ones."""
    if wire.DESCRIPTOR.name == "Text":
        yield render_text(wire)
        return
    told = {field.name: value for field, value in wire.ListFields() if isinstance(value, str)}
    yield from (told[word].strip() for word in WORDS if word in told and not KEY.fullmatch(told[word]))
    if not levels:
        return
    for field, value in wire.ListFields():
        if field.type != FieldDescriptor.TYPE_MESSAGE or find_map_value(field):
            continue
        yield from _list_texts(value[0] if field.is_repeated else value, levels - 1)


def _render_piece(piece: Wire) -> str:
    if piece.HasField("user_value"):
        user = read_user(piece.user_value.user)
        return user.name if user.nickname or user.unique_id else ""
    if piece.HasField("gift_value"):
        gift = piece.gift_value
        return str(gift.name_ref.default_pattern or gift.gift_id)
    if piece.HasField("pattern_ref_value"):
        return str(piece.pattern_ref_value.default_pattern)
    return str(piece.string_value)
