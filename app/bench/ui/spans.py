"""CPU of the cheapest of some spans: other work on the machine makes some dearer, and none cheaper."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator

SPANS = 3


def measure_spans(count: Callable[[], int], cost_ms: int) -> Generator[int, None, dict[str, float]]:
    """Measure so many ms in spans; gives the ms until it goes on.

    Args:
        count: how many events there were until now.
        cost_ms: of all spans together.

    Returns:
        `cpu_s`, `wall_s` and `events` of the span with the least CPU for an event.
    """
    found = []
    for _ in range(SPANS):
        begin_s, begin_cpu_s, begin = time.monotonic(), time.process_time(), count()
        yield cost_ms // SPANS
        span = {
            "cpu_s": time.process_time() - begin_cpu_s,
            "wall_s": time.monotonic() - begin_s,
            "events": count() - begin,
        }
        found.append(span)
    return min(found, key=lambda span: span["cpu_s"] / span["events"] if span["events"] else float("inf"))
