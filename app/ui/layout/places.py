"""Where windows stood when they were last seen, and how that stands in the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.frozen import value
from app.ui.layout.screens import Rect

VERSION = 1
MOST = 40  # windows that are read, and letters of a name
FARTHEST, LARGEST = 100_000, 20_000  # px
SIDES = len(Rect._fields)


@value
class Places:
    """Windows by name: that of their pane, or of the first window.

    Attributes:
        rects: where each stood; the sizes are those without the frame, the places those with it.
        maximized: those that filled their screen.
        out: panes that had windows of their own, in the order in which they are opened again.
    """

    rects: Mapping[str, Rect]
    maximized: frozenset[str] = frozenset()
    out: tuple[str, ...] = ()


NOWHERE = Places({})


def read_places(kept: object) -> Places:
    """Read what is kept; what is odd is passed over."""
    if not isinstance(kept, Mapping) or kept.get("version") != VERSION:
        return NOWHERE
    rects = {name: Rect(*sides) for name, sides in _list_entries(kept.get("windows")) if _is_rect(sides)}
    names = _read_names(kept.get("maximized"))
    return Places(rects, frozenset(names), tuple(dict.fromkeys(_read_names(kept.get("out")))))


def write_places(places: Places) -> dict[str, Any]:
    """Write it as data of JSON."""
    return {
        "version": VERSION,
        "windows": {name: list(rect) for name, rect in places.rects.items()},
        "maximized": sorted(places.maximized),
        "out": list(places.out),
    }


def _list_entries(entry: object) -> Iterator[tuple[str, Any]]:
    items = list(entry.items())[:MOST] if isinstance(entry, Mapping) else []
    return ((name, one) for name, one in items if isinstance(name, str) and len(name) <= MOST)


def _is_rect(sides: object) -> bool:
    if not isinstance(sides, list | tuple) or len(sides) != SIDES:
        return False
    if not all(isinstance(side, int) and not isinstance(side, bool) for side in sides):
        return False
    x, y, width, height = sides
    return bool(max(abs(x), abs(y)) <= FARTHEST and 0 < min(width, height) <= max(width, height) <= LARGEST)


def _read_names(entry: object) -> list[str]:
    names = entry[:MOST] if isinstance(entry, list | tuple) else ()
    return [name for name in names if isinstance(name, str) and len(name) <= MOST]
