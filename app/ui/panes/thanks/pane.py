"""Whom to thank, oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.figures import compact, group_digits
from app.ui.inboxes.pane import InboxPane
from app.ui.inboxes.style import InboxStyle, State
from app.ui.panes.thanks.source import ThanksSource
from app.ui.text import NAME_LIMIT, clean
from app.words import inboxes as words
from app.words.lists import join_texts

if TYPE_CHECKING:
    from app.state import ThanksRow

DEEDS = {"follow": words.FOLLOWED, "subscribe": words.SUBSCRIBED, "super_fan": words.SUPER_FAN}


def describe_thanks(row: ThanksRow) -> str:
    """What somebody did: the last gift, how many before it, and what else."""
    return join_texts(words.NEXT_TO, _describe_gifts(row), *(DEEDS[one] for one in row.deeds))


def _describe_gifts(row: ThanksRow) -> str:
    if not row.gifts:
        return ""
    count = min(row.gift_count, row.gifts)
    name, more = clean(row.gift, NAME_LIMIT) or words.SOME_GIFT, row.gifts - count
    gift = words.GIFT_TIMES.fill(gift=name, count=group_digits(count))
    return words.MORE_GIFTS.fill(gift=gift, count=more, number=group_digits(more)) if more else gift


def find_state(row: ThanksRow) -> State:
    """Whether they were thanked."""
    return State(words.THANKED) if row.ticked_ms else State()


def write_thanked_worth(row: ThanksRow) -> str:
    """Their diamonds; empty where they gave none."""
    return compact(row.diamonds) if row.diamonds else ""


class ThanksPane(InboxPane):
    """A row a person, with what they gave and did since they were thanked last."""

    SOURCE = ThanksSource
    NAME = "thanks"
    STYLE = InboxStyle(words.THANKS, words.NO_THANKS, describe_thanks, write_thanked_worth, find_state)
