"""An event as one line for a person to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from app import events as ev
from app.events import Event, UserEvent


def _subclasses(kind: type[Event]) -> Iterator[type[Event]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _subclasses(sub)


TYPES = {kind.type for kind in _subclasses(Event)} - {"event"}
WORDS = ("text", "reason", "summary", "action")
CONTROLS = dict.fromkeys([*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def plain(text: str) -> str:
    """Words of strangers without what a terminal would obey: control and direction characters."""
    return text.translate(CONTROLS)


def line_of(event: Event) -> str:
    """Local time, type, who, what."""
    moment = datetime.fromtimestamp(event.at_ms / 1000, UTC).astimezone().strftime("%H:%M:%S")
    who = f"{event.user.name}: " if isinstance(event, UserEvent) and event.user.id else ""
    return plain(f"{moment} {event.type:<12} {who}{_what(event)}".rstrip(": "))


def _what(event: Event) -> str:
    if (worded := _counted(event)) is not None:
        return worded
    match event:
        case ev.Connected():
            return f"@{event.unique_id} {event.title}"
        case ev.Connecting():
            return event.step
        case ev.Reconnecting():
            return f"{event.reason} Next try in {event.delay_s:.0f} s."
        case ev.Quota():
            span = f" this {event.span}" if event.span else ""
            return f"{event.left:,} of {event.limit:,} signatures left{span}"
        case ev.Gap():
            return f"{(event.to_ms - event.from_ms) / 1000:.0f} s unknown"
        case ev.Unknown():
            return event.method
        case _:
            return str(next((getattr(event, name) for name in WORDS if hasattr(event, name)), ""))


def _counted(event: Event) -> str | None:
    match event:
        case ev.Gift():
            worth = (
                f"{event.gift_name or event.gift_id} ×{event.count} ({event.count * event.diamonds} diamonds)"
            )
            return worth if event.ended else f"{worth} …"
        case ev.Like():
            return f"{event.count} likes, {event.total} in all"
        case ev.Viewers():
            return f"{event.now} watching, {event.total} came so far"
        case ev.Battle():
            return f"{event.phase} {' : '.join(str(side.score or 0) for side in event.sides)}"
        case ev.Poll():
            return f"{event.phase} {event.title} {', '.join(f'{o.text} {o.votes}' for o in event.options)}"
        case ev.Goal():
            return f"{event.text} {event.progress} of {event.target}"
        case ev.Delete():
            return f"{len(event.msg_ids)} comments, {len(event.user_ids)} people"
        case _:
            return None
