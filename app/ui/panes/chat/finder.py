"""Looks for words in the rows that are shown: names and texts, whatever their capitals. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.ui.panes.chat.sentences import read_words
from app.words import Phrase

if TYPE_CHECKING:
    from app.state import ChatRow


def fold_row(row: ChatRow) -> str:
    """What is looked through of a row."""
    user, text = row.user, row.text
    if row.others or isinstance(text, Phrase):
        text = read_words(row)
    return f"{user.nickname}\n{user.unique_id}\n{text}".casefold()


class Finder:
    """Remembers the folded texts of rows, so that only new ones are folded when it looks again.

    Attributes:
        needle: what is looked for, folded; empty for nothing.
        hits: numbers of the rows that have it.
        places: where they stand among all rows.
        current: number of the hit that is shown, 0 for none.
    """

    def __init__(self) -> None:
        self.needle, self.current = "", 0
        self.hits: list[int] = []
        self.places: list[int] = []
        self._rows: list[ChatRow] = []
        self._texts: list[str] = []

    def look(self, rows: Sequence[ChatRow], needle: str | None = None) -> None:
        """Look through all rows, for the same or for something else."""
        self.needle = self.needle if needle is None else needle.casefold().strip()
        if self.needle:
            self.prepare(rows)
            wanted = self.needle
            self.places = [at for at, text in enumerate(self._texts) if wanted in text]
        else:
            self.places = []
        self.hits = [rows[at].seq for at in self.places]

    def forget(self) -> None:
        """Look for nothing."""
        self.needle, self.current = "", 0
        self.hits, self.places, self._rows, self._texts = [], [], [], []

    def begin_at(self, seq: int) -> int:
        """The last hit up to a row, else the first; 0 without any."""
        at = bisect_right(self.hits, seq)
        self.current = self.hits[max(0, at - 1)] if self.hits else 0
        return self.current

    def step(self, way: int) -> int:
        """The next hit (1) or the one before (-1), around the ends; 0 without any."""
        if not self.hits:
            return 0
        at = bisect_left(self.hits, self.current)
        is_on_it = at < len(self.hits) and self.hits[at] == self.current
        self.current = self.hits[(at + (way if is_on_it or way < 0 else 0)) % len(self.hits)]
        return self.current

    @property
    def place(self) -> int:
        """Which of the hits is shown, from 1; 0 for none."""
        at = bisect_left(self.hits, self.current)
        return at + 1 if at < len(self.hits) and self.hits[at] == self.current else 0

    def prepare(self, rows: Sequence[ChatRow]) -> None:
        """Fold rows before anybody has typed; most are those of the last time, some left, some came."""
        rows = list(rows)
        left = bisect_left(self._rows, rows[0].seq, key=lambda row: row.seq) if rows else 0
        same = self._rows[left:]
        if same != rows[: len(same)]:  # one of them changed, or others are shown
            same = []
        texts = self._texts[left:] if same else []
        self._texts = texts + [fold_row(row) for row in rows[len(same) :]]
        self._rows = rows
