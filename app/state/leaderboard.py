"""Who gave how much."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from app.events import User
from app.frozen import value
from app.state.bounds import saturate
from app.state.facts import Booking, StreamStart
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew
from app.state.ranking import Ranking

if TYPE_CHECKING:
    from app.state.gift_row import GiftRow

Place: TypeAlias = tuple[int, int, int | str]  # less diamonds, number among all who came, key of the person
KEPT_PEOPLE = 250_000
BEST = 1_000  # the window shows 500


@value
class LeaderRow:
    """A row of the leaderboard.

    Attributes:
        rank: from 1.
        diamonds: sum over the stream.
        gifts: how many single gifts.
        last_ms: when the last one came, our clock, ms since 1970.
        streaking: a streak of theirs is still counting.
        gift: name of that streak's gift, else of the last one; empty where it is not known.
        gift_count: how many of it.
    """

    rank: int
    user: User
    diamonds: int
    gifts: int
    last_ms: int
    streaking: bool = False
    gift: str = ""
    gift_count: int = 0


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
    open: bool = False
    row: LeaderRow | None = field(default=None, compare=False)

    def slim(self, person: int | str) -> None:
        """Keep the key of the person, and no names."""
        self.user = User(person) if isinstance(person, int) else User(nickname=person.removeprefix("@"))
        self.name, self.row = "", None


class Leaderboard(Part):
    """Totals by person, best first; equal totals by who came first.

    People without an id go by their name. What nobody is said to have given is in the ledger only: it may be
    of many people.

    Beyond `kept` people, whoever has given nothing for longest is forgotten, but never one of the `best`: so
    the top stays as it is. The sums over everybody are the ledger's. Who was forgotten and gives again
    begins anew, and counts as one more person. Of people behind the `best` only key and sums are kept:
    whoever comes to be among them does so by a gift, which names them again.
    """

    count: int
    _standings: OrderedDict[int | str, _Standing]  # who gave last stands last

    def __init__(self, kept: int = KEPT_PEOPLE, best: int = BEST) -> None:
        super().__init__()
        self._kept, self._best = kept, min(best, kept - 1)
        self._standings = OrderedDict()
        self.count = 0
        self._index()

    def add(self, row: GiftRow, *, diamonds: int, gifts: int) -> None:
        """Add to a person's total what their row gained."""
        person = row.user.key
        if not person:
            return
        standing = self._standings.get(person)
        before = replace(standing) if standing and next(reversed(self._standings)) == person else None
        if standing is None:
            standing = self._begin(person, row.user)
        self._standings.move_to_end(person)
        standing.gifts += gifts
        if diamonds:
            self._move(standing, person, diamonds)
        standing.user, standing.name, standing.count = row.user, row.name, row.count
        standing.last_ms, standing.open, standing.row = row.last_ms, row.open, None
        self._slim(standing)
        self.revision += standing != before

    def top(self, n: int) -> tuple[LeaderRow, ...]:
        """The best `n`."""
        places = enumerate(self._ranking.first(n), 1)
        return tuple(_row(rank, self._standings[person]) for rank, (_, _, person) in places)

    def find_sums(self, person: int | str) -> tuple[int, int]:
        """Diamonds and gifts of a person, by their key."""
        standing = self._standings.get(person)
        return (saturate(standing.diamonds), saturate(standing.gifts)) if standing else (0, 0)

    def _index(self) -> None:
        self._ranking: Ranking[Place] = Ranking()
        for standing in self._standings.values():
            self._ranking.add(standing.place)

    def _book(self, booking: Booking, _now_ms: int) -> Facts:
        self.add(booking.row, diamonds=booking.diamonds, gifts=booking.gifts)
        return NOTHING

    def _begin(self, person: int | str, user: User) -> _Standing:
        if len(self._standings) >= self._kept:
            self._forget_one()
        self.count += 1
        standing = self._standings[person] = _Standing(user, (0, self.count, person))
        self._ranking.add(standing.place)
        return standing

    def _move(self, standing: _Standing, person: int | str, diamonds: int) -> None:
        self._ranking.remove(standing.place)
        standing.diamonds += diamonds
        standing.place = -standing.diamonds, standing.place[1], person
        self._ranking.add(standing.place)

    def _slim(self, standing: _Standing) -> None:
        """Keep no names of whoever is not among the best, or is not any more."""
        limit = self._ranking.at(self._best)
        if limit is None:
            return
        self._standings[limit[2]].slim(limit[2])
        if standing.place > limit:
            standing.slim(standing.place[2])

    def _forget_one(self) -> None:
        """Of the best, whoever comes to be the next to forget goes to the end of the queue."""
        limit = self._ranking.at(self._best)
        person, standing = next(iter(self._standings.items()))
        while limit is not None and standing.place < limit:
            self._standings.move_to_end(person)
            person, standing = next(iter(self._standings.items()))
        self._ranking.remove(standing.place)
        del self._standings[person]

    TAKES: ClassVar[Takes] = {Booking: _book, StreamStart: begin_anew}


def _row(rank: int, standing: _Standing) -> LeaderRow:
    row = standing.row
    if row is None or row.rank != rank:
        diamonds, gifts = saturate(standing.diamonds), saturate(standing.gifts)
        row = standing.row = LeaderRow(
            rank,
            standing.user,
            diamonds,
            gifts,
            standing.last_ms,
            standing.open,
            standing.name,
            standing.count,
        )
    return row
