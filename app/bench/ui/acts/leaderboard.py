"""How long a tick takes in which the leaderboard changed, by how many people are on it."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from app.bench.ui.acts.behind import invent_gift
from app.bench.ui.acts.flow import enter_room

if TYPE_CHECKING:
    from app.bench.ui.program import Act
    from app.ui.window import MainWindow

ROUNDS = 15
BETWEEN_MS = 260  # longer than between two looks at the leaderboard
FILLED_AT_ONCE = 2_000


def play(window: MainWindow, people: int) -> Act:
    """Let so many people give, then one of them again and again."""
    yield from enter_room(window)
    feed, state = window.feed, window.feed.room.state
    feed.stop()
    for begin in range(0, people, FILLED_AT_ONCE):
        for number in range(begin, min(people, begin + FILLED_AT_ONCE)):
            state.apply(invent_gift(number, number, price=1 + number % 997), feed.room.now_ms())
        yield 0
    took = []
    for turn in range(ROUNDS):
        yield BETWEEN_MS
        state.apply(invent_gift(people + turn, turn * 61 % people, price=5), feed.room.now_ms())
        begin_s = time.perf_counter()
        feed.tick()
        window.panes["leaders"].repaint()
        took.append(time.perf_counter() - begin_s)
    return {"tick_ms": round(statistics.median(took) * 1000, 2)}
