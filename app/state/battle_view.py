"""A battle as the pane shows it."""

from __future__ import annotations

from app.events.types.battle import Phase
from app.frozen import value
from app.state.battle_items import Item
from app.state.battle_sides import SideView
from app.state.battle_times import OVER


@value
class BattleView:
    """A battle. Times are our clock, ms since 1970, 0 when unknown.

    Attributes:
        battle_id: names it.
        phase: where it stands.
        sides: ours first.
        start_ms, end_ms: as planned.
        duration_s: the planned length.
        updated_ms: when scores came last.
        punish_ms: when the punishment began.
        length_s: how long it was, or is planned to be; 0 when not known.
        earned: diamonds that we were given in its time; None while that time is not known.
        items: cards and challenges, what ends first before the rest; some may have ended.
        is_dismissed: the user has seen how it ended.
    """

    battle_id: int
    phase: Phase
    sides: tuple[SideView, ...] = ()
    start_ms: int = 0
    end_ms: int = 0
    duration_s: int = 0
    updated_ms: int = 0
    punish_ms: int = 0
    length_s: int = 0
    earned: int | None = None
    items: tuple[Item, ...] = ()
    is_dismissed: bool = False

    @property
    def is_past(self) -> bool:
        """Whether it is over, or nothing came of it."""
        return self.phase in OVER or self.phase == "cancelled"

    @property
    def is_shown(self) -> bool:
        """Whether there is something to see: what ended before anybody said between whom is no result."""
        return not self.is_dismissed and (bool(self.sides) or not self.is_past)

    def remaining_ms(self, now_ms: int) -> int | None:
        """Time left on the clock, never negative; None when nobody told when it ends."""
        return max(0, self.end_ms - now_ms) if self.end_ms else None
