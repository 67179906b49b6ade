"""What was really given while a battle ran: diamonds of our ledger within its window."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from app.state.bounds import LATE_MS, saturate
from app.state.facts import BattleBooking, BattleStart
from app.state.gift_row import GiftRow, Key
from app.state.memory import Memory

if TYPE_CHECKING:
    from app.state.part import Facts

KEPT_GIFTS = 5_000
KEPT_STEPS = 100  # of a streak: frames that told another count
FORGOTTEN_AT_ONCE = 2  # more than come, and few: a frame's time may be wrong

Window = tuple[int, int]


class GiftSteps(NamedTuple):
    """A gift, or a streak of it.

    Attributes:
        row: as it was booked last; None while only a late frame told of it.
        steps: server time and running count of each frame, in order of time.
    """

    row: GiftRow | None
    steps: tuple[tuple[int, int], ...] = ()

    def count_within(self, window: Window | None) -> int:
        """How many were given from the first to the last moment of a window."""
        if window is None:
            return 0
        first, last = window
        before = max((count for at_ms, count in self.steps if at_ms < first), default=0)
        until = max((count for at_ms, count in self.steps if at_ms <= last), default=0)
        return max(0, until - before)


class Earnings(Memory):
    """Sums up the gifts of a window of time, which may be told after they came.

    The order of frames does not matter, nor repeats. Gifts that did not change for half an hour are
    forgotten, and the oldest of very many; what they added stays.

    Attributes:
        diamonds: the sum within the window.
    """

    diamonds: int
    _window: Window | None
    _gifts: OrderedDict[Key, GiftSteps]

    def __init__(self) -> None:
        self.diamonds = 0
        self._window = None
        self._gifts = OrderedDict()
        self._facts: list[object] = []

    def hand_over(self) -> Facts:
        """What counts otherwise than when this was called last."""
        facts, self._facts = self._facts, []
        return facts

    def begin(self) -> None:
        """Another battle, whose window is not known yet."""
        self.diamonds, self._window = 0, None

    def watch(self, window: Window | None) -> None:
        """Sum up another window of server time."""
        if window == self._window:
            return
        if self._window is None:
            self._facts.append(BattleStart())
        before, self._window = self._window, window
        for gift in self._gifts.values():
            if gift.row is not None:
                counts = gift.count_within(before), gift.count_within(window)
                self._book(gift.row, gift.row.price * (counts[1] - counts[0]), *counts)

    def note(self, key: Key, count: int, at_ms: int, row: GiftRow | None = None) -> None:
        """Take a frame of a gift; without a row it is as before."""
        before = self._gifts.pop(key, GiftSteps(None))
        steps = tuple(sorted({*before.steps, (at_ms, count)}))
        if len(steps) > KEPT_STEPS:
            steps = (steps[0], *steps[2:])
        self._gifts[key] = GiftSteps(row or before.row, steps)
        self._renew(before, self._gifts[key])
        for _ in range(FORGOTTEN_AT_ONCE):
            self._forget_oldest(at_ms)

    def _forget_oldest(self, now_ms: int) -> None:
        """No window is told so late, nor another count."""
        oldest = next(iter(self._gifts.values()))
        if len(self._gifts) > KEPT_GIFTS or now_ms - oldest.steps[-1][0] > LATE_MS:
            self._gifts.popitem(last=False)

    def _renew(self, before: GiftSteps, after: GiftSteps) -> None:
        """Count a gift as it is now, which may be another person's, in place of what it was."""
        old, row = before.row, after.row
        if row is None:
            return
        counts = before.count_within(self._window) if old else 0, after.count_within(self._window)
        worth = counts[0] * old.price if old else 0
        if old is not None and old.user.key != row.user.key:
            self._book(old, -worth, counts[0], 0)
            counts, worth = (0, counts[1]), 0
        self._book(row, counts[1] * row.price - worth, *counts)

    def _book(self, row: GiftRow, diamonds: int, before: int, after: int) -> None:
        """Let a row count otherwise; while any of it counts, it is told again whatever happened to it."""
        if before or after:
            self.diamonds = saturate(max(0, self.diamonds + diamonds))
            self._facts.append(BattleBooking(row, diamonds, after - before))

    def _index(self) -> None:
        self._facts = []
