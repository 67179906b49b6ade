"""What the leaderboard's pane is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.state import LeaderRow

if TYPE_CHECKING:
    from app.state import RoomState

LEADERS = 500


@value
class LeaderFrame:
    """The best gifters, with the sums over everybody, and who was thanked, by their keys."""

    rows: tuple[LeaderRow, ...]
    diamonds: int
    gifts: int
    people: int
    thanked: frozenset[int | str] = frozenset()


class LeaderSource:
    """The best, whenever anybody gives."""

    def stamp(self, state: RoomState, _now_ms: int) -> object:
        """A number to compare."""
        return state.leaderboard.revision, state.thanks.all_thanked

    def frame(self, state: RoomState, _now_ms: int) -> LeaderFrame:
        """The best now."""
        board = state.leaderboard
        return LeaderFrame(
            board.top(LEADERS), state.gifts.diamonds, state.gifts.count, board.count, state.thanks.all_thanked
        )
