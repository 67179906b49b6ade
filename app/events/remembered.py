"""What was read from the same bytes before, without letting anybody fill our memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

Read = TypeVar("Read", bound=Callable[..., Any])
LONGEST = 16_384  # bytes of a person; the longest in real messages has 5,912
BUDGET = 16 << 20  # bytes that were read since the memory was last emptied


def remembered(most: int) -> Callable[[Read], Read]:
    """Remember what a function makes of its first argument, for so many and no more bytes than the budget.

    A hit is `lru_cache`'s own and costs nothing more; what is new is counted, and empties the memory when the
    budget is spent: in a real room after hours, under a flood of long ones at once.
    """

    def wrap(read: Read) -> Read:
        spent = 0

        @lru_cache(maxsize=most)
        def look(data: bytes, *more: Any) -> Any:
            nonlocal spent
            spent += len(data)
            if spent > BUDGET:
                spent = 0
                look.cache_clear()
            return read(data, *more)

        look.__doc__ = read.__doc__
        return cast("Read", look)

    return wrap
