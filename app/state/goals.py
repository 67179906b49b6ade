"""What the host wants to reach: the room's own goals, and gifts that are wished for here."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import ClassVar

from app.events import Goal
from app.events.types.room import GoalPart
from app.frozen import value
from app.state.bounds import KEPT_OF_NAME, saturate, shorten
from app.state.facts import Booking, GiftWish, StreamStart, WishRemoval
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew

KEPT_GOALS, KEPT_PARTS, KEPT_WISHES = 5, 10, 20


@value
class RoomGoal:
    """A goal of the room, as TikTok tells it.

    Attributes:
        goal_id: names it.
        text: what the host wrote.
        parts: what is to be reached.
        end_ms: when it runs out, ms since 1970, 0 when not told.
    """

    goal_id: int
    text: str
    parts: tuple[GoalPart, ...]
    end_ms: int


@value
class WishedGift:
    """A gift that the user wishes for.

    Attributes:
        number: names it.
        name: of the gift.
        count: how many of it.
        given: how many came since.
        end_ms: until when they count, our clock, ms since 1970; 0 for ever.
    """

    number: int
    name: str
    count: int
    given: int
    end_ms: int

    def has_ended(self, now_ms: int) -> bool:
        """Whether its time is over."""
        return bool(self.end_ms) and now_ms > self.end_ms


class Goals(Part):
    """Goals and wishes of this stream; of the room's goals the five that moved last are kept.

    Attributes:
        wishes: by number, the oldest first.
    """

    GOES_ON = frozenset({"revision", "_numbers"})

    wishes: dict[int, WishedGift]
    _room: OrderedDict[int, RoomGoal]
    _numbers: int

    def __init__(self) -> None:
        super().__init__()
        self.wishes, self._room, self._numbers = {}, OrderedDict(), 0

    @property
    def room(self) -> tuple[RoomGoal, ...]:
        """The room's goals; the one that moved last comes first."""
        return tuple(reversed(self._room.values()))

    def _reach(self, event: Goal, _now_ms: int) -> Facts:
        """Take a frame; what comes late takes nothing back."""
        before = self._room.get(event.goal_id)
        goal = _renew_goal(before, event)
        is_last = before is not None and next(reversed(self._room)) == event.goal_id
        if goal == before and is_last:
            return NOTHING
        self._room[event.goal_id] = goal
        self._room.move_to_end(event.goal_id)
        if len(self._room) > KEPT_GOALS:
            self._room.popitem(last=False)
        self.revision += 1
        return NOTHING

    def _book(self, booking: Booking, now_ms: int) -> Facts:
        """Gifts that came since are counted as the ledger books them: each once."""
        if not booking.gifts or not self.wishes:
            return NOTHING
        name = simplify_name(booking.row.name)
        for number, wish in self.wishes.items():
            if simplify_name(wish.name) == name and not wish.has_ended(now_ms):
                given = saturate(max(0, wish.given + booking.gifts))
                self.revision += given != wish.given
                self.wishes[number] = replace(wish, given=given)
        return NOTHING

    def _add(self, wish: GiftWish, _now_ms: int) -> Facts:
        self._numbers += 1
        name = shorten(wish.name, KEPT_OF_NAME)
        self.wishes[self._numbers] = WishedGift(self._numbers, name, max(1, wish.gifts), 0, wish.end_ms)
        if len(self.wishes) > KEPT_WISHES:
            del self.wishes[next(iter(self.wishes))]
        self.revision += 1
        return NOTHING

    def _remove(self, removal: WishRemoval, _now_ms: int) -> Facts:
        self.revision += self.wishes.pop(removal.number, None) is not None
        return NOTHING

    TAKES: ClassVar[Takes] = {
        Goal: _reach,
        Booking: _book,
        GiftWish: _add,
        WishRemoval: _remove,
        StreamStart: begin_anew,
    }


def simplify_name(name: str) -> str:
    """A gift's name as it is compared: how it is written does not matter."""
    return " ".join(name.casefold().split())


def _renew_goal(before: RoomGoal | None, event: Goal) -> RoomGoal:
    """The goal with what a frame tells; a part is known by what counts and by its target."""
    told = event.parts or (GoalPart(event.progress, event.target, event.unit),)
    reached = {(one.unit, one.target): one.progress for one in before.parts} if before else {}
    parts = tuple(
        GoalPart(
            saturate(max(one.progress, reached.get((one.unit, one.target), 0))),
            saturate(one.target),
            shorten(one.unit, KEPT_OF_NAME),
        )
        for one in told[:KEPT_PARTS]
    )
    text = shorten(event.text) or (before.text if before else "")
    return RoomGoal(event.goal_id, text, parts, event.end_ms or (before.end_ms if before else 0))
