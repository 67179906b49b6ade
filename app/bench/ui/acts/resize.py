"""The window changes its size with many rows in the chat: how long until each size is painted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from app.bench.ui.acts.flow import enter_room
from app.bench.ui.figures import compute_spread_ms
from app.bench.ui.watches import PaintWatch
from app.events import Comment, User

if TYPE_CHECKING:
    from app.bench.ui.program import Act
    from app.ui.window import MainWindow

ROWS = 1_000
SETTLE_MS = 2_000  # what is loaded after the first picture is there
STEPS = 80
LEAST, STRIDE = (1060, 600), (9, 7)  # px; the layout stays that of a wide window
WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"


def play(window: MainWindow) -> Act:
    """Fill the chat, then pull at the corner."""
    yield from enter_room(window)
    state, now_ms = window.feed.room.state, window.feed.room.now_ms()
    for number in range(1, ROWS + 1):
        said = WORDS[: 5 + number * 7 % len(WORDS)]
        writer = User(id=number, nickname=f"Person {number}")
        state.apply(Comment(msg_id=number, at_ms=now_ms, user=writer, text=said), now_ms)
    yield SETTLE_MS
    took: list[int] = []
    begin_ns = 0
    watch = PaintWatch(window, lambda: took.append(time.monotonic_ns() - begin_ns))
    for step in range(STEPS):
        before = len(took)
        far = step if step < STEPS // 2 else STEPS - step
        begin_ns = time.monotonic_ns()
        window.resize(*(least + far * stride for least, stride in zip(LEAST, STRIDE, strict=True)))
        while len(took) == before:
            yield 0
        del took[before + 1 :]
    watch.stop()
    return {"resize_ms": compute_spread_ms(took)}
