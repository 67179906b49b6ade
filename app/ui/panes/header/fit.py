"""Which parts of the header there is room for."""

from __future__ import annotations

from collections.abc import Iterable

# What is shown, the most important first; `long` is room for the age of the data,
# `wide` for the name.
ALWAYS = ("chip", "menu", "name")
NUMBERS = (
    "viewers",
    "trend",
    "wide",
    "long",
    "health",
    "clock",
    "diamonds",
    "wider",
    "likes",
    "follows",
    "waiting",
)
SHOWN = (*ALWAYS, "discreet", "first", "second", *NUMBERS)
# While something is wrong, what that is goes before the figures.
TROUBLED = (*ALWAYS, "discreet", "first", "wide", "second", *(one for one in NUMBERS if one != "wide"))
COVERED = (*ALWAYS, "discreet", "long", "health")
TYPED = ("chip", "menu", "box", "go", "stop", "ways", "long")


def choose_shown(room: int, gap: int, parts: Iterable[tuple[str, int]]) -> list[str]:
    """Leave out what does not fit, the least important first.

    Args:
        room: the width that there is.
        gap: the width between two parts.
        parts: name and width of each, the most important first; 0 for one that has nothing to show.

    Returns:
        The names of those that fit. After the first that does not, none follows: what is seen in a narrow
        window is seen in every wider one.
    """
    shown: list[str] = []
    for name, width in parts:
        if not width:
            continue
        room -= width + (gap if shown else 0)
        if room < 0:
            break
        shown.append(name)
    return shown
