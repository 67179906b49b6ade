"""Which events become a line of the chat pane, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import events as ev
from app.events.visible import is_visible
from app.state.bounds import KEPT_CHARACTERS
from app.state.chat import ChatRow

if TYPE_CHECKING:
    from app.events import Event, User
    from app.state.chat import RowKind


EMPTY = "(empty)"


def row_of(event: Event) -> ChatRow | None:
    """The line for this event, None for events that no line is written about (likes, joins, gifts, ...)."""
    said = _said(event) or _noticed(event)
    if said is None:
        return None
    kind, user, text = said
    is_history = isinstance(event, ev.Comment) and event.is_history
    return ChatRow(event.at_ms, kind, user, text, event.msg_id, is_history=is_history)


def _said(event: Event) -> tuple[RowKind, User, str] | None:
    match event:
        case ev.Comment() if is_visible(event.text, KEPT_CHARACTERS // 2):
            return "comment", event.user, event.text
        case ev.Comment() if not event.emotes:
            return "comment", event.user, EMPTY
        case ev.Comment() | ev.EmoteComment():
            return "emote", event.user, f"{len(event.emotes)} emotes" if len(event.emotes) > 1 else "an emote"
        case ev.Question() if event.phase == "new":
            return "question", event.user, event.text
        case ev.Follow():
            return "follow", event.user, "followed"
        case ev.Share():
            return "share", event.user, f"shared and brought {event.brought}" if event.brought else "shared"
        case ev.Subscribe():
            return (
                "subscribe",
                event.user,
                f"subscribed, month {event.months}" if event.renewed else "subscribed",
            )
        case ev.SuperFan():
            return "super_fan", event.user, event.text or "is a super fan"
        case _:
            return None


def _noticed(event: Event) -> tuple[RowKind, User, str] | None:
    match event:
        case ev.Intro() if event.text:
            return "notice", event.user, event.text
        case ev.RoomText() if event.text:
            return "notice", ev.NOBODY, event.text
        case ev.FanClub() if event.action == "new_fans" and event.text:
            return "notice", ev.NOBODY, event.text
        case ev.Pin() if event.pinned and event.text:
            return "notice", event.user, f"pinned: {event.text}"
        case ev.Poll() if event.phase != "update":
            return "notice", ev.NOBODY, _poll(event)
        case ev.Envelope() if event.open:
            return "notice", event.user, f"sent a treasure chest of {event.diamonds} diamonds"
        case ev.Gap():
            return "gap", ev.NOBODY, _gap(event)
        case _:
            return None


def _gap(gap: ev.Gap) -> str:
    """How long it was; not so when our clock was set back meanwhile."""
    if gap.to_ms < gap.from_ms:
        return "A while without a connection: what happened is not known"
    seconds = max(1, round((gap.to_ms - gap.from_ms) / 1000))
    return f"{seconds} s without a connection: what happened is not known"


def _poll(poll: ev.Poll) -> str:
    ended = poll.phase == "end"
    options = ", ".join(f"{option.text} {option.votes}" if ended else option.text for option in poll.options)
    return f"{'Poll ended' if ended else 'Poll'}: {poll.title} ({options})"
