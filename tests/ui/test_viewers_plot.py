"""The axes and the tint of the graph: what stands where."""

import time
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.timeline import MINUTE_MS
from app.ui.panes.viewers.scale import TimeScale, measure_counts
from app.ui.panes.viewers.ticks import (
    HOUR_MS,
    TIME_STEPS_MS,
    find_count_step,
    find_time_step_ms,
    list_counts,
    list_times,
    write_tick,
)
from tests.ui.rooms import NOON

DAY_MS = 24 * HOUR_MS
SCALE = TimeScale(0, 1_000, 0, 100)


@given(st.floats(1, 1e12), st.integers(-3, 40))
def test_there_are_never_more_counts_than_have_room_and_always_one(top, most):
    step = find_count_step(top, most)
    counts = list_counts(top, step)
    assert len(counts) <= max(1, most)
    assert str(step).rstrip("0") in {"1", "2", "5"}
    assert all(0 < count <= top for count in counts)


@pytest.mark.parametrize(
    ("top", "most", "counts"), [(12.8, 4, [5, 10]), (3_300, 3, [1_000, 2_000, 3_000]), (1, 9, [1])]
)
def test_counts_are_round(top, most, counts):
    assert [*list_counts(top, find_count_step(top, most))] == counts


@given(st.integers(1, 400 * DAY_MS), st.integers(-3, 40))
def test_times_are_whole_steps_of_the_local_clock_and_have_room(span_ms, most):
    step_ms = find_time_step_ms(span_ms, most)
    times = [*list_times(NOON - span_ms, NOON, step_ms)]
    assert len(times) <= max(1, most) + 1
    assert all(NOON - span_ms <= at_ms <= NOON for at_ms in times)
    assert all(other - one == step_ms for one, other in pairwise(times))
    assert step_ms in TIME_STEPS_MS or step_ms % DAY_MS == 0


@pytest.fixture
def live_in(monkeypatch):
    """Has the local clock be that of a zone."""

    def move(zone):
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kolkata", "America/St_Johns"])
def test_hours_are_those_of_the_clock_on_the_wall(live_in, zone):
    live_in(zone)
    assert {write_tick(at_ms, HOUR_MS)[-2:] for at_ms in list_times(NOON - DAY_MS, NOON, HOUR_MS)} == {"00"}


@pytest.mark.parametrize(
    ("night", "hours", "told"),
    [
        (datetime(2024, 3, 31, 1, tzinfo=UTC), 2, "20 22 00 04 06 08"),
        (datetime(2024, 3, 31, 1, tzinfo=UTC), 3, "18 21 00 03 06 09"),
        (datetime(2024, 3, 31, 1, tzinfo=UTC), 1, "23 00 01 03 04 05"),
        (datetime(2024, 10, 27, 1, tzinfo=UTC), 2, "22 00 02 04 06"),
        (datetime(2024, 10, 27, 1, tzinfo=UTC), 1, "00 01 02 02 03 04"),
        (datetime(2024, 10, 27, 1, tzinfo=UTC), 24, "00 00 00 00 00 00"),
    ],
)
def test_the_nights_in_which_clocks_are_moved_have_whole_steps_before_and_after(live_in, night, hours, told):
    live_in("Europe/Berlin")
    moved_ms, step_ms = round(night.timestamp() * 1_000), hours * HOUR_MS
    times = [*list_times(moved_ms - 3 * step_ms, moved_ms + 3 * step_ms - 1, step_ms)]
    assert " ".join(write_tick(at_ms, step_ms)[:2] for at_ms in times) == told
    assert times == sorted(set(times))


def test_seconds_are_said_where_steps_are_shorter_than_a_minute():
    assert len(write_tick(NOON, 30_000)) == len("12:00:30")
    assert len(write_tick(NOON, MINUTE_MS)) == len("12:00")


def test_the_tint_follows_the_line_and_leaves_out_what_is_not_known():
    samples = ((100, 10), (300, 20), (500, None), (700, 0), (900, 40))
    assert [*measure_counts(samples, SCALE, 10)] == [None, 12.5, 17.5, None, None, None, None, 10, 30, None]


@given(
    st.lists(st.tuples(st.integers(0, 1_000), st.one_of(st.none(), st.integers(0, 99)))), st.integers(0, 60)
)
def test_a_column_is_never_higher_than_the_counts_beside_it(samples, columns):
    samples = sorted(samples, key=lambda sample: sample[0])
    known = [count for _, count in samples if count is not None]
    heights = [*measure_counts(samples, SCALE, columns)]
    assert len(heights) == columns
    assert all(min(known) <= height <= max(known) for height in heights if height is not None)
