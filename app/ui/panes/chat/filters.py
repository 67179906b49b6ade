"""Which rows of the chat are shown. Pure: a predicate over rows, made of what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from app.ui.panes.chat.highlights import has_role
from app.ui.panes.chat.wordlist import WordList
from app.words import chat as words

if TYPE_CHECKING:
    from app.settings import Choices
    from app.state import ChatRow

SAID = frozenset({"comment", "emote", "question"})
GROWTH = frozenset({"follow", "share", "subscribe", "super_fan"})
ASKING = ("?", "\uff1f", "\u061f")
NOBODIES: frozenset[int | str] = frozenset()


class Filter(NamedTuple):
    """A chip of the filter bar: its words, and what it lets through."""

    words: str
    can_pass: Callable[[ChatRow], bool]


def _is_question(row: ChatRow) -> bool:
    return row.kind == "question" or (row.kind == "comment" and row.text.rstrip().endswith(ASKING))


def _is_staff(row: ChatRow) -> bool:
    return row.kind in SAID and (has_role(row.user, "moderator") or has_role(row.user, "host"))


FILTERS: dict[str, Filter] = {
    "all": Filter(words.ALL, lambda _: True),
    "chat": Filter(words.ONLY_CHAT, lambda row: row.kind in SAID or row.kind == "gap"),
    "gifts": Filter(words.ONLY_GIFTS, lambda row: row.kind == "gift"),
    "follows": Filter(words.ONLY_FOLLOWS, lambda row: row.kind in GROWTH),
    "questions": Filter(words.ONLY_QUESTIONS, _is_question),
    "mods": Filter(words.ONLY_MODS, _is_staff),
}


@dataclass(frozen=True, slots=True)
class Sieve:
    """All that decides whether a row is shown.

    Attributes:
        name: of FILTERS.
        words: rows in which people say one of them are hidden.
        handles: of people who are hidden, folded, without the @.
        people: keys of people who are hidden in this stream.
        least_diamonds: gifts of less are no rows.
        has_deleted: whether what a moderator removed is shown.
    """

    name: str = "all"
    words: WordList = field(default_factory=WordList)
    handles: frozenset[str] = frozenset()
    people: frozenset[int | str] = NOBODIES
    least_diamonds: int = 0
    has_deleted: bool = True

    def can_pass(self, row: ChatRow) -> bool:
        """Whether the row is shown."""
        if row.kind == "gift" and row.diamonds < self.least_diamonds:
            return False
        if self.name != "all" and not FILTERS[self.name].can_pass(row):
            return False
        if row.is_deleted and not self.has_deleted:
            return False
        return not (self._is_hidden(row) or (row.kind in SAID and self.words.is_in(row.text)))

    def _is_hidden(self, row: ChatRow) -> bool:
        if self.people and row.user.key in self.people:
            return True
        return bool(self.handles) and row.user.unique_id.casefold() in self.handles


def make_sieve(choices: Choices, name: str, people: frozenset[int | str]) -> Sieve:
    """What the user chose, with the chip that is pressed and the people who are hidden in this stream."""
    return Sieve(
        name,
        WordList(choices.chat_hidden_words),
        frozenset(one.casefold().removeprefix("@") for one in choices.chat_hidden_people),
        people,
        choices.chat_gift_diamonds,
        not choices.chat_hide_deleted,
    )
