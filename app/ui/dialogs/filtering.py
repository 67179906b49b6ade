"""Finding by words in any order."""

from __future__ import annotations

from collections.abc import Iterable

from app.words import show


def fold_texts(texts: Iterable[str]) -> str:
    """Everything that words are looked for in, as one text in which capitals do not matter."""
    return "\n".join(show(text) for text in texts if text).casefold()


def has_words(typed: str, folded: str) -> bool:
    """Whether all that was typed is in there, in any order."""
    return all(word in folded for word in typed.casefold().split())
