"""Keeps entries in order while they come and go, at a cost that hardly grows with their number."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

Entry = TypeVar("Entry", bound=tuple[Any, ...])
SHELF = 512  # entries; what one change moves in memory


class Ranking(Generic[Entry]):
    """Entries in order, smallest first, on shelves that are split when they are full.

    An entry is looked for by the last one of each shelf, then on its shelf. No two entries are equal.
    """

    def __init__(self, shelf: int = SHELF) -> None:
        self._most = 2 * shelf
        self._shelves: list[list[Entry]] = []
        self._lasts: list[Entry] = []

    def add(self, entry: Entry) -> None:
        """Put an entry in its place."""
        if not self._shelves:
            self._shelves, self._lasts = [[entry]], [entry]
            return
        at = min(bisect_left(self._lasts, entry), len(self._lasts) - 1)
        shelf = self._shelves[at]
        insort(shelf, entry)
        if len(shelf) > self._most:
            half = len(shelf) // 2
            self._shelves[at : at + 1] = [shelf[:half], shelf[half:]]
            self._lasts.insert(at, shelf[half - 1])
            at += 1
        self._lasts[at] = self._shelves[at][-1]

    def remove(self, entry: Entry) -> None:
        """Take an entry out that is in."""
        at = bisect_left(self._lasts, entry)
        shelf = self._shelves[at]
        del shelf[bisect_left(shelf, entry)]
        if shelf:
            self._lasts[at] = shelf[-1]
        else:
            del self._shelves[at], self._lasts[at]

    def list_first(self, count: int) -> Iterator[Entry]:
        """The smallest `count`, in order."""
        return islice(chain.from_iterable(self._shelves), count)

    def find_at(self, place: int) -> Entry | None:
        """The entry at a place from 0, None where there are not so many."""
        for shelf in self._shelves:
            if place < len(shelf):
                return shelf[place]
            place -= len(shelf)
        return None

    def clear(self) -> None:
        """Take all entries out."""
        self._shelves.clear()
        self._lasts.clear()
