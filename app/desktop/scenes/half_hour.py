"""Half an hour of a stream as it happened: what the line of viewers is made of."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from app import events as ev
from app.desktop.scenes.battles import fight
from app.desktop.scenes.cast import NOW
from app.desktop.scenes.happenings import invent_comment, invent_gift, invent_viewers, make_connected
from app.state import RoomState

MINUTE, STEP_MS = 60_000, 5_000
LENGTH = 30
LOST = range(14 * MINUTE, 15 * MINUTE)  # after the beginning
BIG = (2, 3, 5, 16, 17, 22, 26)  # minutes in which somebody gave much


def make_half_hour() -> RoomState:
    """Counts, comments, gifts, a battle that goes on, and a minute without a connection."""
    begin_ms = NOW - LENGTH * MINUTE
    state = RoomState()
    state.apply(make_connected(started_ms=begin_ms - 5 * MINUTE), begin_ms)
    battle = deque(fight())
    for at in range(LENGTH * MINUTE // STEP_MS):
        passed_ms = at * STEP_MS
        _fight(state, battle, begin_ms + passed_ms)
        if passed_ms == LOST.stop:
            state.apply(
                ev.Gap(from_ms=begin_ms + LOST.start, to_ms=begin_ms + LOST.stop), begin_ms + passed_ms
            )
        if passed_ms not in LOST:
            _happen(state, at, begin_ms + passed_ms)
    _fight(state, battle, NOW)
    return state


def _fight(state: RoomState, battle: deque[ev.Event], now_ms: int) -> None:
    """What of the battle has happened by now."""
    while battle and (at_ms := battle[0].at_ms or NOW) <= now_ms:
        state.apply(battle.popleft(), at_ms)


def _happen(state: RoomState, at: int, at_ms: int) -> None:
    """Five seconds of it."""
    state.apply(invent_viewers(at, at_ms), at_ms)
    for number in range(at * 7 % 5):
        state.apply(replace(invent_comment(at * 10 + number), at_ms=at_ms), at_ms)
    minute, is_first = divmod(at, MINUTE // STEP_MS)
    if minute in BIG and is_first == minute % 3:
        big = invent_gift(at, 5 + minute, 1, diamonds=600 * minute, group_id=20_000 + at)
        state.apply(replace(big, at_ms=at_ms), at_ms)
