"""Looks for words of the user's own in what strangers write. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

FEW = 8
WORD = re.compile(r"\w+")
# Scripts that put no blanks between words, or endings to them: there a word counts wherever it stands.
UNSPACED = "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af]"


class WordList:
    """Words and phrases, found whole and in capitals or not.

    Args:
        words: as the user wrote them.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = folded = {word.casefold().strip() for word in words}
        self._anywhere = [word for word in folded if re.search(UNSPACED, word)]
        lists = [WORD.findall(word) for word in folded.difference(self._anywhere)]
        self._single = {parts[0] for parts in lists if len(parts) == 1}
        self._several = [f" {' '.join(parts)} " for parts in lists if len(parts) > 1]
        self._anywhere += [word for word in folded if word and not WORD.search(word)]  # emoji, for one
        hints = {parts[0] for parts in lists if parts} | set(self._anywhere)
        self._hints = tuple(hints) if len(hints) <= FEW else ()
        self._is_empty = not (self._anywhere or self._single or self._several)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WordList) and self._words == other._words

    def __hash__(self) -> int:
        return hash(frozenset(self._words))

    def __bool__(self) -> bool:
        return not self._is_empty

    def is_in(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        if self._is_empty:
            return False
        folded = text.casefold()
        if self._hints and not self._has_hint(folded):
            return False
        parts = WORD.findall(folded)
        if not self._single.isdisjoint(parts):
            return True
        if self._anywhere and any(word in folded for word in self._anywhere):
            return True
        line = f" {' '.join(parts)} " if self._several else ""
        return bool(line) and any(words in line for words in self._several)

    def _has_hint(self, folded: str) -> bool:
        """Whether one of the words can be in it: with few, that is seen sooner than the text is divided."""
        for hint in self._hints:  # noqa: SIM110 - for each row, and a generator takes as long as all of it
            if hint in folded:
                return True
        return False
