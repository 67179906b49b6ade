"""What the battle's pane is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.state import BattleView
from app.ui.source import SECOND_MS

if TYPE_CHECKING:
    from app.state import RoomState

CLOCKED = frozenset({"preparing", "active", "punishment"})


@value
class BattleFrame:
    """The battle at a moment; `battle` is None when there is none."""

    battle: BattleView | None
    now_ms: int


class BattleSource:
    """News with each frame of the battle, and once a second while its clock runs."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """A running clock is news at the moment its figure changes."""
        battle = state.battle.current
        if battle is None or battle.phase not in CLOCKED:
            return state.battle.revision
        left = battle.remaining_ms(now_ms)
        return state.battle.revision, now_ms // SECOND_MS if left is None else -(-left // SECOND_MS)

    def frame(self, state: RoomState, now_ms: int) -> BattleFrame:
        """The battle now."""
        return BattleFrame(state.battle.current, now_ms)
