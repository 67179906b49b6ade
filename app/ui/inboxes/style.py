"""How the rows of an inbox are worded and drawn, as values that its pane fills in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from app.ui import figures
from app.ui.figures import write_time_of_day
from app.ui.inboxes.source import AGE_STEP_MS
from app.ui.look import Role
from app.ui.text import NAME_LIMIT, clean
from app.words import Phrase
from app.words import inboxes as words
from app.words.lists import COMMA, join_texts


class State(NamedTuple):
    """A word for how a row stands, and the role of its colour; both empty while it only waits."""

    word: str = ""
    colour: Role = "muted"


class InboxStyle(NamedTuple):
    """What is different between inboxes.

    Attributes:
        title: of the list, for screen readers.
        note: stands in place of the rows while there are none.
        describe: what a row says below the name.
        figure: what it is worth; empty where that is nothing.
        find_state: how it stands.
        lines: of what it says, at most.
    """

    title: Phrase
    note: Phrase
    describe: Callable[[Any], str]
    figure: Callable[[Any], str]
    find_state: Callable[[Any], State]
    lines: int = 1

    def write_row(self, row: Any, now_ms: int) -> Phrase:
        """All that a row says, for screen readers."""
        values = {"name": clean(row.user.name, NAME_LIMIT), "age": write_row_age(row, now_ms)}
        text, state = self.write_text(row), self.find_state(row).word
        whole = words.ROW_IN_STATE.fill(**values, text=text, state=state) if state else None
        return whole or words.ROW.fill(**values, text=text)

    def write_text(self, row: Any) -> str:
        """What a row says and what it is worth."""
        worth = words.DIAMONDS.fill(count=row.diamonds, number=self.figure(row)) if self.figure(row) else ""
        return join_texts(COMMA, self.describe(row), worth)

    def copy_row(self, row: Any) -> Phrase:
        """A row as a line of text."""
        name = clean(row.user.name, NAME_LIMIT)
        return words.COPIED.fill(time=write_time_of_day(row.since_ms), name=name, text=self.write_text(row))


def write_row_age(row: Any, now_ms: int) -> str:
    """Since when a row waits, in steps of ten seconds: now, 10 s, 3 min."""
    return figures.write_age((now_ms - row.since_ms) // AGE_STEP_MS * AGE_STEP_MS)
