"""Where a window comes back: on a screen that there is, whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle of the desktop, in logical pixels. Screens left of the first one have negative places.

    Attributes:
        x, y: its left upper corner.
        width, height: its size.
    """

    x: int
    y: int
    width: int
    height: int


def fit_to_screens(rect: Rect, screens: Sequence[Rect]) -> Rect:
    """Bring a rectangle onto the screen that has most of it, no larger than that.

    Args:
        rect: of the window with its frame.
        screens: what each leaves free for windows, the first one first: it gets what is on no other.

    Returns:
        The rectangle, moved and cut by as little as possible; as it is where there is no screen.
    """
    if not screens:
        return rect
    screen = max(screens, key=lambda one: _count_common(rect, one))  # the first of those that are equal
    width, height = min(rect.width, screen.width), min(rect.height, screen.height)
    x = max(screen.x, min(rect.x, screen.x + screen.width - width))
    y = max(screen.y, min(rect.y, screen.y + screen.height - height))
    return Rect(x, y, width, height)


def _count_common(one: Rect, other: Rect) -> int:
    """How many pixels two have in common."""
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0, width) * max(0, height)
