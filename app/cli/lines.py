"""Words of strangers and events as lines that a terminal may be given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.events import Event
from app.events.json_text import NO_CHARACTER
from app.events.local_time import clock_time
from app.events.summary import summary
from app.events.visible import FILLERS, UNWANTED

NO_TIME = "--:--:--"


def _subclasses(kind: type[Event]) -> Iterator[type[Event]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _subclasses(sub)


TYPES = {kind.type for kind in _subclasses(Event)} - {"event"}
# Scripts and emoji are written with these: joiners, variation selectors of all kinds, the fillers of Hangul
# syllables, the empty Braille cell.
KEPT = "\u034f\u115f\u1160\u180b-\u180d\u180f\u200c\u200d\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
_CONTROLS = re.compile(rf"(?![{KEPT}])[{UNWANTED}{FILLERS}]")
_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
_HALF_PAIRS = re.compile("[\ud800-\udfff]")
# Alone they join nothing, and an emoji has at most two in a row.
_IDLE = re.compile(rf"(^|\s)[\u200c\u200d\ufe00-\ufe0f]+|([{KEPT}]{{2}})[{KEPT}]+")


def plain(text: str) -> str:
    """Words of strangers on one line, without what a terminal would obey or nobody would see.

    Controls, escape sequences, marks that turn the direction of writing and characters that draw nothing go,
    line breaks become blanks, and what no encoding can write is replaced.
    """
    line = _CONTROLS.sub("", _BREAKS.sub(" ", text))
    return line if line.isascii() else _IDLE.sub(r"\1\2", _HALF_PAIRS.sub(NO_CHARACTER, line))


def line_of(event: Event) -> str:
    """Local time, type, who, what."""
    moment = clock_time(event.at_ms, "%H:%M:%S") or NO_TIME
    return plain(f"{moment} {event.type:<13} {summary(event)}".rstrip())
