"""Where a moment stands on the width of the graph, and what is known of it. Pure."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.state.timeline import MINUTE_MS, Minute

if TYPE_CHECKING:
    from app.ui.series import Samples


class TimeScale(NamedTuple):
    """A span of time, and its place on the screen.

    Attributes:
        start_ms, end_ms: our clock, ms since 1970; the end is later.
        left, width: px.
    """

    start_ms: float
    end_ms: float
    left: float
    width: float

    def find_x(self, at_ms: float) -> float:
        """Where a moment is, within the span."""
        share = (at_ms - self.start_ms) / (self.end_ms - self.start_ms)
        return self.left + min(1.0, max(0.0, share)) * self.width

    def find_ms(self, x: float) -> float:
        """Which moment is there, within the span."""
        share = min(1.0, max(0.0, (x - self.left) / max(1.0, self.width)))
        return self.start_ms + share * (self.end_ms - self.start_ms)

    def measure_ms(self, pixels: float) -> float:
        """How much time so many px are."""
        return pixels * (self.end_ms - self.start_ms) / max(1.0, self.width)


class KnownMoment(NamedTuple):
    """What is known of a moment.

    Attributes:
        at_ms: of the count that is shown.
        watching: how many; None where nothing is known.
        minute: what came in the minute of it; None while that goes on.
    """

    at_ms: int
    watching: int | None
    minute: Minute | None


def read_moment(
    samples: Samples, minutes: Sequence[Minute], at_ms: float, now_ms: float
) -> KnownMoment | None:
    """The last count before a moment, or the first there is; None without any."""
    if not samples:
        return None
    at = max(0, bisect_right(samples, at_ms, key=lambda sample: sample[0]) - 1)
    moment, count = samples[at]
    begin = moment - moment % MINUTE_MS
    found = bisect_left(minutes, begin, key=lambda minute: minute.at_ms)
    is_there = found < len(minutes) and minutes[found].at_ms == begin
    quiet = Minute(begin) if begin + MINUTE_MS <= now_ms else None
    return KnownMoment(moment, count, minutes[found] if is_there else quiet)


def step_sample(samples: Samples, at_ms: float, steps: int) -> int:
    """The moment of the sample that is so many after the one at `at_ms`, within what there is."""
    at = bisect_right(samples, at_ms, key=lambda sample: sample[0]) - 1
    return samples[min(max(0, at + steps), len(samples) - 1)][0]


def measure_counts(samples: Samples, scale: TimeScale, columns: int) -> Iterator[float | None]:
    """The count in the middle of each of so many columns, on the line between two samples.

    None where one of them is not known, before the first and after the last.
    """
    at, step_ms = -1, (scale.end_ms - scale.start_ms) / max(1, columns)
    for column in range(columns):
        at_ms = scale.start_ms + (column + 0.5) * step_ms
        while at + 1 < len(samples) and samples[at + 1][0] <= at_ms:
            at += 1
        if not 0 <= at < len(samples) - 1:
            yield None
            continue
        (begin_ms, begin), (end_ms, end) = samples[at], samples[at + 1]
        if begin is None or end is None:
            yield None
        else:
            yield begin + (end - begin) * (at_ms - begin_ms) / max(1, end_ms - begin_ms)


def find_step_ms(scale: TimeScale, least_px: float) -> int:
    """The fewest whole minutes that are at least so wide, in ms."""
    return max(1, math.ceil(scale.measure_ms(least_px) / MINUTE_MS)) * MINUTE_MS


def sum_minutes(minutes: Sequence[Minute], scale: TimeScale, step_ms: int) -> Iterator[Minute]:
    """What came in a span by steps of whole minutes, as a mean a minute, rounded up."""
    first = scale.start_ms - scale.start_ms % step_ms
    sums: dict[int, tuple[int, int]] = {}
    for minute in minutes[bisect_left(minutes, first, key=lambda one: one.at_ms) :]:
        at_ms = minute.at_ms - minute.at_ms % step_ms
        comments, diamonds = sums.get(at_ms, (0, 0))
        sums[at_ms] = comments + minute.comments, diamonds + minute.diamonds
    count = step_ms // MINUTE_MS
    for at_ms, (comments, diamonds) in sums.items():
        yield Minute(at_ms, -(-comments // count), -(-diamonds // count))
