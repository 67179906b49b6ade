"""One leaderboard: what each person gave in one scope, kept in order while they give."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from app.events import NOBODY, User
from app.frozen import value
from app.state.bounds import saturate
from app.state.memory import Memory, list_kept_names
from app.state.ranking import Ranking

if TYPE_CHECKING:
    from app.state.gift_row import GiftRow

Place: TypeAlias = tuple[int, int, int | str]  # less diamonds, number among all who came, key of the person
KEPT_PEOPLE = 250_000
BEST = 1_000  # the window shows 500


@value
class LeaderRow:
    """A row of a leaderboard.

    Attributes:
        rank: from 1; 0 for what cannot be ranked.
        diamonds: sum over the scope.
        gifts: how many single gifts.
        last_ms: when the last one came, our clock, ms since 1970.
        is_counting: a streak of theirs is still counting.
        gift: name of that streak's gift, else of the last one; empty where it is not known.
        gift_count: how many of it.
        others: how many people the row sums up; 0 where it is of one, or of nobody who was named.
    """

    rank: int
    user: User
    diamonds: int
    gifts: int
    last_ms: int
    is_counting: bool = False
    gift: str = ""
    gift_count: int = 0
    others: int = 0


@dataclass(slots=True)
class _Standing:
    """What one person gave, and where that places them. `row` is how it was shown last, while that holds."""

    user: User
    place: Place
    diamonds: int = 0
    gifts: int = 0
    name: str = ""
    count: int = 0
    last_ms: int = 0
    is_open: bool = False
    row: LeaderRow | None = field(default=None, compare=False)

    def slim(self, person: int | str) -> None:
        """Keep the key of the person, and no names."""
        self.user = User(person) if isinstance(person, int) else User(nickname=person.removeprefix("@"))
        self.name, self.row = "", None


class Standings(Memory):  # noqa: PLW1641 - it changes, so that no set can hold it
    """Totals by person, best first; equal totals by who came first.

    People without an id go by their name. What nobody is said to have given stands by itself: it may be of
    many people. The total is always the sum of the rows of `list_rows`.

    Beyond `kept` people, whoever has given nothing for longest is forgotten, but never one of the `best`: so
    the top stays as it is. What they gave stays in the total. Who was forgotten and gives again begins anew,
    and counts as one more person. Of people behind the `best` only key and sums are kept: whoever comes to be
    among them does so by a gift, which names them again.

    Attributes:
        diamonds, gifts: of everybody.
        count: how many people.
    """

    diamonds: int
    gifts: int
    count: int
    _arrivals: int
    _nobody: tuple[int, int]
    _standings: OrderedDict[int | str, _Standing]  # who gave last stands last

    def __init__(self, kept: int = KEPT_PEOPLE, best: int = BEST) -> None:
        self._kept, self._best = kept, min(best, kept - 1)
        self._standings, self._nobody = OrderedDict(), (0, 0)
        self.diamonds = self.gifts = self.count = self._arrivals = 0
        self._index()

    def __eq__(self, other: object) -> bool:
        """Whether the same is remembered."""
        if not isinstance(other, Standings):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in list_kept_names(Standings))

    def add(self, row: GiftRow, *, diamonds: int, gifts: int) -> bool:
        """Add to a person's total what their row gained, or take from it; whether something changed."""
        self.diamonds += diamonds
        self.gifts += gifts
        person = row.user.key
        if not person:
            self._nobody = self._nobody[0] + diamonds, self._nobody[1] + gifts
            return bool(diamonds or gifts)
        standing = self._standings.get(person)
        if standing is None and diamonds <= 0 and gifts <= 0:
            return bool(diamonds or gifts)
        before = replace(standing) if standing and next(reversed(self._standings)) == person else None
        standing = standing or self._begin(person, row.user)
        return self._book(standing, person, row, diamonds, gifts) != before

    def top(self, n: int) -> tuple[LeaderRow, ...]:
        """The best `n`."""
        places = enumerate(self._ranking.list_first(n), 1)
        return tuple(_make_row(rank, self._standings[person]) for rank, (_, _, person) in places)

    def list_rows(self, n: int) -> tuple[LeaderRow, ...]:
        """The best `n`, then one row for gifts of nobody and one for all others, where there are such."""
        best = self.top(n)
        diamonds, gifts = self._nobody
        others = self.count - len(best)
        rest = self.diamonds - diamonds - sum(row.diamonds for row in best)
        rest_gifts = self.gifts - gifts - sum(row.gifts for row in best)
        nobody = (LeaderRow(0, NOBODY, saturate(diamonds), saturate(gifts), 0),) if diamonds or gifts else ()
        if others <= 0 and not rest:
            return *best, *nobody
        return *best, *nobody, LeaderRow(0, NOBODY, rest, rest_gifts, 0, others=max(1, others))

    def find_sums(self, person: int | str) -> tuple[int, int]:
        """Diamonds and gifts of a person, by their key."""
        standing = self._standings.get(person)
        return (saturate(standing.diamonds), saturate(standing.gifts)) if standing else (0, 0)

    def _index(self) -> None:
        self._ranking: Ranking[Place] = Ranking()
        for standing in self._standings.values():
            self._ranking.add(standing.place)

    def _book(
        self, standing: _Standing, person: int | str, row: GiftRow, diamonds: int, gifts: int
    ) -> _Standing | None:
        """Let a person gain or lose; None when they have nothing any more."""
        self._standings.move_to_end(person)
        standing.gifts = max(0, standing.gifts + gifts)
        if gained := max(diamonds, -standing.diamonds):
            self._move(standing, person, gained)
        if not (standing.gifts or standing.diamonds):
            self._remove(person, standing)
            self.count -= 1
            return None
        standing.user, standing.name, standing.count = row.user, row.name, row.count
        standing.last_ms, standing.is_open, standing.row = row.last_ms, row.is_open, None
        self._forget_names(standing)
        return standing

    def _begin(self, person: int | str, user: User) -> _Standing:
        if len(self._standings) >= self._kept:
            self._forget_one()
        self.count += 1
        self._arrivals += 1
        standing = self._standings[person] = _Standing(user, (0, self._arrivals, person))
        self._ranking.add(standing.place)
        return standing

    def _move(self, standing: _Standing, person: int | str, diamonds: int) -> None:
        self._ranking.remove(standing.place)
        standing.diamonds += diamonds
        standing.place = -standing.diamonds, standing.place[1], person
        self._ranking.add(standing.place)

    def _forget_names(self, standing: _Standing) -> None:
        """Keep no names of whoever is not among the best, or is not any more."""
        limit = self._ranking.find_at(self._best)
        if limit is None:
            return
        self._standings[limit[2]].slim(limit[2])
        if standing.place > limit:
            standing.slim(standing.place[2])

    def _forget_one(self) -> None:
        """Forget whoever has given nothing for longest; one of the best moves to the end of the queue."""
        limit = self._ranking.find_at(self._best)
        person, standing = next(iter(self._standings.items()))
        while limit is not None and standing.place < limit:
            self._standings.move_to_end(person)
            person, standing = next(iter(self._standings.items()))
        self._remove(person, standing)

    def _remove(self, person: int | str, standing: _Standing) -> None:
        self._ranking.remove(standing.place)
        del self._standings[person]


def _make_row(rank: int, standing: _Standing) -> LeaderRow:
    row = standing.row
    if row is None or row.rank != rank:
        diamonds, gifts = saturate(standing.diamonds), saturate(standing.gifts)
        row = standing.row = LeaderRow(
            rank,
            standing.user,
            diamonds,
            gifts,
            standing.last_ms,
            standing.is_open,
            standing.name,
            standing.count,
        )
    return row
