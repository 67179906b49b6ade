"""Sums up what was measured."""

from __future__ import annotations

from collections.abc import Sequence

SHARES = {"p50": 0.50, "p95": 0.95, "p99": 0.99, "max": 1.0}


def compute_spread_ms(values_ns: Sequence[int]) -> dict[str, float]:
    """Median, 95th and 99th percentile and maximum, in ms; empty without values."""
    ordered = sorted(values_ns)
    if not ordered:
        return {}
    last = len(ordered) - 1
    return {name: round(ordered[round(last * share)] / 1e6, 2) for name, share in SHARES.items()}
