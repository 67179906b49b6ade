"""What the leaderboard's pane is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.frozen import value
from app.state import LeaderRow
from app.state.leaderboard import ScopeView
from app.ui.panes.leaders.order import SeenOrder

if TYPE_CHECKING:
    from app.state import RoomState

LEADERS = 500
STREAM = (ScopeView("stream"),)


class RoomFigure(NamedTuple):
    """What the room itself says was given.

    Attributes:
        diamonds: so much.
        is_least: or more.
    """

    diamonds: int
    is_least: bool = False


@value
class LeaderFrame:
    """The best gifters of a scope, with the sums over everybody in it.

    Attributes:
        rows: the best, then what cannot be ranked; their sum is `diamonds`. Who came to another place less
            than a second after others did still stands where they stood.
        scope: which is seen.
        scopes: all that can be.
        said: what the room says of it; None where it says nothing.
        pace: gifts of the last minute in the whole room.
        usual: gifts a minute as usual, None while not known.
        thanked: who was thanked, by their keys.
    """

    rows: tuple[LeaderRow, ...]
    diamonds: int
    gifts: int
    people: int
    scope: str | int = "stream"
    scopes: tuple[ScopeView, ...] = STREAM
    said: RoomFigure | None = None
    pace: int = 0
    usual: float | None = None
    thanked: frozenset[int | str] = frozenset()


class LeaderSource:
    """The best, whenever anybody gives; who has to wait for another place, when it is time."""

    def __init__(self) -> None:
        self._order = SeenOrder()

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        parts = state.leaderboard, state.room_figures, state.pace
        turn = self._order.find_turn(now_ms)
        return *(part.revision for part in parts), state.thanks.all_thanked, turn

    def frame(self, state: RoomState, now_ms: int) -> LeaderFrame:
        """The best now."""
        board, scopes = state.leaderboard.board, state.leaderboard.list_scopes()
        is_there = state.leaderboard.scope in {one.scope for one in scopes}
        scope = state.leaderboard.scope if is_there else "stream"
        return LeaderFrame(
            self._order.arrange(board.list_rows(LEADERS), scope, now_ms),
            board.diamonds,
            board.gifts,
            board.count,
            scope,
            scopes,
            _find_said(state, scope, board.diamonds),
            state.pace.per_minute,
            state.pace.usual,
            state.thanks.all_thanked,
        )


def _find_said(state: RoomState, scope: str | int, seen: int) -> RoomFigure | None:
    """Of the whole room, or of a guest; what the top viewers gave says something where we saw less."""
    figures = state.room_figures
    if isinstance(scope, int):
        return RoomFigure(coins) if (coins := figures.find_guest(scope)) else None
    if scope != "stream":
        return None
    if figures.total:
        return RoomFigure(figures.total)
    return RoomFigure(figures.least, is_least=True) if figures.least > seen else None
