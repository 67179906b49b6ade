"""Remembers what was read from the same bytes before, within a limit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeAlias, TypeVar

Key: TypeAlias = bytes | tuple[bytes, ...]  # messages as they stand on the wire
K = TypeVar("K", bound=Key)
V = TypeVar("V")
BUDGET = 8 << 20  # bytes that a generation may have read; a person has some 800, the longest captured 5,912


class _Memory(dict[K, V], Generic[K, V]):
    """Two generations of results; those that were not used while the newer one filled up are forgotten.

    A dict of its own kind, so that a hit runs no Python at all.
    """

    def __init__(self, read: Callable[[K], V], most: int) -> None:
        self._read, self._most, self._spent = read, most, 0
        self._older: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        found = self._older.pop(key, None)
        if found is None:
            found = self._read(key)
        self._spent += len(key) if isinstance(key, bytes) else sum(map(len, key))
        if len(self) >= self._most or self._spent > BUDGET:
            self._older, self._spent = dict(self), 0
            self.clear()
        self[key] = found
        return found


def remember(most: int) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    """Remember what a function makes of its one argument: two generations of so many, or of a budget."""
    return lambda read: _Memory(read, most).__getitem__
