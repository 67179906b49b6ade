"""How many people watch, as a line over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.events import TopViewer, Viewers

SAMPLE_MS = 5_000  # product.md D4: one sample per 5 s
KEPT_SAMPLES = 20_000


class ViewerSeries:
    """Samples of the concurrent viewers; `None` marks a gap in which nothing is known."""

    def __init__(self, kept: int = KEPT_SAMPLES) -> None:
        self._kept = kept
        self._samples: list[tuple[int, int | None]] = []
        self._bucket = -1
        self.now = 0
        self.total = 0
        self.peak = 0
        self.top: tuple[TopViewer, ...] = ()
        self.revision = 0

    def present(self, event: Viewers, now_ms: int) -> None:
        """Take a count. Within one bucket of 5 s the latest wins."""
        self.now = event.now
        self.total = max(self.total, event.total)
        self.peak = max(self.peak, event.now)
        self.top = event.top or self.top
        bucket = now_ms // SAMPLE_MS
        if bucket == self._bucket:
            self._samples.pop()
        self._bucket = bucket
        self._append(now_ms, event.now)

    def break_line(self, at_ms: int) -> None:
        """Nothing is known from here on until the next count."""
        if self._samples and self._samples[-1][1] is not None:
            self._append(at_ms, None)
        self._bucket = -1

    def samples(self) -> tuple[tuple[int, int | None], ...]:
        """(our clock in ms since 1970, viewers) in order of time."""
        return tuple(self._samples)

    @property
    def average(self) -> int:
        """Mean of the samples, 0 without any."""
        counts = [count for _, count in self._samples if count is not None]
        return round(sum(counts) / len(counts)) if counts else 0

    def clear(self) -> None:
        """Start a new stream."""
        self._samples.clear()
        self._bucket = -1
        self.now = self.total = self.peak = 0
        self.top = ()
        self.revision += 1

    def _append(self, at_ms: int, count: int | None) -> None:
        self._samples.append((at_ms, count))
        if len(self._samples) > self._kept + self._kept // 10:
            del self._samples[: -self._kept]
        self.revision += 1
