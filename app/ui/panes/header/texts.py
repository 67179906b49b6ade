"""What the header says beside its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.state.status import ON_AIR
from app.ui import figures
from app.ui.figures import group_digits
from app.ui.phases import describe_status, find_notice, is_stalled
from app.words import inboxes as inbox_words
from app.words.discretion import quote
from app.words.lists import join_texts

if TYPE_CHECKING:
    from app.state import Status
    from app.ui.look import Role
    from app.ui.panes.header.source import HeaderFrame

RETRYING = frozenset({"connecting", "reconnecting"})


def write_status(frame: HeaderFrame, *, is_covered: bool) -> tuple[str, Role]:
    """What stands below the name, and the role of its colour.

    While all is well that is the title of the stream, else what goes on, unless a page says that; for a while
    the answer to what was typed.
    """
    status, now_ms = frame.status, frame.now_ms
    if is_covered:
        return "", "muted"
    if notice := find_notice(status, now_ms):
        return notice, "warn"
    if status.phase in ON_AIR and not is_stalled(status, now_ms):
        return quote(status.title) or (status.host.name if status.host else ""), "muted"
    return describe_status(status, now_ms), "warn" if status.trouble or status.code else "muted"


def write_freshness(frame: HeaderFrame) -> str:
    """How old the newest data is; after the end, when it came. Empty before anything came."""
    last_ms = frame.status.last_event_ms
    if not last_ms:
        return ""
    return (
        figures.write_age(frame.now_ms - last_ms)
        if is_flowing(frame.status)
        else figures.write_time_of_day(last_ms)
    )


def write_waiting(frame: HeaderFrame) -> str:
    """How many questions and thanks wait; empty while none does."""
    number = group_digits(frame.questions)
    asked = inbox_words.SOME_QUESTIONS.fill(count=frame.questions, number=number) if frame.questions else ""
    thanks = (
        inbox_words.TO_THANK.fill(count=frame.thanks, number=group_digits(frame.thanks))
        if frame.thanks
        else ""
    )
    return join_texts(inbox_words.NEXT_TO, asked, thanks)


def is_flowing(status: Status) -> bool:
    """Whether time goes on for the room: it is on air, or was until its connection was lost."""
    return status.phase in ON_AIR or (status.is_lost and status.phase in RETRYING)
