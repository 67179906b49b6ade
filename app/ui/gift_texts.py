"""What a gift is called with its count."""

from __future__ import annotations

from app.ui.figures import group_openly
from app.ui.text import NAME_LIMIT, clean
from app.words import gifts as words
from app.words import show

COUNT_MARK = " ×"


def describe_gift(name: str, count: int, *, is_counting: bool) -> str:
    """Gift and count: Rose ×37, with dots while it counts."""
    gift = clean(name, NAME_LIMIT) or show(words.A_GIFT)
    return f"{gift}{COUNT_MARK}{group_openly(count)}{' …' if is_counting else ''}"
