"""Who gave most: in this stream, in the battle that is on or was on last, to us, and to each guest."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, TypeAlias

from app.events import User
from app.state.facts import BattleBooking, BattleStart, BoardChoice, Booking, StreamStart
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew
from app.state.standings import LeaderRow, Standings

if TYPE_CHECKING:
    from app.state.gift_row import GiftRow

Scope: TypeAlias = Literal["stream", "battle", "us"] | int  # else the user id of a guest
KEPT_GUESTS = 24  # TikTok seats a dozen at once
KEPT_OF_PART = 20_000  # people on a board of a part of the stream


class ScopeView(NamedTuple):
    """A scope that can be looked at.

    Attributes:
        scope: which.
        guest: whose gifts it is about; None for those that are about no guest.
    """

    scope: Scope
    guest: User | None = None


class PartStandings(Standings):
    """The board of a part of the stream."""

    def __init__(self) -> None:
        super().__init__(KEPT_OF_PART)


class Leaderboard(Part):
    """One board a scope, each with totals by person; the total of a scope is the sum of its rows.

    The board of a battle has the gifts that the battle itself counts as earned, at its server time. It is
    there from the moment a battle's time is known until that of the next one is. Guests have boards once
    somebody gives to one by name; of more than 24 the one who was given least is forgotten.

    Attributes:
        scope: which the user looks at; the stream where that is not there any more.
        stream, battle, us: boards; that of a battle is empty before the first.
        has_battle: there was one.
    """

    scope: str | int
    has_battle: bool
    stream: Standings
    battle: PartStandings
    us: PartStandings
    _guests: dict[int, PartStandings]
    _people: dict[int, User]

    def __init__(self) -> None:
        super().__init__()
        self.scope, self.has_battle = "stream", False
        self.stream, self.battle, self.us = Standings(), PartStandings(), PartStandings()
        self._guests, self._people = {}, {}

    @property
    def count(self) -> int:
        """How many people gave in this stream."""
        return self.stream.count

    @property
    def board(self) -> Standings:
        """The board that the user looks at."""
        return self._find_board(self.scope) or self.stream

    def top(self, n: int) -> tuple[LeaderRow, ...]:
        """The best `n` of the stream."""
        return self.stream.top(n)

    def find_sums(self, person: int | str) -> tuple[int, int]:
        """Diamonds and gifts of a person in the stream, by their key."""
        return self.stream.find_sums(person)

    def list_scopes(self) -> tuple[ScopeView, ...]:
        """What can be looked at: the stream first."""
        battle = (ScopeView("battle"),) if self.has_battle else ()
        guests = tuple(ScopeView(guest, self._people[guest]) for guest in self._guests)
        return (ScopeView("stream"), *battle, *((ScopeView("us"), *guests) if guests else ()))

    def _find_board(self, scope: str | int) -> Standings | None:
        match scope:
            case "battle":
                return self.battle if self.has_battle else None
            case "us":
                return self.us if self._guests else None
            case int():
                return self._guests.get(scope)
            case _:
                return self.stream

    def _book(self, booking: Booking, _now_ms: int) -> Facts:
        """What a row was worth goes along when it turns out to be somebody else's, or for somebody else."""
        row, before = booking.row, booking.before
        board, amounts = self._find_part(row), {"diamonds": booking.diamonds, "gifts": booking.gifts}
        changed = False
        if before is not None:
            other = self._find_part(before)
            is_renamed = before.user.key != row.user.key
            changed |= is_renamed and _move(before, row, self.stream, self.stream)
            changed |= (is_renamed or other is not board) and _move(before, row, other, board)
        changed |= self.stream.add(row, **amounts)
        changed |= board.add(row, **amounts)
        self.revision += changed
        return NOTHING

    def _find_part(self, row: GiftRow) -> Standings:
        """The board of whom a gift is for."""
        guest = row.to_user
        if guest is None or not guest.id:
            return self.us
        if guest.id not in self._guests:
            self._forget_least()
            self._guests[guest.id] = PartStandings()
        if guest.id not in self._people or (guest.nickname and self._people[guest.id] != guest):
            self._people[guest.id] = guest
            self.revision += 1
        return self._guests[guest.id]

    def _forget_least(self) -> None:
        """Make room for one more guest."""
        if len(self._guests) >= KEPT_GUESTS:
            least = min(self._guests, key=lambda guest: self._guests[guest].diamonds)
            del self._guests[least], self._people[least]

    def _book_in_battle(self, booking: BattleBooking, _now_ms: int) -> Facts:
        self.revision += self.battle.add(booking.row, diamonds=booking.diamonds, gifts=booking.gifts)
        return NOTHING

    def _begin_battle(self, _start: BattleStart, _now_ms: int) -> Facts:
        self.revision += not self.has_battle or self.battle != PartStandings()
        self.battle.clear()
        self.has_battle = True
        return NOTHING

    def _choose(self, choice: BoardChoice, _now_ms: int) -> Facts:
        self.revision += choice.scope != self.scope
        self.scope = choice.scope
        return NOTHING

    TAKES: ClassVar[Takes] = {
        Booking: _book,
        BattleBooking: _book_in_battle,
        BattleStart: _begin_battle,
        BoardChoice: _choose,
        StreamStart: begin_anew,
    }


def _move(before: GiftRow, now: GiftRow, source: Standings, target: Standings) -> bool:
    """Move what a row was worth; whether anything changed by it."""
    diamonds, gifts = before.diamonds, before.count
    is_taken = source.add(before, diamonds=-diamonds, gifts=-gifts)
    return target.add(now, diamonds=diamonds, gifts=gifts) or is_taken
