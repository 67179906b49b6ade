"""What is kept of a battle once another one follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.events.types.battle import Outcome
from app.frozen import value
from app.state.battle_sides import SideView

if TYPE_CHECKING:
    from app.state.battle_view import BattleView

KEPT_BATTLES = 100
KEPT_BEST = 3
NOT_FOUGHT = frozenset({"unknown", "invited", "preparing", "cancelled"})


@value
class BattleRecord:
    """A battle of this stream.

    Attributes:
        battle_id: names it.
        start_ms: when it began, our clock, ms since 1970; 0 when not known.
        length_s: how long it was, 0 when not known.
        sides: ours first, of ours with the best three contributors.
        earned: diamonds that we were given in its time; None when its time is not known.
    """

    battle_id: int
    start_ms: int
    length_s: int
    sides: tuple[SideView, ...]
    earned: int | None

    @property
    def us(self) -> SideView | None:
        """Our side; None where nobody said which it is."""
        return next((side for side in self.sides if side.is_us), None)

    @property
    def outcome(self) -> Outcome:
        """How it ended for us; empty where that is not known."""
        return self.us.outcome if self.us else ""


def make_record(battle: BattleView) -> BattleRecord | None:
    """What is kept of a battle; None of one that was never fought."""
    if battle.phase in NOT_FOUGHT or not battle.sides:
        return None
    sides = tuple(
        replace(side, contributors=side.contributors[:KEPT_BEST] if side.is_us else ())
        for side in battle.sides
    )
    return BattleRecord(battle.battle_id, battle.start_ms, battle.length_s, sides, battle.earned)
