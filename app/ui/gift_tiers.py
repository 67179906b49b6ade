"""TIERS: how much a gift is worth decides how large its picture is, and what its row stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.state import GiftRow
    from app.ui.look import Role


class Tier(NamedTuple):
    """Gifts of some worth. No tier differs by its colour alone.

    Attributes:
        least: diamonds from which on a gift is of it.
        picture_px: side of its picture, at scale 1.
        ground: role of the colour that its row stands on.
        bar: role of the bar at the left of the row.
        bar_px: how wide that is, at scale 1; 0 for none.
    """

    least: int
    picture_px: int
    ground: Role = "card"
    bar: Role = "muted"
    bar_px: int = 0


TIERS = (
    Tier(0, 24),
    Tier(100, 32, "card", "muted", 2),
    Tier(1_000, 38, "raised", "gem", 4),
    Tier(10_000, 42, "selected", "gold", 7),
)
LARGEST_PX = max(tier.picture_px for tier in TIERS)


def find_tier(diamonds: int) -> Tier:
    """The tier of a gift."""
    return next(tier for tier in reversed(TIERS) if diamonds >= tier.least)


def keep_latest(rows: Sequence[GiftRow], most: int) -> list[GiftRow]:
    """Of rows in order the last `most` of each tier, so that a filter by worth has something to show."""
    if len(rows) <= most:
        return list(rows)
    counts: dict[Tier, int] = dict.fromkeys(TIERS, 0)
    kept = []
    for row in reversed(rows):
        tier = find_tier(row.diamonds)
        if counts[tier] < most:
            counts[tier] += 1
            kept.append(row)
    return kept[::-1]
