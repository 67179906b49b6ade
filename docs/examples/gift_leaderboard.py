"""Print who gave most, every few seconds while something was given, and at the end.

    python docs/examples/gift_leaderboard.py @creator 10

A streak counts once, whatever the network repeats: the sum of the rows is the total.
"""

import asyncio
import sys
import time
from contextlib import aclosing

from app.client import LiveClient
from app.errors import SidestageError
from app.state import RoomState

EVERY_S = 5.0
MOST = 10


def find_now_ms() -> int:
    """Our clock, ms since 1970."""
    return time.time_ns() // 1_000_000


def print_table(state: RoomState, most: int) -> None:
    """The best givers, and what all gave."""
    print(f"{state.gifts.diamonds:,} diamonds from {state.leaderboard.count:,} people")
    for row in state.leaderboard.top(most):
        counting = " (counting)" if row.is_counting else ""
        print(f"{row.rank:>4}  {row.diamonds:>10,}  {row.gifts:>6,} gifts  {row.user.name}{counting}")


async def keep_leaderboard(name: str, most: int = MOST) -> RoomState:
    """Follow until the stream ends; gives what was counted."""
    state, revision, due = RoomState(name), 0, time.monotonic() + EVERY_S
    async with aclosing(LiveClient(name).events()) as events:
        async for event in events:
            state.apply(event, find_now_ms())
            state.tick(find_now_ms())
            if time.monotonic() >= due and state.leaderboard.revision != revision:
                revision, due = state.leaderboard.revision, time.monotonic() + EVERY_S
                print_table(state, most)
    print_table(state, most)
    return state


if __name__ == "__main__":
    try:
        asyncio.run(keep_leaderboard(sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else MOST))
    except (IndexError, ValueError):
        sys.exit("usage: gift_leaderboard.py @creator [ROWS]")
    except SidestageError as error:
        sys.exit(error.line)
    except KeyboardInterrupt:
        pass
