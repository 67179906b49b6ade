"""What the user made of people and words in the chat holds outside the window, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.notices.news import Taste
from app.ui.panes.chat.filters import make_sieve
from app.ui.panes.chat.highlights import find_mark, make_rules

if TYPE_CHECKING:
    from app.settings import Choices

NOBODIES: frozenset[int | str] = frozenset()


def make_taste(choices: Choices, host: str, hidden: frozenset[int | str]) -> Taste:
    """Rows are hidden, and mention the user, exactly where the chat says so."""
    rules = make_rules(choices, host, NOBODIES, NOBODIES)
    return Taste(make_sieve(choices, "all", hidden).can_pass, lambda row: find_mark(row, rules) == "mention")
