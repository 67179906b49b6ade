"""People who came in: those whom two messages announce are counted once."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from app.state.memory import Memory

if TYPE_CHECKING:
    from app.events import Join

TOGETHER_MS = 60_000
KEPT = 2_000


class Entrances(Memory):
    """Remembers by which message a person came in last: the other one tells of the same entrance."""

    _last: OrderedDict[int | str, tuple[str, int]]

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._last = OrderedDict()

    def is_new(self, join: Join, now_ms: int) -> bool:
        """Whether this is an entrance that was not announced yet."""
        person = join.user.key
        if not person:
            return True
        method, at_ms = self._last.pop(person, ("", 0))
        again = bool(method) and method != join.method and abs(now_ms - at_ms) <= TOGETHER_MS
        self._last[person] = ("" if again else join.method, now_ms)
        if len(self._last) > self._kept:
            self._last.popitem(last=False)
        return not again
