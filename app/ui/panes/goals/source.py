"""What the pane of goals is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from app.frozen import value

if TYPE_CHECKING:
    from app.state import RoomState
    from app.state.goals import RoomGoal, WishedGift

MINUTE_MS = 60_000


@value
class GoalRow:
    """Something to reach.

    Attributes:
        kind: whose it is.
        number: of a wish.
        text: what the host wrote of it.
        gift: which gift counts; empty for others.
        current: how far it is.
        target: where it is reached.
        end_ms: until when, ms since 1970; 0 for ever.
        has_ended: that is over.
    """

    kind: Literal["room", "wish"]
    number: int
    text: str
    gift: str
    current: int
    target: int
    end_ms: int
    has_ended: bool


@value
class GoalFrame:
    """All that is to be reached.

    Attributes:
        rows: of the room first.
        diamonds: what was given in this stream.
        gifts: names of gifts that were given.
        now_ms: when it was so; a minute old at most.
    """

    rows: tuple[GoalRow, ...]
    diamonds: int
    gifts: tuple[str, ...]
    now_ms: int


class GoalSource:
    """Goals, whenever one moves, and once a minute."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        return state.goals.revision, state.gifts.revision, now_ms // MINUTE_MS

    def frame(self, state: RoomState, now_ms: int) -> GoalFrame:
        """The goals now."""
        room = [row for goal in state.goals.room for row in _list_parts(goal, now_ms)]
        wishes = [_make_row(wish, now_ms) for wish in state.goals.wishes.values()]
        return GoalFrame((*room, *wishes), state.gifts.diamonds, state.gifts.list_names(), now_ms)


def _list_parts(goal: RoomGoal, now_ms: int) -> list[GoalRow]:
    has_ended = 0 < goal.end_ms < now_ms
    return [
        GoalRow("room", 0, goal.text, part.unit, part.progress, part.target, goal.end_ms, has_ended)
        for part in goal.parts
    ]


def _make_row(wish: WishedGift, now_ms: int) -> GoalRow:
    ended = wish.has_ended(now_ms)
    return GoalRow("wish", wish.number, "", wish.name, wish.given, wish.count, wish.end_ms, ended)
