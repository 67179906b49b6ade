"""What the window must hold: the bars, and whether they are held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Figures = Mapping[str, Any]


class Bar(NamedTuple):
    """A figure that may not be larger than `most`."""

    most: float
    figure: Callable[[Figures], float]


BARS: Mapping[str, Bar] = {
    "CPU at 330/s, × a text box": Bar(1.0, lambda found: found["rates"]["330"]["cpu_ratio"]),
    "hidden, share of a core": Bar(0.04, lambda found: found["hidden_cpu_share"]),
    "frame gap at 1,000/s, p99 ms": Bar(17, lambda found: found["rates"]["1000"]["frame_gap_ms"]["p99"]),
    "frame gap at 5,000/s, p99 ms": Bar(22, lambda found: found["rates"]["5000"]["frame_gap_ms"]["p99"]),
    "socket to pixel at 330/s, p95 ms": Bar(
        45, lambda found: found["rates"]["330"]["socket_to_pixel_ms"]["p95"]
    ),
    "the same with a filter and three panes popped out": Bar(
        45, lambda found: found["apart"]["socket_to_pixel_ms"]["p95"]
    ),
    "frame gap then, p99 ms": Bar(17, lambda found: found["apart"]["frame_gap_ms"]["p99"]),
    "start, × an empty window": Bar(3.0, lambda found: found["start_ratio"]),
    "resize, p95 ms": Bar(16, lambda found: found["resize_ms"]["p95"]),
    "find in 100,000 rows, ms": Bar(100, lambda found: found["find_ms"]["max"]),
    "frame gap while 50 pictures come, max ms": Bar(17, lambda found: found["pictures_gap_ms"]["max"]),
    "tick of 200,000 people beyond one of 100, ms": Bar(
        2.0, lambda found: found["leaderboard_tick_ms"]["200000"] - found["leaderboard_tick_ms"]["100"]
    ),
    "memory from 100,000 to 2,000,000 events, MB": Bar(
        10.0, lambda found: found["memory_mb"]["2000000"] - found["memory_mb"]["100000"]
    ),
}


def compare_with_bars(found: Figures) -> dict[str, dict[str, Any]]:
    """Every bar whose figure was measured, with what was measured and whether it is held."""
    told: dict[str, dict[str, Any]] = {}
    for name, bar in BARS.items():
        try:
            value = round(bar.figure(found), 3)
        except KeyError:  # that part was not measured
            continue
        told[name] = {"most": bar.most, "measured": value, "holds": value <= bar.most}
    return told
