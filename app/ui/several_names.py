"""Names beside each other where there is little room: each keeps a part, none takes it from the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.ui.text import isolate
from app.words import battle as words
from app.words import show

LEAST_LETTERS = "Wi…"  # less of a name says nothing


def fit_names(
    names: Sequence[str],
    room: float,
    measure: Callable[[str], float],
    cut: Callable[[str, float], str],
) -> str:
    """As many of the names as can have a part that says something; the others are a number at the end.

    Each is isolated: two that are written from the right stay in their order.

    Args:
        names: clean.
        room: for all of them.
        measure: how much of that a text takes.
        cut: shortens a text to so much.
    """
    least = measure(LEAST_LETTERS)
    for count in range(len(names), 0, -1):
        frame = _join([""] * count, len(names) - count)
        shares = share_room([measure(name) for name in names[:count]], room - measure(frame))
        if count == 1 or min(shares) >= min(least, *map(measure, names[:count])):
            parts = [cut(name, share) for name, share in zip(names, shares, strict=False)]
            return _join(parts, len(names) - count)
    return ""


def share_room(wishes: Sequence[float], room: float) -> list[float]:
    """What each gets: all of its wish where that is less than an equal part, else equal parts of the rest."""
    shares, left = [0.0] * len(wishes), max(0.0, room)
    ranks = sorted(range(len(wishes)), key=lambda at: wishes[at])
    for done, at in enumerate(ranks):
        shares[at] = min(wishes[at], left / (len(wishes) - done))
        left -= shares[at]
    return shares


def join_names(names: Iterable[str]) -> str:
    """Clean names beside each other; none of them turns another."""
    return ", ".join(map(isolate, names))


def _join(parts: Sequence[str], others: int) -> str:
    line = join_names(parts)
    return show(words.AND_OTHERS.fill(names=line, count=others)) if others else line
