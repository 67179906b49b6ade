"""Who gave how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.state.bounds import saturated

if TYPE_CHECKING:
    from app.events import User
    from app.state.gifts import GiftRow


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """A row of the leaderboard.

    Attributes:
        rank: from 1.
        diamonds: sum over the stream.
        gifts: how many single gifts.
        last_ms: when the last one came, our clock, ms since 1970.
        streaking: a streak of theirs is still counting.
        streak_text: that streak, "Rose ×37", else the last gift.
    """

    rank: int
    user: User
    diamonds: int
    gifts: int
    last_ms: int
    streaking: bool = False
    streak_text: str = ""


@dataclass(slots=True)
class _Standing:
    order: int
    user: User
    last: GiftRow
    diamonds: int = 0
    gifts: int = 0


class Leaderboard:
    """Totals by person, best first; equal totals by who came first.

    People without an id go by their name. What nobody is said to have given is in the ledger only: it may be
    of many people.
    """

    def __init__(self) -> None:
        self._standings: dict[int | str, _Standing] = {}
        self._order: list[_Standing] = []
        self._sorted = True
        self.revision = 0

    @property
    def count(self) -> int:
        """How many people gave."""
        return len(self._standings)

    def add(self, row: GiftRow, *, diamonds: int, gifts: int) -> None:
        """Add to a person's total what their row gained."""
        person = row.user.key
        if not person:
            return
        standing = self._standings.get(person)
        if standing is None:
            standing = self._standings[person] = _Standing(self.count, row.user, row)
            self._order.append(standing)
        standing.user, standing.last = row.user, row
        standing.diamonds += diamonds
        standing.gifts += gifts
        self._sorted = False
        self.revision += 1

    def top(self, n: int) -> tuple[LeaderRow, ...]:
        """The best `n`. Sorts in place: a list that is nearly in order costs O(people)."""
        if not self._sorted:
            self._order.sort(key=lambda standing: (-standing.diamonds, standing.order))
            self._sorted = True
        return tuple(_row(rank, standing) for rank, standing in enumerate(self._order[:n], 1))

    def clear(self) -> None:
        """Start a new stream."""
        self._standings.clear()
        self._order.clear()
        self._sorted = True
        self.revision += 1


def _row(rank: int, standing: _Standing) -> LeaderRow:
    last = standing.last
    text = f"{last.name or 'Gift'} ×{last.count:,}"
    diamonds, gifts = saturated(standing.diamonds), saturated(standing.gifts)
    return LeaderRow(rank, standing.user, diamonds, gifts, last.last_ms, last.open, text)
