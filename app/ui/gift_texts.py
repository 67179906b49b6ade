"""What a gift is called with its count."""

from __future__ import annotations

from app.ui.figures import group_openly
from app.ui.text import NAME_LIMIT, clean
from app.words import gifts as words
from app.words import show

COUNT_MARK = " ×"


def word_gift(name: str, count: int, *, is_counting: bool) -> tuple[str, ...]:
    """Gift and count, the longest first: Rose ×37; that it still counts, or dots where there is less room."""
    gift = f"{clean(name, NAME_LIMIT) or show(words.A_GIFT)}{COUNT_MARK}{group_openly(count)}"
    if not is_counting:
        return (gift,)
    return show(words.COUNTING.fill(gift=gift)), show(words.COUNTING_SHORT.fill(gift=gift))


def describe_gift(name: str, count: int, *, is_counting: bool) -> str:
    """Gift and count, and that it still counts."""
    return word_gift(name, count, is_counting=is_counting)[0]
