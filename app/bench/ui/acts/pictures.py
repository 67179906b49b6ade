"""Fifty people who were not seen before write within a second, and their pictures come."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from app.bench.ui.acts.flow import enter_room
from app.bench.ui.figures import compute_spread_ms
from app.bench.ui.watches import Pulse
from app.events import Comment, User
from app.settings import OPTIONS

if TYPE_CHECKING:
    from app.bench.ui.program import Act, Steps
    from app.pictures.wish import Key
    from app.ui.window import MainWindow

PEOPLE, EVERY_MS = 50, 20
SETTLE_MS = 5_000  # by then as many may be fetched again
FIRST_ID = 10**19  # larger than ids of the feed's people


def play(window: MainWindow, rounds: int) -> Act:
    """Some such seconds, of which the one counts in which others used the machine least."""
    yield from enter_room(window)
    yield SETTLE_MS
    came: set[Key] = set()
    window.pictures.arrived.connect(came.update)
    gaps = []
    for number in range(rounds):
        pulse = Pulse(window)
        yield from _write(window, FIRST_ID + number * PEOPLE)
        pulse.stop()
        gaps.append(pulse.gaps_ns)
        yield SETTLE_MS
    count = sum(isinstance(number, int) and number >= FIRST_ID for _, number in came)
    return {"pictures_gap_ms": compute_spread_ms(min(gaps, key=max)), "pictures_came": count}


def _write(window: MainWindow, first: int) -> Steps:
    room, base = window.feed.room, os.environ[OPTIONS["webcast_url"].variable]
    for number in range(first, first + PEOPLE):
        address = f"{base}/pictures/tos-avt/{number:x}~tplv-obj.webp"
        writer = User(id=number, nickname=f"Person {number % 1_000}", avatar_url=address)
        room.state.apply(
            Comment(msg_id=number, at_ms=room.now_ms(), user=writer, text="hello"), room.now_ms()
        )
        yield EVERY_MS
