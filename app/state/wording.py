"""Which events become a line of the chat pane, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app import events as ev

if TYPE_CHECKING:
    from app.events import Event, User
    from app.state.chat import RowKind


class Line(NamedTuple):
    """A line of the chat pane before it has a number."""

    kind: RowKind
    user: User
    text: str
    is_history: bool = False


def row_of(event: Event) -> Line | None:
    """The line for this event, None for events that no line is written about (likes, joins, gifts, ...)."""
    match event:
        case ev.Comment():
            return Line("comment", event.user, event.text, event.is_history)
        case ev.EmoteComment():
            return Line(
                "emote", event.user, f"{len(event.emotes)} emotes" if len(event.emotes) > 1 else "an emote"
            )
        case ev.Question():
            return Line("question", event.user, event.text)
        case ev.Follow():
            return Line("follow", event.user, "followed")
        case ev.Share():
            return Line(
                "share", event.user, f"shared and brought {event.brought}" if event.brought else "shared"
            )
        case ev.Subscribe():
            return Line(
                "subscribe",
                event.user,
                f"subscribed, month {event.months}" if event.renewed else "subscribed",
            )
        case ev.SuperFan():
            return Line("super_fan", event.user, event.text or "is a super fan")
        case _:
            return _notice(event)


def _notice(event: Event) -> Line | None:
    match event:
        case ev.Intro() | ev.RoomText() if event.text:
            return Line("notice", getattr(event, "user", ev.NOBODY), event.text)
        case ev.Pin() if event.pinned and event.text:
            return Line("notice", event.user, f"pinned: {event.text}")
        case ev.Poll() if event.phase != "update":
            return Line("notice", ev.NOBODY, _poll(event))
        case ev.Envelope() if event.open:
            return Line("notice", event.user, f"sent a treasure chest of {event.diamonds} diamonds")
        case ev.Gap():
            seconds = max(1, round((event.to_ms - event.from_ms) / 1000))
            return Line("gap", ev.NOBODY, f"{seconds} s without a connection: what happened is not known")
        case _:
            return None


def _poll(poll: ev.Poll) -> str:
    options = ", ".join(
        f"{option.text} {option.votes}" if poll.phase == "end" else option.text for option in poll.options
    )
    opening = "Poll ended" if poll.phase == "end" else "Poll"
    return f"{opening}: {poll.title} ({options})" if poll.title else f"{opening}: {options}"
