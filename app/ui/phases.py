"""What each phase of the connection looks like: always a word, a shape and a colour together."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from app.errors import UsageError
from app.state.status import ON_AIR
from app.ui.figures import group_digits, group_openly, write_length, write_time_of_day
from app.ui.text import write_handle
from app.words import status as words
from app.words.window import PROGRAM

if TYPE_CHECKING:
    from app.events import Quota
    from app.state import Status
    from app.ui.look import Role

SCARCE = 0.2  # of a quota
LONG_S = 100
NOTICE_MS = 12_000  # how long an answer to what was typed is read
STALLED_MS = 20_000  # TikTok tells how many watch every few seconds, also in a quiet room
AT_REST = frozenset({"idle", "ended", "failed"})  # nothing is tried, and the user can begin


class PhaseLook(NamedTuple):
    """A phase.

    Attributes:
        word: what it is called.
        brief: the same for a narrow place.
        icon: its shape.
        colour: role of the colour of word and shape.
        mark: its sign in the window's title.
    """

    word: str
    brief: str
    icon: str
    colour: Role
    mark: str


LOOKS: dict[str, PhaseLook] = {
    "idle": PhaseLook(words.PHASE_IDLE, words.BRIEF_IDLE, "ring", "muted", "⚪"),
    "connecting": PhaseLook(words.PHASE_CONNECTING, words.BRIEF_CONNECTING, "dots", "wait", "🟡"),
    "live": PhaseLook(words.PHASE_LIVE, words.PHASE_LIVE, "round", "good", "🟢"),
    "paused": PhaseLook(words.PHASE_PAUSED, words.BRIEF_PAUSED, "bars", "us", "🔵"),
    "reconnecting": PhaseLook(words.PHASE_LOST, words.BRIEF_LOST, "triangle", "bad", "🔴"),
    "waiting": PhaseLook(words.PHASE_WAITING, words.BRIEF_WAITING, "hourglass", "wait", "🟡"),
    "ended": PhaseLook(words.PHASE_ENDED, words.PHASE_ENDED, "square", "muted", "⚪"),
    "failed": PhaseLook(words.PHASE_IDLE, words.BRIEF_FAILED, "cross", "bad", "🔴"),
}
STALLED = PhaseLook(words.PHASE_STALLED, words.PHASE_STALLED, "alert", "warn", "🟠")
UNREACHED = LOOKS["reconnecting"]._replace(word=words.PHASE_UNREACHED, brief=words.BRIEF_CONNECTING)


def is_stalled(status: Status, now_ms: int) -> bool:
    """Whether a connection that is open has been silent for so long that nobody should call it live."""
    silent_ms = now_ms - status.last_event_ms if status.last_event_ms else 0
    return status.phase == "live" and silent_ms >= STALLED_MS


def is_current(status: Status, now_ms: int) -> bool:
    """Whether what the room told last is how it is now; else its numbers are the last that are known."""
    return status.phase in ON_AIR and not is_stalled(status, now_ms)


def choose_look(status: Status, now_ms: int) -> PhaseLook:
    """What the state looks like now. Only what was there can be lost; who mistyped has lost nothing."""
    if is_stalled(status, now_ms):
        return STALLED
    if status.phase == "reconnecting" and not status.is_lost:
        return UNREACHED
    if status.phase == "failed" and status.code == UsageError.code:
        return LOOKS["idle"]
    return LOOKS[status.phase]


def count_seconds_to_retry(status: Status, now_ms: int) -> int:
    """Whole seconds until the next attempt, 0 when none is planned."""
    return max(0, -(-(status.retry_at_ms - now_ms) // 1000)) if status.retry_at_ms else 0


def write_window_title(status: Status, viewers: int | None, now_ms: int) -> str:
    """The state for the task bar: 🟢 LIVE @name – 1,234 👁."""
    look = choose_look(status, now_ms)
    name = write_handle(status.unique_id, 30)
    wait = count_seconds_to_retry(status, now_ms)
    parts = {"mark": look.mark, "phase": look.word, "name": name, "program": PROGRAM}
    match status.phase:
        case "idle":
            return PROGRAM
        case "live" | "paused" if viewers is not None:
            return words.TITLE_WITH_VIEWERS.fill(**parts, viewers=group_digits(viewers))
        case "connecting":
            return words.TITLE_CONNECTING.fill(**parts)
        case "reconnecting" | "waiting" if wait:
            return words.TITLE_RETRYING.fill(**parts, span=write_wait(wait))
        case _:
            return (words.TITLE_OF_ROOM if name else words.TITLE).fill(**parts)


def describe_status(status: Status, now_ms: int) -> str:
    """What is going on, what is wrong and what helps, in a line whose end may be cut."""
    return join_sentences(*_list_sentences(status, now_ms))


def describe_step(status: Status, now_ms: int) -> str:
    """The first sentence of that: what is going on, else what is wrong."""
    return next(filter(None, _list_sentences(status, now_ms)), "")


def _list_sentences(status: Status, now_ms: int) -> tuple[str, ...]:
    if is_stalled(status, now_ms):
        silent = words.SILENT.fill(span=write_wait((now_ms - status.last_event_ms) // 1000))
        return silent, words.CONNECTED_ANEW
    is_trying_now = bool(status.trouble) and status.phase == "connecting"
    step = status.sentence if is_trying_now else _word_next_try(status, now_ms)
    return step, status.trouble or status.sentence, status.trouble_hint or status.hint


def find_notice(status: Status, now_ms: int) -> str:
    """The answer to what the user wished last and could not have, for as long as it takes to read."""
    is_new = bool(status.notice) and 0 <= now_ms - status.notice_ms < NOTICE_MS
    return join_sentences(status.notice, status.notice_hint) if is_new else ""


def join_sentences(*sentences: str) -> str:
    """Sentences one after another; empty ones are left out."""
    return reduce(_append, filter(None, sentences), "")


def _append(first: str, second: str) -> str:
    return words.ONE_AFTER_ANOTHER.fill(first=first, second=second) if first else second


def _word_next_try(status: Status, now_ms: int) -> str:
    """When it is looked again, as a time; when it is tried again, as a countdown."""
    wait = count_seconds_to_retry(status, now_ms)
    if not wait:
        return ""
    if status.phase == "waiting":
        return words.CHECKING_AT.fill(time=write_time_of_day(status.retry_at_ms))
    if status.attempt > 1:
        return words.NEXT_ATTEMPT.fill(span=write_wait(wait), attempt=status.attempt + 1)
    return words.NEXT_TRY.fill(span=write_wait(wait))


def write_wait(seconds: int) -> str:
    """Write seconds as such, minutes as on a clock: 75 s, 12:31."""
    return words.SECONDS.fill(seconds=seconds) if seconds < LONG_S else write_length(seconds * 1000)


def find_quota(quota: Quota | None, now_ms: int) -> Quota | None:
    """The quota while it holds: once it was renewed, nobody has told yet what is left."""
    if quota is None or not quota.limit or 0 < quota.reset_ms < now_ms:
        return None
    return quota


def word_renewal(quota: Quota | None, now_ms: int) -> str:
    """When a quota was renewed since it was told, and up to how much; empty while it holds."""
    if quota is None or not quota.limit or not 0 < quota.reset_ms < now_ms:
        return ""
    return words.RENEWED.fill(time=write_time_of_day(quota.reset_ms), limit=group_openly(quota.limit))


def word_quota_briefly(quota: Quota | None) -> str:
    """What is left at the sign provider, for a corner; empty when nobody has told."""
    return words.LEFT.fill(left=group_openly(quota.left), limit=group_openly(quota.limit)) if quota else ""


def word_quota(quota: Quota | None) -> str:
    """What is left at the sign provider and when it is renewed, local time."""
    if not quota:
        return ""
    time = write_time_of_day(quota.reset_ms)
    lines = words.RENEWED_BY_SPAN if time else words.LEFT_BY_SPAN
    line = lines.get(quota.span, lines[""])
    return line.fill(left=group_openly(quota.left), limit=group_openly(quota.limit), time=time)


def is_scarce(quota: Quota | None) -> bool:
    """Whether less than a fifth is left."""
    return quota is not None and quota.left < quota.limit * SCARCE
