"""What rows are drawn on: the card, tinted where a row stands out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from app.ui.icons import KINDS
from app.ui.look import Role, find_look
from app.ui.panes.chat.highlights import LOOKS, MARKED_KINDS

if TYPE_CHECKING:
    from app.ui.panes.chat.layout import RowLayout

TINT, SELECTION = 0.07, 0.25  # share of the colour in the ground
KEPT = 64
QUIET_KINDS = frozenset({"comment", "emote", "notice"})


def find_role(layout: RowLayout) -> Role | None:
    """The role of the colour in which a row stands out; None where it does not."""
    row = layout.row
    if layout.mark:
        return LOOKS[layout.mark][1]
    if row.kind in QUIET_KINDS or row.is_deleted:
        return None
    return KINDS[row.kind][1]


def find_ground(layout: RowLayout, role: Role | None, *, selected: bool) -> str:
    """What the row is drawn on, as `#rrggbb`, given the role of the colour in which it stands out."""
    look = find_look()
    card = look.colours.card
    if selected:
        return blend(card, look.colours.focus, SELECTION)
    if role is None:
        return card
    is_said = layout.row.kind in MARKED_KINDS
    return blend(card, look.find_colour(role), TINT) if is_said else look.colours.raised


@lru_cache(maxsize=KEPT)
def blend(ground: str, colour: str, share: float) -> str:
    """A colour with so much of another in it."""
    below, above = QColor(ground), QColor(colour)
    red, green, blue = (
        round(first * (1 - share) + second * share)
        for first, second in (
            (below.red(), above.red()),
            (below.green(), above.green()),
            (below.blue(), above.blue()),
        )
    )
    return QColor(red, green, blue).name()
