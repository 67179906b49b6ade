"""What was really given while a battle ran: diamonds of our ledger within its window."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from app.state.bounds import saturate
from app.state.gift_row import Key
from app.state.memory import Memory

KEPT_GIFTS = 5_000
KEPT_STEPS = 100  # of a streak: frames that told another count

Window = tuple[int, int]


class GiftSteps(NamedTuple):
    """A gift, or a streak of it.

    Attributes:
        price: of one, 0 while unknown.
        steps: server time and running count of each frame, in order of time.
    """

    price: int
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

    The order of frames does not matter, nor repeats. The oldest gifts are forgotten; what they added stays.

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

    def begin(self) -> None:
        """Another battle, whose window is not known yet."""
        self.diamonds, self._window = 0, None

    def watch(self, window: Window | None) -> None:
        """Sum up another window of server time."""
        if window == self._window:
            return
        for gift in self._gifts.values():
            self._add(gift.price * (gift.count_within(window) - gift.count_within(self._window)))
        self._window = window

    def note(self, key: Key, count: int, at_ms: int, price: int | None = None) -> None:
        """Take a frame of a gift; without a price it is as before."""
        before = self._gifts.pop(key, GiftSteps(0))
        steps = tuple(sorted({*before.steps, (at_ms, count)}))
        if len(steps) > KEPT_STEPS:
            steps = (steps[0], *steps[2:])
        after = self._gifts[key] = GiftSteps(before.price if price is None else price, steps)
        self._add(self._weigh(after) - self._weigh(before))
        if len(self._gifts) > KEPT_GIFTS:
            self._gifts.popitem(last=False)

    def _weigh(self, gift: GiftSteps) -> int:
        return gift.price * gift.count_within(self._window)

    def _add(self, diamonds: int) -> None:
        self.diamonds = saturate(max(0, self.diamonds + diamonds))
