"""Events as lines that a terminal may be given, and their types."""

from __future__ import annotations

from collections.abc import Iterator

from app.cli.output import show_cell
from app.events import Event
from app.events.describe.local_time import write_clock_time
from app.events.describe.plain import make_plain
from app.events.describe.summary import write_summary

NO_TIME = "--:--:--"


def _list_subclasses(kind: type[Event]) -> Iterator[type[Event]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _list_subclasses(sub)


TYPES = {kind.type for kind in _list_subclasses(Event)} - {"event"}


def write_event(event: Event) -> str:
    """Local time, type, who, what."""
    moment = write_clock_time(event.at_ms, "%H:%M:%S") or NO_TIME
    return make_plain(f"{moment} {event.type:<13} {show_cell(write_summary(event))}".rstrip())
