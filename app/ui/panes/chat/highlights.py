"""What deserves the eye: which comments stand out, and why. Pure: a row and rules in, a mark out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from app.frozen import value

if TYPE_CHECKING:
    from app.events import User
    from app.state import ChatRow
    from app.ui.look import Role

Mark = Literal["", "host", "moderator", "top_gifter"]
MARKED_KINDS = frozenset({"comment", "emote", "question"})


@value
class Rules:
    """What marks depend on beside the row."""


NO_RULES = Rules()


def find_mark(row: ChatRow, rules: Rules) -> Mark:
    """Why a row stands out; empty where it does not."""
    if row.kind not in MARKED_KINDS or row.deleted:
        return ""
    return next((mark for mark, is_so in TESTS if is_so(row, rules)), "")


def _has(user: User, kind: str) -> bool:
    return kind in user.roles or any(badge.kind == kind for badge in user.badges)


# The most telling first.
TESTS: tuple[tuple[Mark, Callable[[ChatRow, Rules], bool]], ...] = (
    ("host", lambda row, _: _has(row.user, "host")),
    ("moderator", lambda row, _: _has(row.user, "moderator")),
    ("top_gifter", lambda row, _: _has(row.user, "top_gifter")),
)
# (icon, role of the colour): the same as those of badges where there is one.
LOOKS: dict[Mark, tuple[str, Role]] = {
    "host": ("mic", "accent"),
    "moderator": ("shield", "good"),
    "top_gifter": ("crown", "gold"),
}
