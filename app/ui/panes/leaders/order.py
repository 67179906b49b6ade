"""Lets people on the leaderboard change places once a second, while their figures go on. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.state import LeaderRow

MOVE_MS = 1_000


def keep_places(rows: Sequence[LeaderRow], shown: Sequence[LeaderRow]) -> list[LeaderRow]:
    """These rows with people in the places that they have; newcomers go to the end."""
    place = {row.user.key: at for at, row in enumerate(shown) if row.rank}
    return sorted(rows, key=lambda row: (not row.rank, place.get(row.user.key, len(place))))


class SeenOrder:
    """Remembers in which order people are seen, and since when."""

    def __init__(self) -> None:
        self._shown: tuple[LeaderRow, ...] = ()
        self._scope: str | int = ""
        self._moved_ms = self._turn = 0
        self._is_kept = False

    def find_turn(self, now_ms: int) -> int:
        """Another number once people who had to wait may change places."""
        return self._moved_ms if self._is_kept and not self._is_resting(now_ms) else self._turn

    def arrange(self, rows: tuple[LeaderRow, ...], scope: str | int, now_ms: int) -> tuple[LeaderRow, ...]:
        """The rows, best first, or as they stand where somebody has just changed places."""
        self._turn = self.find_turn(now_ms)
        kept = tuple(keep_places(rows, self._shown)) if scope == self._scope else rows
        self._is_kept = kept != rows and self._is_resting(now_ms)
        if kept != rows and not self._is_kept:
            self._moved_ms = now_ms
        self._shown, self._scope = kept if self._is_kept else rows, scope
        return self._shown

    def _is_resting(self, now_ms: int) -> bool:
        return 0 <= now_ms - self._moved_ms < MOVE_MS
