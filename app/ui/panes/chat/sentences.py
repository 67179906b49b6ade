"""What a row says as plain text: for copying, for screen readers, for finding it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.figures import write_time_of_day
from app.ui.text import NAME_LIMIT, clean, isolate
from app.words import chat as words
from app.words import show
from app.words.discretion import quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.state import ChatRow

# By kind, what a run of two says, and of more.
RUNS = {
    "follow": (words.TWO_FOLLOWED, words.MANY_FOLLOWED),
    "share": (words.TWO_SHARED, words.MANY_SHARED),
}
TWO = 2


def is_somebody(row: ChatRow) -> bool:
    """Whether the row names one whom it is about; what somebody did always does."""
    return not row.others and (bool(row.user.key) or row.kind not in ("notice", "gap"))


def read_words(row: ChatRow) -> str:
    """What the row says besides a name."""
    if not row.others:
        return quote(show(row.text))
    first, second = (isolate(clean(one.name, NAME_LIMIT)) for one in (row.user, row.others[0]))
    two, many = RUNS[row.kind]
    if row.count == TWO:
        return show(two.fill(first=first, second=second))
    return show(many.fill(first=first, second=second, count=row.count - TWO))


def write_line(row: ChatRow, keep: Callable[[str], str] = str) -> str:
    """A row as one line of text; `keep` marks what strangers wrote where directions may mix."""
    name = keep(clean(row.user.name, NAME_LIMIT)) if is_somebody(row) else ""
    separator = ": " if row.kind in ("comment", "question") else " "
    text = keep(clean(read_words(row)))
    if row.is_deleted:
        text = show(words.DELETED.fill(text=text))
    return f"{write_time_of_day(row.at_ms)} {name}{separator if name else ''}{text}"
