"""Finds the words that are most like a mistyped one."""

from __future__ import annotations

from collections.abc import Collection


def close_matches(word: str, known: Collection[str], most: int, least: float) -> list[str]:
    """The known words that are most like this one, best first.

    Args:
        word: as typed.
        known: what could be meant.
        most: how many at most.
        least: how like they are at least, 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - for what is mistyped only

    return get_close_matches(word, known, most, least)


def find_nearest(word: str, known: Collection[str]) -> str:
    """The few names that are most like a word, for the end of a sentence; empty when none is."""
    return ", ".join(close_matches(word.lower(), sorted(known), 3, 0.4))
