"""The stage on which the script is played: one clock, a chance for each act, a list of what happens next."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any

from app.protocol.schema import Wire
from app.sim.room.people import Crowd, Person
from app.sim.wire import encode, make

Action = Callable[[], None]
ID_SHIFT = 32  # an id is its second with so many bits behind, as TikTok's are
OPENING = "opening"  # the act before the first moment of the plan
RECENT_COMMENTS = 200


@dataclass(frozen=True, slots=True)
class StreakWorth:
    """What a gift frame is worth when it is the largest of its streak.

    Attributes:
        key: of the streak.
        diamonds: running count times price.
    """

    key: Hashable
    diamonds: int


@dataclass(frozen=True, slots=True)
class ScriptMessage:
    """One message of the script.

    Attributes:
        at_s: when it is sent, seconds after the stream was first watched; below 0 before that.
        wire: its BaseProtoMessage.
    """

    at_s: float
    method: str
    msg_id: int
    wire: Wire
    booking: StreakWorth | None = None


@dataclass(slots=True)
class Figures:
    """Counts that several parts of the script share. `came`: joins since the last viewer count."""

    likes: int = 0
    viewers: int = 0
    entered: int = 0
    came: int = 0
    follows: int = 24_905
    shares: int = 40


class Stage:
    """Says messages and plans actions in virtual time.

    Every act draws from a chance of its own, and ids come from the clock, so that another act changes nothing
    in those that are there.

    Args:
        seed: of the chances.
        crowd: who is there.
        start_ms: wall clock at second 0 of the script, ms since 1970.
    """

    def __init__(self, seed: int, crowd: Crowd, start_ms: int) -> None:
        chance = make_chance(seed, "room")
        self.crowd = crowd
        self.start_ms = start_ms
        self.now = 0.0
        self.room_id = (start_ms // 1000 - 3600 << 32) + chance.randrange(1 << 31)
        self.figures = Figures(viewers=crowd.size // 2, entered=crowd.size * 3)
        self.said: deque[ScriptMessage] = deque()
        self.comments: deque[tuple[int, Person, Wire]] = deque(maxlen=RECENT_COMMENTS)
        self.score: dict[int, int] = {}
        self._first_id = (start_ms // 1000 << ID_SHIFT) + chance.randrange(1 << 20)
        self._last_id = 0
        self._seed = seed
        self._act = OPENING
        self._chances: dict[str, Random] = {}
        self._order = count()
        self._agenda: list[tuple[float, int, str, Action]] = []

    @property
    def now_ms(self) -> int:
        """The wall clock of this moment of the script."""
        return self.start_ms + round(self.now * 1000)

    @property
    def chance(self) -> Random:
        """The random numbers of the act that is played."""
        return self._find_chance(self._act)

    def pick(self) -> Person:
        """Somebody, the busy ones more often."""
        return self.crowd.pick(self.chance)

    def pick_anyone(self) -> Person:
        """Somebody, everybody equally likely."""
        return self.crowd.pick_anyone(self.chance)

    def is_lucky(self, share: float) -> bool:
        """Decide by chance: true for this share of calls."""
        return self.chance.random() < share

    def make_id(self) -> int:
        """Make an id that is larger than all before."""
        self._last_id = max(self._last_id + 1, self._first_id + int(self.now * (1 << ID_SHIFT)))
        return self._last_id

    def say(
        self,
        kind: str,
        /,
        *,
        shown: dict[str, Any] | None = None,
        booking: StreakWorth | None = None,
        history: bool = False,
        **fields: Any,
    ) -> Wire:
        """Send a message now; gives its body."""
        msg_id = self.make_id()
        name = kind if kind.startswith("Webcast") else f"Webcast{kind}"
        body = make(name, common=self._make_common(kind, msg_id, shown), **fields)
        wire = make("BaseProtoMessage", method=kind, payload=encode(body), msg_id=msg_id, is_history=history)
        self.said.append(ScriptMessage(self.now, kind, msg_id, wire, booking))
        return body

    def _make_common(self, kind: str, msg_id: int, shown: dict[str, Any] | None) -> Wire:
        return make(
            "CommonMessageData",
            method=kind,
            msg_id=msg_id,
            room_id=self.room_id,
            create_time=self.now_ms,
            is_show_msg=True,
            display_text=shown,
        )

    def plan_once(self, delay_s: float, action: Action, *, act: str = "") -> None:
        """Do something that many seconds from now, in a named act or in this one."""
        heapq.heappush(self._agenda, (self.now + delay_s, next(self._order), act or self._act, action))

    def plan_often(self, act: str, per_second: float, action: Action) -> None:
        """Do something at random moments, that often in the mean."""
        chance = self._find_chance(act)

        def act_again() -> None:
            action()
            self.plan_once(chance.expovariate(per_second), act_again)

        self.plan_once(chance.expovariate(per_second), act_again, act=act)

    def plan_regularly(self, act: str, seconds: float, action: Action, *, first_s: float) -> None:
        """Do something regularly, a little early or late."""

        def act_again() -> None:
            action()
            self.plan_once(seconds * self.chance.uniform(0.85, 1.15), act_again)

        self.plan_once(first_s, act_again, act=act)

    def step(self) -> None:
        """Go to the next moment of the plan and do what is due."""
        self.now, _, self._act, action = heapq.heappop(self._agenda)
        action()

    def _find_chance(self, act: str) -> Random:
        if act not in self._chances:
            self._chances[act] = make_chance(self._seed, act)
        return self._chances[act]


def make_chance(seed: int, name: str) -> Random:
    """Random numbers that depend on the seed and on what they are for."""
    return Random(f"{seed} {name}")  # noqa: S311 - a play, not a secret
