"""A stream minute by minute, and its big gifts."""

from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.state import RoomState
from app.state.timeline import (
    KEPT_GIFTS,
    KEPT_MINUTES,
    KEPT_RECONNECTS,
    LEAST_DIAMONDS,
    MINUTE_MS,
    Minute,
    Reconnect,
)

NOON = 1_800_000_000_000
ANNA = ev.User(1, "anna", "Anna")


def comment(number=1, **more):
    return ev.Comment(user=ANNA, text="hi", msg_id=number, **more)


def gift(number, diamonds, count=1, *, ended=True):
    return ev.Gift(
        user=ANNA,
        gift_id=number,
        diamonds=diamonds,
        count=count,
        group_id=number,
        msg_id=1000 + number + count,
        streakable=True,
        ended=ended,
        gift_name=f"Gift {number}",
    )


def test_comments_and_diamonds_are_counted_by_the_minute():
    state = RoomState()
    for at_ms in (NOON, NOON + 59_000, NOON + 60_000):
        state.apply(comment(at_ms), at_ms)
    state.apply(gift(1, 5), NOON + 61_000)
    assert state.timeline.minutes == (Minute(NOON, 2, 0), Minute(NOON + 60_000, 1, 5))


def test_what_was_written_before_we_came_is_not_counted():
    state = RoomState()
    state.apply(comment(is_history=True), NOON)
    assert state.timeline.minutes == ()


def test_a_streak_is_one_big_gift_from_a_hundred_diamonds_on():
    state = RoomState()
    state.apply(gift(1, 30, 3, ended=False), NOON)
    assert state.timeline.gifts == ()
    state.apply(gift(1, 30, 4, ended=False), NOON + 1_000)
    state.apply(gift(1, 30, 7), NOON + 2_000)
    (big,) = state.timeline.gifts
    assert (big.at_ms, big.count, big.diamonds, big.name) == (NOON + 1_000, 7, 210, "Gift 1")


def test_a_gap_that_ended_is_a_reconnect():
    state = RoomState()
    state.apply(ev.Gap(from_ms=NOON - 41_000, to_ms=NOON), NOON)
    state.apply(ev.Gap(from_ms=NOON + 5, to_ms=NOON), NOON + 9)
    assert state.timeline.reconnects == (Reconnect(NOON, 41_000), Reconnect(NOON + 9, 0))


def test_of_many_reconnects_the_last_are_kept():
    state = RoomState()
    for at in range(KEPT_RECONNECTS + 5):
        state.apply(ev.Gap(from_ms=NOON, to_ms=NOON + 1), NOON + at)
    assert [one.at_ms for one in state.timeline.reconnects] == [
        NOON + 5 + at for at in range(KEPT_RECONNECTS)
    ]


def test_of_many_big_gifts_the_largest_are_kept():
    state = RoomState()
    for number in range(KEPT_GIFTS + 20):
        state.apply(gift(number + 1, LEAST_DIAMONDS + number), NOON + number)
    kept = [one.diamonds for one in state.timeline.gifts]
    assert kept == [LEAST_DIAMONDS + 20 + number for number in range(KEPT_GIFTS)]


def test_a_day_is_kept():
    state = RoomState()
    for minute in range(KEPT_MINUTES + 5):
        state.apply(comment(minute), NOON + minute * MINUTE_MS)
    minutes = state.timeline.minutes
    assert (len(minutes), minutes[0].at_ms) == (KEPT_MINUTES, NOON + 5 * MINUTE_MS)


@given(st.lists(st.integers(-200_000, 200_000), max_size=30))
def test_minutes_stay_in_order_whatever_our_clock_does_and_nothing_is_lost(steps):
    state, now_ms = RoomState(), NOON
    for number, step in enumerate(steps):
        now_ms += step
        state.apply(comment(number + 1), now_ms)
    times = [one.at_ms for one in state.timeline.minutes]
    assert times == sorted(set(times))
    assert all(at_ms % MINUTE_MS == 0 and at_ms <= now_ms for at_ms in times)
    assert sum(one.comments for one in state.timeline.minutes) == len(steps)
