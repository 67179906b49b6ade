"""What each phase of the connection looks like: always a word, a shape and a colour together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from app.connector.advice import advice
from app.ui.figures import grouped, length, time_of_day
from app.ui.text import clean
from app.ui.theme import DARK

if TYPE_CHECKING:
    from app.events import Quota
    from app.state import Status

PROGRAM = "Sidestage"
SCARCE = 0.2  # of a quota
LONG_S = 100
WAYS_KEY = "Ctrl+Shift+R"


class Look(NamedTuple):
    """A phase: its word, the icon that is its shape, its colour, its mark in the title, the button's word."""

    word: str
    icon: str
    colour: str
    mark: str
    button: str


LOOKS: dict[str, Look] = {
    "idle": Look("Not connected", "ring", DARK.muted, "⚪", "Connect"),
    "connecting": Look("Connecting", "dots", DARK.wait, "🟡", "Cancel"),
    "live": Look("LIVE", "round", DARK.good, "🟢", "Disconnect"),
    "paused": Look("Paused by host", "bars", DARK.us, "🔵", "Disconnect"),
    "reconnecting": Look("Connection lost", "triangle", DARK.bad, "🔴", "Cancel"),
    "waiting": Look("Waiting for live", "hourglass", DARK.wait, "🟡", "Cancel"),
    "ended": Look("Ended", "square", DARK.muted, "⚪", "Connect"),
    "failed": Look("Not connected", "cross", DARK.bad, "🔴", "Connect"),
}


UNREACHED = "No connection yet"


def word_of(status: Status) -> str:
    """The state in a word; only what was there can be lost."""
    unreached = status.phase == "reconnecting" and not status.lost
    return UNREACHED if unreached else LOOKS[status.phase].word


def seconds_to_retry(status: Status, now_ms: int) -> int:
    """Whole seconds until the next attempt, 0 when none is planned."""
    return max(0, -(-(status.retry_at_ms - now_ms) // 1000)) if status.retry_at_ms else 0


def window_title(status: Status, viewers: int, now_ms: int) -> str:
    """The state for the task bar: 🟢 LIVE @name – 1,234 👁."""
    look = LOOKS[status.phase]
    name = f"@{clean(status.unique_id, 30)}" if status.unique_id else ""
    wait = seconds_to_retry(status, now_ms)
    match status.phase:
        case "idle":
            return PROGRAM
        case "live" | "paused":
            rest = f"{name} – {grouped(viewers)} 👁"
        case "connecting":
            rest = f"{name} …"
        case "reconnecting" | "waiting" if wait:
            rest = f"{name}, retry in {_span(wait)}"
        case _:
            rest = name
    return f"{look.mark} {word_of(status)} {rest} – {PROGRAM}"


def what_next(status: Status, now_ms: int) -> str:
    """When it is tried again, what could be changed, and what else helps."""
    place = advice(status.code).place
    change = f"{place}: {WAYS_KEY}." if place else ""
    return " ".join(part for part in (_next_try(status, now_ms), change, status.hint) if part)


def _next_try(status: Status, now_ms: int) -> str:
    """When it is looked again, as a time; when it is tried again, as a countdown."""
    wait = seconds_to_retry(status, now_ms)
    if not wait:
        return ""
    if status.phase == "waiting":
        return f"Checking again at {time_of_day(status.retry_at_ms)}."
    number = f" (attempt {status.attempt + 1})" if status.attempt > 1 else ""
    return f"Next try in {_span(wait)}{number}."


def _span(seconds: int) -> str:
    """Seconds as such, minutes as on a clock: 75 s, 12:31."""
    return f"{seconds} s" if seconds < LONG_S else length(seconds * 1000)


def quota_short(quota: Quota | None) -> str:
    """What is left at the sign provider, for a corner."""
    return f"{grouped(quota.left)} of {grouped(quota.limit)} signatures" if quota and quota.limit else ""


def quota_brief(quota: Quota | None) -> str:
    """The same where there is little room."""
    return f"{grouped(quota.left)} left" if quota and quota.limit else ""


def quota_line(quota: Quota | None) -> str:
    """What is left at the sign provider and when it is renewed, local time."""
    if not quota or not quota.limit:
        return ""
    span = {"": "", "day": " today"}.get(quota.span, f" this {quota.span}")
    moment = datetime.fromtimestamp(quota.reset_ms / 1000, UTC).astimezone().strftime("%H:%M")
    renewed = f", renewed at {moment}" if quota.reset_ms else ""
    return f"{quota_short(quota)} left{span}{renewed}."


def quota_colour(quota: Quota | None) -> str:
    """A warning when less than a fifth is left."""
    return DARK.warn if quota and quota.left < quota.limit * SCARCE else DARK.muted
