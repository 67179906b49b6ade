"""Arithmetic on the viewers' samples: what part to draw, and how it moves. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.frames import Samples

TREND_MS = 60_000
MOST_POINTS = 1_000


def trend(samples: Samples, now_ms: int) -> int:
    """How many viewers more or fewer than a minute ago; 0 across a gap or before a minute is known."""
    latest: int | None = None
    for at_ms, count in reversed(samples):
        if count is None:
            return 0
        latest = count if latest is None else latest
        if now_ms - at_ms >= TREND_MS:
            return latest - count
    return 0


def recent(samples: Samples, now_ms: int, span_ms: int) -> Samples:
    """The samples of the last `span_ms`; all of them for a span of 0."""
    if not span_ms:
        return samples
    start = next((i for i, (at_ms, _) in enumerate(samples) if at_ms >= now_ms - span_ms), len(samples))
    return samples[start:]


def thinned(samples: Samples, most: int = MOST_POINTS) -> Samples:
    """At most `most` points. Of neighbours the highest stays, a gap stays a gap, and the peak stays."""
    if len(samples) <= most:
        return samples
    peak = max(samples, key=lambda sample: -1 if sample[1] is None else sample[1])
    step = -(-len(samples) // (most - 1))
    parts = (samples[at : at + step] for at in range(0, len(samples), step))
    return tuple(sample for part in parts for sample in _strongest(part, peak))


def _strongest(part: Samples, peak: tuple[int, int | None]) -> Samples:
    """What stands for neighbours: one sample, but beside a gap also the peak of all."""
    best = max(part, key=lambda sample: float("inf") if sample[1] is None else sample[1])
    return (
        (best,) if peak not in part else tuple(sample for sample in part if sample is best or sample is peak)
    )


def segments(samples: Samples) -> list[tuple[list[float], list[int]]]:
    """The unbroken parts as (seconds since 1970, counts): a gap is drawn as a gap, never bridged."""
    parts: list[tuple[list[float], list[int]]] = [([], [])]
    for at_ms, count in samples:
        if count is None:
            parts.append(([], []))
            continue
        parts[-1][0].append(at_ms / 1000)
        parts[-1][1].append(count)
    return [part for part in parts if part[0]]


def peak_of(samples: Samples) -> tuple[float, int] | None:
    """Where the most people watched, as (seconds since 1970, count); the first of equals."""
    known = [(at_ms, count) for at_ms, count in samples if count is not None]
    if not known:
        return None
    at_ms, count = max(known, key=lambda sample: (sample[1], -sample[0]))
    return at_ms / 1000, count
