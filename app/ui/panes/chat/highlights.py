"""What deserves the eye: which comments stand out, and why. Pure: a row and rules in, a mark out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from app.ui.panes.chat.wordlist import WordList

if TYPE_CHECKING:
    from app.events import User
    from app.settings import Choices
    from app.state import ChatRow
    from app.ui.look import Role

Mark = Literal["", "mention", "host", "person", "keyword", "moderator", "top_gifter", "first"]
MARKED_KINDS = frozenset({"comment", "emote", "question"})
Keys: TypeAlias = frozenset[int | str]
NOBODIES: Keys = frozenset()


@dataclass(frozen=True, slots=True)
class Rules:
    """What marks depend on beside the row.

    Attributes:
        names: of the host and of the user; who says one mentions them.
        handles: the same as handles, folded.
        keywords: of the user's own.
        people: keys of those whom the user highlights in this stream.
        best: keys of those who gave most.
        has_newcomers: whether first comments stand out.
    """

    names: WordList = field(default_factory=WordList)
    handles: frozenset[str] = frozenset()
    keywords: WordList = field(default_factory=WordList)
    people: Keys = NOBODIES
    best: Keys = NOBODIES
    has_newcomers: bool = True


NO_RULES = Rules()


def make_rules(
    choices: Choices, host: str, people: frozenset[int | str], best: frozenset[int | str]
) -> Rules:
    """What the user chose, with the handle of the host and people of this stream."""
    names = [name for name in (host, *choices.chat_own_names) if name]
    handles = frozenset(name.casefold().removeprefix("@") for name in names)
    return Rules(
        WordList(names), handles, WordList(choices.chat_keywords), people, best, choices.chat_newcomers
    )


def find_mark(row: ChatRow, rules: Rules) -> Mark:
    """Why a row stands out; empty where it does not."""
    if row.kind not in MARKED_KINDS or row.is_deleted:
        return ""
    for mark, is_so in TESTS:
        if is_so(row, rules):
            return mark
    return ""


def has_role(user: User, kind: str) -> bool:
    """Whether a person is that to the host, or has a badge of that kind."""
    if kind in user.roles:
        return True
    for badge in user.badges:  # noqa: SIM110 - asked for each row, and a generator takes as long as all of it
        if badge.kind == kind:
            return True
    return False


def _has_mention(row: ChatRow, rules: Rules) -> bool:
    if row.mentions and any(one.unique_id.casefold() in rules.handles for one in row.mentions):
        return True
    return row.kind != "emote" and rules.names.is_in(row.text)


def _is_top(row: ChatRow, rules: Rules) -> bool:
    return row.user.key in rules.best or has_role(row.user, "top_gifter")


# The most telling first.
TESTS: tuple[tuple[Mark, Callable[[ChatRow, Rules], bool]], ...] = (
    ("host", lambda row, _: has_role(row.user, "host")),
    ("mention", _has_mention),
    ("person", lambda row, rules: row.user.key in rules.people),
    ("keyword", lambda row, rules: row.kind != "emote" and rules.keywords.is_in(row.text)),
    ("moderator", lambda row, _: has_role(row.user, "moderator")),
    ("top_gifter", _is_top),
    ("first", lambda row, rules: rules.has_newcomers and row.is_first),
)
# (icon, role of the colour): the same as those of badges where there is one.
LOOKS: dict[Mark, tuple[str, Role]] = {
    "mention": ("at", "wait"),
    "host": ("mic", "accent"),
    "person": ("flag", "us"),
    "keyword": ("alert", "warn"),
    "moderator": ("shield", "good"),
    "top_gifter": ("crown", "gold"),
    "first": ("spark", "fan"),
}
