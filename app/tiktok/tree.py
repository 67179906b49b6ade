"""Values out of JSON whose shape nobody promises: each is of the type asked for, or nothing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from app.events import User
from app.events.types.bounds import EARLIEST_MS, choose_time, read_time_ms

NUMBER_BELOW = 1 << 63  # what the wire can say of a room or a person
DIGITS = len(str(NUMBER_BELOW))
WORDS_AT_MOST = 120  # of a server's own words in a sentence of ours


def read_mapping(value: object) -> Mapping[str, Any]:
    """An object; empty for anything else."""
    return value if isinstance(value, dict) else {}


def read_list(value: object) -> list[Any]:
    """An array; empty for anything else."""
    return value if isinstance(value, list) else []


def read_text(value: object) -> str:
    """A text that can be written as UTF-8; empty for anything else."""
    return replace_surrogates(value) if isinstance(value, str) else ""


def replace_surrogates(words: str) -> str:
    """The same text, with “?” for halves of surrogate pairs: JSON can hold them, UTF-8 cannot."""
    return words if words.isascii() else words.encode(errors="replace").decode()


def fit_line(value: object) -> str:
    """A server's own words, fit for a sentence of ours: one short line, nothing that a terminal obeys."""
    words = read_text(value)[: 4 * WORDS_AT_MOST]
    line = " ".join("".join(one if one.isprintable() else " " for one in words).split())
    return line if len(line) <= WORDS_AT_MOST else f"{line[:WORDS_AT_MOST]}…"


def read_count(value: object) -> int | None:
    """A number of 64 bits, written as such or as text; None when none was told."""
    if isinstance(value, str):
        value = _read_digits(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    number = int(value)
    return number if abs(number) < NUMBER_BELOW else None


def _read_digits(digits: str) -> int | None:
    """A number as text; Python's own reading takes more than that, and refuses the longest with an error."""
    plain = digits.removeprefix("-")
    return int(digits) if plain.isascii() and plain.isdecimal() and len(plain) <= DIGITS else None


def read_amount(value: object) -> int | None:
    """How many: as `count`, but what is below 0 counts as not told."""
    number = read_count(value)
    return None if number is None or number < 0 else number


def read_number(*values: object) -> int:
    """The first number that is told and not 0, else 0: ids come as text, as number, or both."""
    return next((found for value in values if (found := read_count(value))), 0)


def read_identity(*values: object) -> int:
    """The first id that is told: ids are above 0."""
    return next((found for value in values if (found := read_count(value)) and found > 0), 0)


def is_true(value: object) -> bool:
    """Whether a flag is set, told as a truth value, as 1, or as either in words."""
    if isinstance(value, str):
        return value.strip().lower() == "true" or bool(read_count(value))
    return value is True or bool(read_count(value))


def read_moment_ms(value: object) -> int:
    """A time told in seconds or ms, as ms since 1970; 0 when not told, or when it cannot be."""
    moment = read_time_ms(read_count(value) or 0)
    return moment if moment >= EARLIEST_MS else 0


def choose_sent_ms(value: object, received_ms: int) -> int:
    """When a message was made; the time of receipt where that is not told, or years away from it."""
    return choose_time(read_count(value) or 0, received_ms) or received_ms


def read_picture(value: object) -> str:
    """The first address of an image object."""
    return next(
        (address for one in read_list(read_mapping(value).get("url_list")) if (address := read_text(one))), ""
    )


def read_page_person(value: object, unique_id: str = "") -> User:
    """A user object of TikTok's pages (protocol.md a.2); the name that was asked for, where it has none."""
    fields = read_mapping(value)
    return User(
        id=read_identity(fields.get("id")),
        unique_id=read_text(fields.get("uniqueId")) or unique_id,
        nickname=read_text(fields.get("nickname")),
        avatar_url=read_text(fields.get("avatarThumb")) or read_text(fields.get("avatarLarger")),
    )


def read_person(value: object) -> User:
    """A user object of the webcast host (protocol.md f.1)."""
    fields = read_mapping(value)
    return User(
        id=read_identity(fields.get("id_str"), fields.get("id")),
        unique_id=read_text(fields.get("display_id")),
        nickname=read_text(fields.get("nickname")),
        avatar_url=read_picture(fields.get("avatar_thumb")) or read_picture(fields.get("avatar_medium")),
    )
