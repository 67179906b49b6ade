"""The battle that is on, or was on last: sides, scores, phase, clock; and the battles before it."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import ClassVar

from app.events import Battle, BattleCard, BattleTask
from app.events.types.battle import Phase
from app.state.battle_clock import BattleClock
from app.state.battle_earnings import Earnings
from app.state.battle_history import KEPT_BATTLES, BattleRecord, make_record
from app.state.battle_items import Items
from app.state.battle_sides import Sides, SideView
from app.state.battle_times import OVER, BattleTimes
from app.state.battle_view import BattleView
from app.state.facts import BattleDismissal, Booking, HostIdentity, LastHeard, LateCount, StreamStart
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


class BattleBoard(Part):
    """Merges what the frames of a battle tell, one at a time.

    Attributes:
        current: the battle that is on, or was on last; None before the first.
        history: those before it, the latest last.
    """

    current: BattleView | None
    history: deque[BattleRecord]
    _past: deque[int]
    _clock: BattleClock
    _sides: Sides
    _times: BattleTimes
    _earnings: Earnings
    _items: Items
    _host_id: int
    _heard_ms: int
    _is_closed_by_us: bool
    _is_end_unheard: bool
    HIDDEN = frozenset(
        {
            *("_past", "_clock", "_sides", "_times", "_earnings", "_items"),
            *("_host_id", "_heard_ms", "_is_closed_by_us", "_is_end_unheard"),
        }
    )

    def __init__(self) -> None:
        super().__init__()
        self._past, self.history = deque(maxlen=FORGOTTEN_IDS), deque(maxlen=KEPT_BATTLES)
        self._clock, self._sides, self._times = BattleClock(), Sides(), BattleTimes()
        self._earnings, self._items = Earnings(), Items()
        self._host_id = self._heard_ms = 0
        self._is_closed_by_us = self._is_end_unheard = False
        self.current = None

    def tick(self, now_ms: int) -> Facts:
        """End a battle whose clock ran out."""
        self.close_overdue(now_ms, self._heard_ms)
        return self._earnings.hand_over()

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
            self._show(replace(self.current, sides=self._list_views(self.current.phase)))

    def list_history(self) -> tuple[BattleRecord, ...]:
        """The battles of this stream that are over, the latest first."""
        battle = self.current
        last = make_record(battle) if battle is not None and battle.phase in OVER else None
        return (*([last] if last else ()), *reversed(self.history))

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
            self._times.doubt()
        self._times.take(event, at_ms)
        self._sides.take(event.sides, at_ms)
        self._is_end_unheard = False
        has_scores = any(side.score is not None for side in event.sides) or not battle.updated_ms
        if has_scores and at_ms >= self._clock.newest_ms:
            battle = replace(battle, updated_ms=now_ms)
        self._show(self._move_on(battle, event, now_ms))

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
            self._is_closed_by_us = True
            self._is_end_unheard = heard_ms is not None and heard_ms < battle.end_ms
            battle = replace(battle, phase="ended", sides=self._list_views("ended"))
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
        return self._earnings.hand_over()

    def _play(self, card: BattleCard, _now_ms: int) -> Facts:
        self._items.take_card(card)
        return self._renew()

    def _challenge(self, task: BattleTask, _now_ms: int) -> Facts:
        self._items.take_task(task)
        return self._renew()

    def _book(self, booking: Booking, _now_ms: int) -> Facts:
        row = booking.row
        self._earnings.note(row.key, row.count, row.sent_ms or row.last_ms, row)
        return self._renew()

    def _count_late(self, late: LateCount, _now_ms: int) -> Facts:
        self._earnings.note(late.key, late.gifts, late.at_ms)
        return self._renew()

    def _dismiss(self, dismissal: BattleDismissal, _now_ms: int) -> Facts:
        """A battle that is on cannot be dismissed."""
        battle = self.current
        if battle is not None and battle.phase != "active" and battle.battle_id == dismissal.battle_id:
            self._show(replace(battle, is_dismissed=True))
        return NOTHING

    def _begin(self, battle_id: int) -> BattleView:
        if self.current is not None:
            self._past.append(self.current.battle_id)
            record = make_record(self.current)
            self.history.extend([record] if record else ())
        self._clock.begin()
        self._sides, self._times = Sides(), BattleTimes()
        self._earnings.begin()
        self._is_closed_by_us = self._is_end_unheard = False
        return BattleView(battle_id, "unknown")

    def _turn_back(self, now_ms: int) -> BattleView | None:
        """The battle now: when our clock was set back, what was measured on it has moved along."""
        back_ms = self._clock.step(now_ms)
        battle = self.current
        if back_ms and battle is not None:
            return self._fill_in(replace(battle, updated_ms=battle.updated_ms - back_ms))
        return battle

    def _move_on(self, battle: BattleView, event: Battle, now_ms: int) -> BattleView:
        timed = self._fill_in(replace(battle, duration_s=event.duration_s or battle.duration_s))
        phase = self._choose_phase(timed, event, now_ms)
        is_dismissed = battle.is_dismissed and phase != "active"
        return replace(timed, phase=phase, sides=self._list_views(phase), is_dismissed=is_dismissed)

    def _renew(self) -> Facts:
        if self.current is not None:
            self._show(self._fill_in(self.current))
        return self._earnings.hand_over()

    def _fill_in(self, battle: BattleView) -> BattleView:
        """With all that goes by the server's clock, on ours."""
        times, ahead_ms = self._times, self._clock.ahead_ms
        self._earnings.watch(times.window)
        return replace(
            battle,
            start_ms=times.start_ms + ahead_ms if times.start_ms else battle.start_ms,
            end_ms=times.end_ms + ahead_ms if times.end_ms else battle.end_ms,
            punish_ms=times.punish_start_ms + ahead_ms if times.punish_start_ms else 0,
            length_s=times.length_s,
            earned=self._earnings.diamonds if times.window else None,
            items=self._items.list_views(battle.battle_id, ahead_ms),
        )

    def _choose_phase(self, battle: BattleView, event: Battle, now_ms: int) -> Phase:
        """Forward only; but what our clock alone ended goes on when the server says so and time is left."""
        if self._is_closed_by_us and event.phase == "active" and not _is_overdue(battle, now_ms):
            self._is_closed_by_us = False
            return "active"
        if ORDER[event.phase] < ORDER[battle.phase]:
            return battle.phase
        self._is_closed_by_us = self._is_closed_by_us and event.phase in ("unknown", "active")
        return event.phase

    def _list_views(self, phase: Phase) -> tuple[SideView, ...]:
        over = ORDER["ended"] <= ORDER[phase] and phase != "cancelled" and not self._is_end_unheard
        return self._sides.list_views(self._host_id, over=over)

    def _show(self, battle: BattleView) -> None:
        self.revision += battle != self.current
        self.current = battle

    TAKES: ClassVar[Takes] = {
        Battle: _fight,
        BattleCard: _play,
        BattleTask: _challenge,
        BattleDismissal: _dismiss,
        Booking: _book,
        LateCount: _count_late,
        HostIdentity: _meet_host,
        LastHeard: _hear,
        StreamStart: _begin_anew,
    }


def _is_overdue(battle: BattleView, now_ms: int) -> bool:
    return bool(battle.end_ms) and now_ms - battle.end_ms >= OVERDUE_MS
