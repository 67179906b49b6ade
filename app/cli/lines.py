"""An event as one line for a person to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from app.events import Event
from app.events.summary import summary


def _subclasses(kind: type[Event]) -> Iterator[type[Event]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _subclasses(sub)


TYPES = {kind.type for kind in _subclasses(Event)} - {"event"}
CONTROLS = dict.fromkeys([*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def plain(text: str) -> str:
    """Words of strangers without what a terminal would obey: control and direction characters."""
    return text.translate(CONTROLS)


def line_of(event: Event) -> str:
    """Local time, type, who, what."""
    moment = datetime.fromtimestamp(event.at_ms / 1000, UTC).astimezone().strftime("%H:%M:%S")
    return plain(f"{moment} {event.type:<13} {summary(event)}".rstrip())
