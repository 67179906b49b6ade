"""The battle that is on, or was on last: sides, scores, phase and clock."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import ClassVar

from app.events import Battle, BattleCard
from app.events.types.battle import Phase
from app.frozen import value
from app.state.battle_clock import BattleClock
from app.state.battle_sides import Sides, SideView
from app.state.facts import HostIdentity, LastHeard, StreamStart
from app.state.part import NOTHING, Facts, Part, Takes

# A battle only moves forward: late frames of an earlier phase bring scores, not the phase back.
ORDER: dict[Phase, int] = {
    "unknown": 0,
    "invited": 1,
    "preparing": 2,
    "active": 3,
    "ended": 4,
    "punishment": 5,
    "done": 6,
    "cancelled": 6,
}
OVERDUE_MS = 10_000
FORGOTTEN_IDS = 50
DAY_MS = 86_400_000


@value
class BattleView:
    """A battle as the pane shows it. Times are our clock, ms since 1970, 0 when unknown."""

    battle_id: int
    phase: Phase
    sides: tuple[SideView, ...] = ()
    start_ms: int = 0
    end_ms: int = 0
    duration_s: int = 0
    updated_ms: int = 0
    card_text: str = ""

    def remaining_ms(self, now_ms: int) -> int | None:
        """Time left on the clock, never negative; None when nobody told when it ends."""
        return max(0, self.end_ms - now_ms) if self.end_ms else None


class BattleBoard(Part):
    """Merges what the frames of a battle tell, one at a time."""

    current: BattleView | None
    _past: deque[int]
    _clock: BattleClock
    _sides: Sides
    _host_id: int
    _heard_ms: int
    _closed_by_us: bool
    _end_unheard: bool
    _start_ms: int  # the server's clock, as the next
    _end_ms: int
    HIDDEN = frozenset(
        {
            "_past",
            "_clock",
            "_sides",
            "_host_id",
            "_heard_ms",
            "_closed_by_us",
            "_end_unheard",
            "_start_ms",
            "_end_ms",
        }
    )

    def __init__(self) -> None:
        super().__init__()
        self._past = deque(maxlen=FORGOTTEN_IDS)
        self._clock, self._sides = BattleClock(), Sides()
        self._host_id = self._heard_ms = 0
        self._closed_by_us = self._end_unheard = False
        self._start_ms = self._end_ms = 0
        self.current = None

    def tick(self, now_ms: int) -> Facts:
        """End a battle whose clock ran out."""
        self.close_overdue(now_ms, self._heard_ms)
        return NOTHING

    @property
    def host_id(self) -> int:
        """User id of the host who is followed, 0 while nobody said it; learnt late, it corrects the sides."""
        return self._host_id

    @host_id.setter
    def host_id(self, host_id: int) -> None:
        if host_id == self._host_id:
            return
        self._host_id = host_id
        if self.current is not None:
            self._show(replace(self.current, sides=self._views(self.current.phase)))

    def present(self, event: Battle, now_ms: int) -> None:
        """Take a frame. Frames of a battle that was replaced by a later one are old news."""
        if event.battle_id in self._past:
            return
        battle = self._turn_back(now_ms)
        if battle is None or event.battle_id not in (0, battle.battle_id):
            battle = self._begin(event.battle_id)
        newest_ms = self._clock.newest_ms
        at_ms = self._clock.place(event, now_ms)
        if self._clock.newest_ms < newest_ms:
            self._sides.doubt()
        self._schedule(event, at_ms)
        self._sides.take(event.sides, at_ms)
        self._end_unheard = False
        updated_ms = now_ms if at_ms >= self._clock.newest_ms else battle.updated_ms
        self._show(self._move_on(replace(battle, updated_ms=updated_ms), event, now_ms))

    def play(self, card: BattleCard) -> None:
        """Show the item card that was played last."""
        if self.current is not None and card.battle_id in (0, self.current.battle_id):
            self._show(replace(self.current, card_text=card.text or card.card))

    def close_overdue(self, now_ms: int, heard_ms: int | None = None) -> None:
        """A clock that ran out 10 s ago without a final frame has ended all the same.

        Args:
            now_ms: our clock, ms since 1970.
            heard_ms: when the room was last heard of. Who won is not known if that was before the end.
        """
        battle = self._turn_back(now_ms)
        if battle is None:
            return
        if battle.phase == "active" and _is_overdue(battle, now_ms):
            self._closed_by_us = True
            self._end_unheard = heard_ms is not None and heard_ms < battle.end_ms
            battle = replace(battle, phase="ended", sides=self._views("ended"))
        self._show(battle)

    def _begin_anew(self, _start: StreamStart, _now_ms: int) -> Facts:
        """Late frames of the battle that was on are old news; who the host is stays known."""
        past, host_id, heard_ms = self._past, self._host_id, self._heard_ms
        if self.current is not None:
            past.append(self.current.battle_id)
        self.clear()
        self._past, self._host_id, self._heard_ms = past, host_id, heard_ms
        return NOTHING

    def _meet_host(self, host: HostIdentity, _now_ms: int) -> Facts:
        self.host_id = host.user_id
        return NOTHING

    def _hear(self, heard: LastHeard, _now_ms: int) -> Facts:
        self._heard_ms = heard.at_ms
        return NOTHING

    def _fight(self, event: Battle, now_ms: int) -> Facts:
        self.present(event, now_ms)
        return NOTHING

    def _play(self, card: BattleCard, _now_ms: int) -> Facts:
        self.play(card)
        return NOTHING

    def _begin(self, battle_id: int) -> BattleView:
        if self.current is not None:
            self._past.append(self.current.battle_id)
        self._forget()
        return BattleView(battle_id, "unknown")

    def _forget(self) -> None:
        self._clock.begin()
        self._sides = Sides()
        self._closed_by_us = self._end_unheard = False
        self._start_ms = self._end_ms = 0

    def _turn_back(self, now_ms: int) -> BattleView | None:
        """The battle now: when our clock was set back, what was measured on it has moved along."""
        back_ms = self._clock.step(now_ms)
        battle = self.current
        if back_ms and battle is not None:
            return self._set_times(replace(battle, updated_ms=battle.updated_ms - back_ms))
        return battle

    def _schedule(self, event: Battle, at_ms: int) -> None:
        """Note when it begins and ends, unless that is days from the server time at which it was told."""
        end_ms = event.end_ms
        if event.start_ms and event.duration_s:
            end_ms = end_ms or event.start_ms + event.duration_s * 1000
        if event.start_ms and _is_near(event.start_ms, at_ms):
            self._start_ms = event.start_ms
        if end_ms and _is_near(end_ms, at_ms):
            self._end_ms = end_ms

    def _move_on(self, battle: BattleView, event: Battle, now_ms: int) -> BattleView:
        timed = self._set_times(replace(battle, duration_s=event.duration_s or battle.duration_s))
        phase = self._phase(timed, event, now_ms)
        return replace(timed, phase=phase, sides=self._views(phase))

    def _set_times(self, battle: BattleView) -> BattleView:
        ahead_ms = self._clock.ahead_ms
        return replace(
            battle,
            start_ms=self._start_ms + ahead_ms if self._start_ms else battle.start_ms,
            end_ms=self._end_ms + ahead_ms if self._end_ms else battle.end_ms,
        )

    def _phase(self, battle: BattleView, event: Battle, now_ms: int) -> Phase:
        """Forward only; but what our clock alone ended goes on when the server says so and time is left."""
        if self._closed_by_us and event.phase == "active" and not _is_overdue(battle, now_ms):
            self._closed_by_us = False
            return "active"
        if ORDER[event.phase] < ORDER[battle.phase]:
            return battle.phase
        self._closed_by_us = self._closed_by_us and event.phase in ("unknown", "active")
        return event.phase

    def _views(self, phase: Phase) -> tuple[SideView, ...]:
        over = ORDER["ended"] <= ORDER[phase] and phase != "cancelled" and not self._end_unheard
        return self._sides.views(self._host_id, over=over)

    def _show(self, battle: BattleView) -> None:
        self.revision += battle != self.current
        self.current = battle

    TAKES: ClassVar[Takes] = {
        Battle: _fight,
        BattleCard: _play,
        HostIdentity: _meet_host,
        LastHeard: _hear,
        StreamStart: _begin_anew,
    }


def _is_overdue(battle: BattleView, now_ms: int) -> bool:
    return bool(battle.end_ms) and now_ms - battle.end_ms >= OVERDUE_MS


def _is_near(moment_ms: int, told_ms: int) -> bool:
    return not told_ms or abs(moment_ms - told_ms) <= DAY_MS
