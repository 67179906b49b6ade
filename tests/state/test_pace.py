"""Gifts a minute, and what is usual."""

from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.state import RoomState
from app.state.pace import KEPT_SLOTS, NOW_SLOTS, SLOT_MS

NOON, MINUTE = 1_800_000_000_000, 60_000


def give(state, number, at_ms, count=1):
    gift = ev.Gift(user=ev.User(1), gift_id=5, diamonds=1, count=count, group_id=number, at_ms=at_ms)
    state.apply(gift, at_ms)


def make_room():
    state = RoomState()
    state.apply(ev.Connected(room_id=1), NOON)
    return state


def test_what_is_usual_is_known_after_two_minutes_before_this_one():
    state = make_room()
    for number in range(1, 37):
        give(state, number, NOON + number * SLOT_MS)
        is_early = number < 35
        assert (state.pace.usual is None) == is_early
    assert (state.pace.per_minute, state.pace.usual) == (12, 11.5)


def test_a_minute_without_gifts_is_no_pace():
    state = make_room()
    give(state, 1, NOON + 1_000, 40)
    state.tick(NOON + 59_000)
    assert state.pace.per_minute == 40
    state.tick(NOON + 61_000)
    assert state.pace.per_minute == 0


def test_a_streak_counts_by_what_it_gains():
    state = make_room()
    for count in (1, 4, 4, 3, 9):
        give(state, 1, NOON, count)
    assert state.pace.per_minute == 9


@given(st.lists(st.tuples(st.integers(0, 400_000), st.integers(1, 9)), max_size=60))
def test_it_is_what_adding_up_all_gives_and_bounded(gifts):
    state, at_ms, told = make_room(), NOON, []
    for number, (passed_ms, count) in enumerate(gifts, 1):
        at_ms += passed_ms
        give(state, number, at_ms, count)
        told.append((at_ms // SLOT_MS, count))
    first_now = at_ms // SLOT_MS - NOW_SLOTS + 1
    first = max(NOON // SLOT_MS, first_now - KEPT_SLOTS)
    state.tick(at_ms)
    assert state.pace.per_minute == sum(count for slot, count in told if slot >= first_now)
    if state.pace.usual is not None:
        before = sum(count for slot, count in told if first <= slot < first_now)
        assert state.pace.usual == round(before * 12 / (first_now - first), 1)
    assert len(state.pace._slots) <= KEPT_SLOTS + NOW_SLOTS


def test_a_clock_that_is_set_back_begins_anew():
    state = make_room()
    give(state, 1, NOON + 10 * MINUTE, 9)
    give(state, 2, NOON, 2)
    assert (state.pace.per_minute, state.pace.usual) == (2, None)
