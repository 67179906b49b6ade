"""Gifts: streaks with a running count, with and without an end, and gifts that come alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.sim.room.gifts import ROSE, GiftKind, pick_kind
from app.sim.room.people import Person
from app.sim.room.stage import Stage, StreakWorth
from app.sim.wire import make_text

STEPS = ((1,), (1, 2), (1, 3, 5), (1, 4, 7, 10), (1, 5, 10, 20, 30), (1, 6, 11, 25, 50, 99))
STEP_WEIGHTS = (26, 22, 20, 18, 9, 5)
STEP_S = (0.5, 1.6)
END_SHARE = 0.7  # streaks that get an end frame
REPEAT_SHARE = 0.12  # frames that come twice
GUEST_SHARE = 0.08  # gifts to the guest on stage

GiftListener = Callable[[Person, int], None]


@dataclass(frozen=True, slots=True)
class Streak:
    """A gift being given. Its group id is shared by all its frames."""

    giver: Person
    kind: GiftKind
    group_id: int
    steps: tuple[int, ...]
    has_end: bool
    receiver: Person


class Giving:
    """Starts streaks and plays their frames. `received(giver, diamonds)` hears of every new diamond."""

    def __init__(self, stage: Stage, received: GiftListener) -> None:
        self._stage = stage
        self._received = received

    def give(self) -> None:
        """Give a gift of the panel."""
        kind = pick_kind(self._stage.chance)
        self.begin(kind, self._pick_steps() if kind.is_streakable else (1,))

    def give_roses(self) -> None:
        """Give a streak of roses."""
        self.begin(ROSE, (1, 4, 7, 10))

    def begin(self, kind: GiftKind, steps: tuple[int, ...]) -> None:
        """Start a streak now."""
        stage = self._stage
        receiver = stage.crowd.guest if stage.is_lucky(GUEST_SHARE) else stage.crowd.host
        ends = kind.is_streakable and stage.is_lucky(END_SHARE)
        self._play_frame(Streak(stage.pick(), kind, stage.make_id(), steps, ends, receiver), 0)

    def _pick_steps(self) -> tuple[int, ...]:
        return self._stage.chance.choices(STEPS, STEP_WEIGHTS)[0]

    def _play_frame(self, streak: Streak, place: int) -> None:
        stage, count = self._stage, streak.steps[place]
        before = streak.steps[place - 1] if place else 0
        self._received(streak.giver, (count - before) * streak.kind.diamonds)
        self._say(streak, place, end=False)
        if streak.kind.is_streakable and stage.is_lucky(REPEAT_SHARE):
            self._say(streak, place, end=False)
        if place + 1 < len(streak.steps):
            stage.plan_once(stage.chance.uniform(*STEP_S), lambda: self._play_frame(streak, place + 1))
        elif streak.has_end:
            stage.plan_once(stage.chance.uniform(*STEP_S), lambda: self._say(streak, place, end=True))

    def _say(self, streak: Streak, place: int, *, end: bool) -> None:
        count, kind, giver = streak.steps[place], streak.kind, streak.giver
        self._stage.say(
            "WebcastGiftMessage",
            booking=StreakWorth((giver.id, kind.id, streak.group_id), count * kind.diamonds),
            user=giver.user,
            user_identity=giver.identity,
            gift_id=kind.id,
            gift=kind.make_wire(self._stage.crowd.gallery),
            group_count=1,
            repeat_count=count,
            combo_count=count,
            repeat_end=int(end),
            send_type=1 if kind.is_streakable else 0,
            is_first_sent=not place,
            shown=make_text("pm_mt_gift_sent", "{0:user} sent " + kind.name, giver.user),
            **_describe_ids(streak, place),
            **self._describe_receiver(streak.receiver),
        )

    def _describe_receiver(self, receiver: Person) -> dict[str, Any]:
        crowd = self._stage.crowd
        return {
            "to_user": receiver.user if receiver is crowd.guest else None,
            "to_member_id": str(receiver.id),
            "to_member_id_int": receiver.id,
            "to_member_nickname": receiver.nickname,
            "monitor_info": {"anchor_id": crowd.host.id, "to_user_id": receiver.id},
        }


def _describe_ids(streak: Streak, place: int) -> dict[str, Any]:
    group_id = streak.group_id
    return {"group_id": group_id, "order_id": f"{group_id}{place}", "log_id": f"{group_id:x}"}
