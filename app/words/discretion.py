"""Streamer mode: what others must not read while the screen is in the picture.

Hidden are counts of the audience (viewers, likes, followers, gifts in all), everything that tells what gifts
are worth, handles, and pictures. What stays is what a performer needs to see and the room hears anyway: names
that people chose, how many of one gift somebody gives, and of a battle the scores, the gap and the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

HIDDEN = "•••"
HIDDEN_HANDLE = f"@{HIDDEN}"
# Places of sentences whose values are hidden.
PLACES = frozenset({"diamonds", "dollars", "viewers"})
HANDLE_PLACES = frozenset({"handle"})
HANDLE = re.compile(r"(?<!\w)@[\w.]+")
_is_on = False


def is_discreet() -> bool:
    """Whether streamer mode is on."""
    return _is_on


def be_discreet(*, is_on: bool) -> bool:
    """Turn streamer mode on or off; whether that is a change."""
    global _is_on
    was_on, _is_on = _is_on, is_on
    return was_on != is_on


@contextmanager
def speak_openly() -> Iterator[None]:
    """Hide nothing meanwhile: what is copied on purpose is for another place than the screen."""
    was_on = is_discreet()
    be_discreet(is_on=False)
    try:
        yield
    finally:
        be_discreet(is_on=was_on)


def hide_handles(text: str) -> str:
    """A sentence without the handles in it."""
    return HANDLE.sub(HIDDEN_HANDLE, text)


def quote(text: str) -> str:
    """What a stranger wrote; in streamer mode without the handles in it."""
    return hide_handles(text) if _is_on else text


def hide_value(name: str, value: object) -> object:
    """What stands in a place of a sentence."""
    if name in PLACES:
        return HiddenValue(HIDDEN)
    return HiddenValue(HIDDEN_HANDLE) if name in HANDLE_PLACES else value


class HiddenValue(str):
    """Stands in any place, whatever format is asked for."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        return str(self)
