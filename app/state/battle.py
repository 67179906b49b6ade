"""The battle that is on, or was on last: sides, scores, phase and clock."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.events import Battle, BattleCard, Contributor, Side
    from app.events.battle import Outcome, Phase

# A battle only moves forward: late frames of an earlier phase bring scores, not the phase back.
ORDER: dict[Phase, int] = {
    "unknown": 0, "invited": 1, "preparing": 2, "active": 3,
    "ended": 4, "punishment": 5, "done": 6, "cancelled": 6,
}  # fmt: skip
OVERDUE_MS = 10_000
FORGOTTEN_IDS = 50


@dataclass(frozen=True, slots=True)
class SideView:
    """A side as the pane shows it. `members` are the user ids of its hosts in a team battle."""

    host_id: int
    name: str = ""
    unique_id: str = ""
    avatar_url: str = ""
    score: int = 0
    contributors: tuple[Contributor, ...] = ()
    is_us: bool = False
    outcome: Outcome = ""
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
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


class BattleBoard:
    """Merges what the frames of a battle tell, one at a time."""

    def __init__(self) -> None:
        self._past: deque[int] = deque(maxlen=FORGOTTEN_IDS)
        self._skew_ms: int | None = None
        self.host_id = 0
        self.current: BattleView | None = None
        self.revision = 0

    def present(self, event: Battle, now_ms: int) -> None:
        """Take a frame. Frames of a battle that was replaced by a later one are old news."""
        if event.battle_id in self._past:
            return
        self._measure(event.at_ms, now_ms)
        old = self.current
        if old is None or old.battle_id != event.battle_id:
            if old is not None:
                self._past.append(old.battle_id)
            old = BattleView(event.battle_id, "unknown")
        self._show(self._merged(old, event, now_ms))

    def play(self, card: BattleCard) -> None:
        """Show the item card that was played last."""
        if self.current is not None and card.battle_id in (0, self.current.battle_id):
            self._show(replace(self.current, card_text=card.text or card.card))

    def close_overdue(self, now_ms: int) -> None:
        """A clock that ran out 10 s ago without a final frame has ended all the same."""
        battle = self.current
        if battle and battle.phase == "active" and battle.end_ms and now_ms - battle.end_ms >= OVERDUE_MS:
            self._show(replace(battle, phase="ended", sides=_judged(battle.sides)))

    def clear(self) -> None:
        """Start a new stream."""
        if self.current is not None:
            self._past.append(self.current.battle_id)
        self.current = None
        self.revision += 1

    def _measure(self, server_ms: int, now_ms: int) -> None:
        """Offset of our clock to the server's: the smallest seen, since the way here only adds to it."""
        skew = now_ms - server_ms if server_ms else 0
        self._skew_ms = skew if self._skew_ms is None else min(self._skew_ms, skew)

    def _merged(self, old: BattleView, event: Battle, now_ms: int) -> BattleView:
        phase = event.phase if ORDER[event.phase] >= ORDER[old.phase] else old.phase
        sides = self._sides(old.sides, event.sides)
        over = ORDER["ended"] <= ORDER[phase] and phase != "cancelled"
        skew = self._skew_ms or 0
        end_ms = event.end_ms or (
            event.start_ms + event.duration_s * 1000 if event.duration_s and event.start_ms else 0
        )
        return replace(
            old,
            phase=phase,
            sides=_judged(sides) if over else sides,
            start_ms=event.start_ms + skew if event.start_ms else old.start_ms,
            end_ms=end_ms + skew if end_ms else old.end_ms,
            duration_s=event.duration_s or old.duration_s,
            updated_ms=now_ms,
        )

    def _sides(self, known: tuple[SideView, ...], told: Iterable[Side]) -> tuple[SideView, ...]:
        sides = {side.host_id: side for side in known}
        for side in told:
            sides[side.host_id] = _updated(sides.get(side.host_id) or SideView(side.host_id), side)
        ours = next((host for host, side in sides.items() if self.host_id in (host, *side.members)), None)
        ours = next(iter(sides), 0) if ours is None else ours
        marked = [replace(side, is_us=host == ours) for host, side in sides.items()]
        return tuple(sorted(marked, key=lambda side: not side.is_us))

    def _show(self, battle: BattleView) -> None:
        self.current = battle
        self.revision += 1


def _updated(view: SideView, side: Side) -> SideView:
    """What a frame tells about a side over what was known; contributors come whole or not at all."""
    host = side.host
    return replace(
        view,
        name=host.name if host else view.name,
        unique_id=host.unique_id if host else view.unique_id,
        avatar_url=host.avatar_url if host else view.avatar_url,
        score=view.score if side.score is None else side.score,
        contributors=side.contributors or view.contributors,
        outcome=side.outcome or view.outcome,
        members=side.members or view.members,
    )


def _judged(sides: tuple[SideView, ...]) -> tuple[SideView, ...]:
    """Fill in the outcome from the scores where the server did not say it."""
    if not sides or any(side.outcome for side in sides):
        return sides
    best = max(side.score for side in sides)
    winners = sum(side.score == best for side in sides)
    return tuple(replace(side, outcome=_outcome(side.score, best, winners)) for side in sides)


def _outcome(score: int, best: int, winners: int) -> Outcome:
    if score < best:
        return "lose"
    return "win" if winners == 1 else "draw"
