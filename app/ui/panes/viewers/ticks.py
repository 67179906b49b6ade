"""Where the axes of the graph have lines and numbers. Pure."""

from __future__ import annotations

import time
from collections.abc import Iterator

from app.events.describe.local_time import write_clock_time
from app.state.timeline import MINUTE_MS
from app.ui.source import SECOND_MS

HOUR_MS = 60 * MINUTE_MS
TIME_STEPS_MS = (
    *(seconds * SECOND_MS for seconds in (5, 10, 15, 30)),
    *(minutes * MINUTE_MS for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * HOUR_MS for hours in (1, 2, 3, 6, 12, 24)),
)
COUNT_STEPS = (1, 2, 5)  # and ten times those, and so on


def find_time_step_ms(span_ms: float, most: int) -> int:
    """The shortest usual step of a clock that a span has at most so many of; of days, as many as it takes."""
    for step_ms in TIME_STEPS_MS:
        if span_ms <= step_ms * max(1, most):
            return step_ms
    return TIME_STEPS_MS[-1] * -(-int(span_ms) // (TIME_STEPS_MS[-1] * max(1, most)))


def list_times(start_ms: float, end_ms: float, step_ms: int) -> Iterator[int]:
    """Moments of a span that are whole steps of the local clock, ms since 1970.

    Where that was moved by less than a step, as in the nights of spring and autumn, so are those before.
    """
    ahead_ms = _measure_ahead_ms(end_ms)
    first_ms = int(start_ms) - step_ms
    for whole_ms in range(
        -(-(first_ms + ahead_ms) // step_ms) * step_ms, int(end_ms) + ahead_ms + 1, step_ms
    ):
        at_ms = whole_ms - ahead_ms
        moved_ms = ahead_ms - _measure_ahead_ms(at_ms)
        at_ms += moved_ms if abs(moved_ms) < step_ms else 0
        if at_ms >= start_ms and (at_ms + _measure_ahead_ms(at_ms)) % step_ms == 0:
            yield at_ms


def _measure_ahead_ms(at_ms: float) -> int:
    """How far the local clock is ahead of that of Greenwich."""
    return time.localtime(at_ms / SECOND_MS).tm_gmtoff * SECOND_MS


def write_tick(at_ms: int, step_ms: int) -> str:
    """The local time of a tick, with seconds where steps are shorter than a minute."""
    return write_clock_time(at_ms, "%H:%M:%S" if step_ms < MINUTE_MS else "%H:%M")


def find_count_step(top: float, most: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50 … that is at most so many times in `top`."""
    scale = 1
    while True:
        for step in COUNT_STEPS:
            if top < (max(1, most) + 1) * step * scale:
                return step * scale
        scale *= 10


def list_counts(top: float, step: int) -> range:
    """The steps above 0 up to `top`."""
    return range(step, int(top) + 1, step)
