"""What the battle's pane is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.state import BattleRecord, BattleView
from app.ui.source import SECOND_MS

if TYPE_CHECKING:
    from app.state import RoomState

CLOCKED = frozenset({"preparing", "active", "punishment"})


@value
class BattleFrame:
    """The battle at a moment, and those before.

    Attributes:
        battle: None when there is none to see, or when the user has seen how it ended.
        now_ms: the moment, our clock, ms since 1970.
        history: battles of this stream that are over, the latest first.
    """

    battle: BattleView | None
    now_ms: int
    history: tuple[BattleRecord, ...] = ()


class BattleSource:
    """News with each frame of the battle, and once a second while its clock runs."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """A running clock is news at the moment its figure changes."""
        battle = state.battle.current
        if battle is None or battle.phase not in CLOCKED or not battle.is_shown:
            return state.battle.revision
        left = None if battle.phase == "punishment" else battle.remaining_ms(now_ms)
        if left is None:
            return state.battle.revision, (now_ms - battle.punish_ms) // SECOND_MS
        return state.battle.revision, -(-left // SECOND_MS)

    def frame(self, state: RoomState, now_ms: int) -> BattleFrame:
        """The battle now."""
        battle = state.battle.current
        shown = battle if battle is not None and battle.is_shown else None
        return BattleFrame(shown, now_ms, state.battle.list_history())
