"""A machine that slept: dead connections are found at once, pauses end on time, gaps are told."""

import asyncio
from contextlib import aclosing

import pytest
from jumping import JumpingClock, now_s
from rooms import access_to, run, server

from app import events as ev
from app.connector.limits import CHECK_S
from app.connector.live import LiveSource

HOUR_S = 3_600.0


class SleepyClock(JumpingClock):
    """A wall clock that goes on while the loop stands still."""

    def __init__(self):
        self.slept_s = 0.0

    def now_ms(self):
        return super().now_ms() + round(self.slept_s * 1000)

    def pass_over(self, source, seconds):
        self.slept_s += seconds
        source.wake()


async def follow(room, on_event, *, access=None, **options):
    """Follow a room; `on_event` gets source, clock and event, and says whether that is enough."""
    ends, clock, seen = await room.start(), SleepyClock(), []
    source = LiveSource("demo", access_to(ends, **(access or {})), clock=clock, **options)
    try:
        async with aclosing(source.events()) as events:
            async for event in events:
                seen.append((now_s(), event))
                if on_event(source, clock, event):
                    break
    finally:
        await room.stop()
    return seen


def times(seen, kind):
    return [at_s for at_s, event in seen if isinstance(event, kind)]


@pytest.mark.parametrize("way", ["signed", "polling"])
def test_a_connection_that_lives_is_kept(way):
    has_slept = []

    def look(source, clock, event):
        if isinstance(event, ev.Comment) and not has_slept:
            has_slept.append(True)
            clock.pass_over(source, 20)
        return False

    seen = run(follow(server(guests=True), look, access={"way": way}))
    assert has_slept
    assert times(seen, ev.Reconnecting) == []


def test_one_that_died_meanwhile_is_given_up_at_once_and_the_gap_is_as_long_as_the_sleep():
    slept = []

    def look(source, clock, event):
        if isinstance(event, ev.Connected) and not slept:  # the server falls silent after 5 s
            loop = asyncio.get_running_loop()
            loop.call_later(30, lambda: (slept.append(now_s()), clock.pass_over(source, HOUR_S)))
        return isinstance(event, ev.Gap)

    room = server(fault="stalled", end_after_s=120.0)
    seen = run(follow(room, look, access={"stale_s": 600.0}))
    (given_up,) = times(seen, ev.Reconnecting)
    assert slept[0] < given_up <= slept[0] + CHECK_S + 1
    gap = seen[-1][1]
    assert gap.to_ms - gap.from_ms >= HOUR_S * 1000


@pytest.mark.parametrize(("slept_s", "rest_s"), [(HOUR_S, 0.0), (10.0, 50.0)])
def test_a_pause_ends_when_it_was_to_end(slept_s, rest_s):
    begun = []

    def look(source, clock, event):
        if isinstance(event, ev.Reconnecting) and not begun:
            begun.append(now_s())
            asyncio.get_running_loop().call_later(0.001, lambda: clock.pass_over(source, slept_s))
        return len(begun) and isinstance(event, ev.Reconnecting) and now_s() > begun[0]

    seen = run(follow(server(fault="not_live"), look, patient=True))
    assert seen[-1][0] - begun[0] == pytest.approx(rest_s, abs=2)


def test_waking_between_two_waits_does_no_harm():
    def look(source, clock, event):
        clock.pass_over(source, 1)
        return False

    seen = run(follow(server(end_after_s=3.0), look))
    assert times(seen, ev.Reconnecting) == []
