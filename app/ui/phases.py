"""What each phase of the connection looks like: always a word, a shape and a colour together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.access.advice import find_advice
from app.errors import UsageError
from app.state.status import ON_AIR
from app.ui.actions import keys_of
from app.ui.figures import grouped, length, time_of_day
from app.ui.look import Role
from app.ui.text import clean

if TYPE_CHECKING:
    from app.events import Quota
    from app.state import Status

PROGRAM = "Sidestage"
SCARCE = 0.2  # of a quota
LONG_S = 100
STALLED_MS = 20_000  # TikTok tells how many watch every few seconds, also in a quiet room
AT_REST = frozenset({"idle", "ended", "failed"})  # nothing is tried, and the user can begin
TRYING = frozenset({"reconnecting", "waiting"})


class Look(NamedTuple):
    """A phase.

    Attributes:
        word: what it is called.
        brief: the same for a narrow place.
        icon: its shape.
        colour: role of the colour of word and shape.
        mark: its sign in the window's title.
        button: what the button beside the name does.
    """

    word: str
    brief: str
    icon: str
    colour: Role
    mark: str
    button: str


LOOKS: dict[str, Look] = {
    "idle": Look("Not connected", "Off", "ring", "muted", "⚪", "Connect"),
    "connecting": Look("Connecting", "Trying", "dots", "wait", "🟡", "Cancel"),
    "live": Look("LIVE", "LIVE", "round", "good", "🟢", "Disconnect"),
    "paused": Look("Paused by host", "Paused", "bars", "us", "🔵", "Disconnect"),
    "reconnecting": Look("Connection lost", "Lost", "triangle", "bad", "🔴", "Cancel"),
    "waiting": Look("Waiting for live", "Waiting", "hourglass", "wait", "🟡", "Cancel"),
    "ended": Look("Ended", "Ended", "square", "muted", "⚪", "Connect"),
    "failed": Look("Not connected", "Failed", "cross", "bad", "🔴", "Connect"),
}
STALLED = Look("No data", "No data", "alert", "warn", "🟠", "Disconnect")
UNREACHED = LOOKS["reconnecting"]._replace(word="No connection yet", brief="Trying")


def is_stalled(status: Status, now_ms: int) -> bool:
    """Whether a connection that is open has been silent for so long that nobody should call it live."""
    silent_ms = now_ms - status.last_event_ms if status.last_event_ms else 0
    return status.phase == "live" and silent_ms >= STALLED_MS


def is_current(status: Status, now_ms: int) -> bool:
    """Whether what the room told last is how it is now; else its numbers are the last that are known."""
    return status.phase in ON_AIR and not is_stalled(status, now_ms)


def look_of(status: Status, now_ms: int) -> Look:
    """What the state looks like now. Only what was there can be lost; who mistyped has lost nothing."""
    if is_stalled(status, now_ms):
        return STALLED
    if status.phase == "reconnecting" and not status.lost:
        return UNREACHED
    if status.phase == "failed" and status.code == UsageError.code:
        return LOOKS["idle"]
    return LOOKS[status.phase]


def seconds_to_retry(status: Status, now_ms: int) -> int:
    """Whole seconds until the next attempt, 0 when none is planned."""
    return max(0, -(-(status.retry_at_ms - now_ms) // 1000)) if status.retry_at_ms else 0


def window_title(status: Status, viewers: int | None, now_ms: int) -> str:
    """The state for the task bar: 🟢 LIVE @name – 1,234 👁."""
    look = look_of(status, now_ms)
    name = f"@{clean(status.unique_id, 30)}" if status.unique_id else ""
    wait = seconds_to_retry(status, now_ms)
    match status.phase:
        case "idle":
            return PROGRAM
        case "live" | "paused" if viewers is not None:
            rest = f"{name} – {grouped(viewers)} 👁"
        case "connecting":
            rest = f"{name} …"
        case "reconnecting" | "waiting" if wait:
            rest = f"{name}, retry in {_span(wait)}"
        case _:
            rest = name
    return " ".join(part for part in (look.mark, look.word, rest, "–", PROGRAM) if part)


def sentence_of(status: Status, now_ms: int) -> str:
    """What is going on, in one sentence."""
    if is_stalled(status, now_ms):
        return f"Nothing has come for {_span((now_ms - status.last_event_ms) // 1000)}."
    return status.sentence


def what_next(status: Status, now_ms: int) -> str:
    """When it is tried again, what helps, and where that is changed."""
    if is_stalled(status, now_ms):
        return "If this goes on, it is connected anew."
    place = find_advice(status.code).place
    change = f"{place}: {keys_of('ways')}." if place else ""
    return " ".join(part for part in (_next_try(status, now_ms), status.hint, change) if part)


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


def current_quota(quota: Quota | None, now_ms: int) -> Quota | None:
    """The quota while it holds: once it was renewed, nobody has told yet what is left."""
    if quota is None or not quota.limit or 0 < quota.reset_ms < now_ms:
        return None
    return quota


def quota_short(quota: Quota | None) -> str:
    """What is left at the sign provider, for a corner."""
    return f"{grouped(quota.left)} of {grouped(quota.limit)} signatures" if quota else ""


def quota_brief(quota: Quota | None) -> str:
    """The same where there is little room."""
    return f"{grouped(quota.left)} left" if quota else ""


def quota_line(quota: Quota | None) -> str:
    """What is left at the sign provider and when it is renewed, local time."""
    if not quota:
        return ""
    span = {"": "", "day": " today"}.get(quota.span, f" this {quota.span}")
    renewed = f", renewed at {moment}" if (moment := time_of_day(quota.reset_ms)) else ""
    return f"{quota_short(quota)} left{span}{renewed}."


def quota_colour(quota: Quota | None) -> Role:
    """A warning when less than a fifth is left."""
    return "warn" if quota and quota.left < quota.limit * SCARCE else "muted"
