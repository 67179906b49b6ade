"""Comments flow in a room with a long stream behind it: people, gifts, and a day of viewer counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bench.ui.acts import flow
from app.events import Gift, User, Viewers

if TYPE_CHECKING:
    from app.bench.ui.program import Act, Steps
    from app.ui.window import MainWindow

PEOPLE = 50_000
LASTING_GIFTS = 20_000
DAY_MS = 24 * 60 * 60 * 1000
VIEWERS_EVERY_MS = 10_000
AT_ONCE = 1_000
SAME = 10  # gifts of one name and price


def play(window: MainWindow, settle_ms: int, cost_ms: int, watch_ms: int) -> Act:
    """Make a long stream, then measure as in `flow`."""
    yield from flow.settle(window, 0)
    yield from _give(window)
    yield from _watch(window)
    return (yield from flow.play(window, settle_ms, cost_ms, watch_ms))


def invent_gift(number: int, person: int, price: int) -> Gift:
    """A gift like no other, from that person."""
    giver = User(id=1 + person, unique_id=f"giver{person}", nickname=f"Giver {person}")
    return Gift(
        method="WebcastGiftMessage",
        msg_id=1 + number,
        user=giver,
        gift_id=price,
        gift_name=f"Gift {price}",
        diamonds=price,
        group_id=1 + number,
    )


def _give(window: MainWindow) -> Steps:
    state, now_ms = window.feed.room.state, window.feed.room.now_ms()
    for number in range(max(PEOPLE, LASTING_GIFTS)):
        state.apply(invent_gift(number, number % PEOPLE, price=1 + number // SAME % 500), now_ms)
        if not number % AT_ONCE:
            yield 0


def _watch(window: MainWindow) -> Steps:
    """The line of viewers goes back a day, with people coming and going."""
    series, now_ms = window.feed.room.state.viewers, window.feed.room.now_ms()
    for step, ago_ms in enumerate(range(DAY_MS, 0, -VIEWERS_EVERY_MS)):
        at_ms = now_ms - ago_ms
        series.present(Viewers(at_ms=at_ms, now=500 + step * 37 % 211), at_ms)
        if not step % AT_ONCE:
            yield 0
