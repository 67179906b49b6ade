"""Arithmetic on the viewers' samples: what part to draw, and how it moves. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import TypeAlias

Samples: TypeAlias = "tuple[tuple[int, int | None], ...]"
TREND_MS = 60_000
MOST_POINTS = 1_000
GAP = float("inf")  # goes before every count: a gap is never thinned away


def measure_trend(samples: Samples, now_ms: int) -> int:
    """How many viewers more or fewer than a minute ago; 0 across a gap or before a minute is known."""
    latest: int | None = None
    for at_ms, count in reversed(samples):
        if count is None:
            return 0
        latest = count if latest is None else latest
        if now_ms - at_ms >= TREND_MS:
            return latest - count
    return 0


def list_recent(samples: Samples, now_ms: int, span_ms: int) -> Samples:
    """The samples of the last `span_ms`; all of them for a span of 0."""
    if not span_ms:
        return samples
    return samples[bisect_left(samples, now_ms - span_ms, key=_find_time) :]


def thin_out(samples: Samples, most: int = MOST_POINTS) -> Samples:
    """At most `most` points. Of neighbours the highest stays, a gap stays a gap, and the peak stays."""
    if len(samples) <= most:
        return samples
    heights = [GAP if count is None else count for _, count in samples]
    step = -(-len(samples) // (most - 1))
    parts = [slice(at, at + step) for at in range(0, len(heights), step)]
    kept = [_find_strongest(heights, part) for part in parts]
    beside_gaps = [
        _find_highest(heights, part) for at, part in zip(kept, parts, strict=True) if heights[at] == GAP
    ]
    peak = max((*kept, *beside_gaps), key=lambda at: (heights[at] != GAP, heights[at], -at))
    return tuple(samples[at] for at in sorted({*kept, peak}))


def _find_strongest(heights: list[float], part: slice) -> int:
    """What stands for neighbours: a gap, else the first of the highest."""
    return heights.index(max(heights[part]), part.start)


def _find_highest(heights: list[float], part: slice) -> int:
    """The first of the highest that is no gap; a gap where nothing else is."""
    known = [height for height in heights[part] if height != GAP]
    return heights.index(max(known, default=GAP), part.start)


def _find_time(sample: tuple[int, int | None]) -> int:
    return sample[0]
