"""How many people watch, as a line over time."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from app.events import Gap, TopViewer, Viewers
from app.state.facts import StreamStart
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew

Sample: TypeAlias = tuple[int, int | None]
SAMPLE_MS = 5_000  # product.md D4: one sample per 5 s
KEPT_SAMPLES = 20_000


class ViewerSeries(Part):
    """Samples of the concurrent viewers; `None` marks a gap in which nothing is known.

    Attributes:
        now: the newest count.
        total: how many came so far.
        peak: the most there were; the sample of that moment is always among the samples.
        peak_ms: when that was, our clock, ms since 1970; 0 before the first count.
        top: who gave most.
    """

    HIDDEN = frozenset({"_bucket"})

    now: int
    total: int
    peak: int
    peak_ms: int
    top: tuple[TopViewer, ...]
    _samples: list[Sample]
    _bucket: int

    def __init__(self, kept: int = KEPT_SAMPLES) -> None:
        super().__init__()
        self._kept = kept
        self._samples = []
        self._bucket = -1
        self.now = self.total = self.peak = self.peak_ms = 0
        self.top = ()
        self._copy: tuple[Sample, ...] | None = ()  # for all who look until there is another sample

    def present(self, event: Viewers, now_ms: int) -> None:
        """Take a count. Within one bucket of 5 s the latest wins, but the peak stays."""
        before = self._list_figures()
        self._turn_back(now_ms)
        self.now = event.now
        self.total = max(self.total, event.total)
        self.top = event.top or self.top
        higher = event.now > self.peak or not self.peak_ms
        bucket = now_ms // SAMPLE_MS
        if bucket == self._bucket and (higher or self._samples[-1] != (self.peak_ms, self.peak)):
            self._samples.pop()
        if higher:
            self.peak, self.peak_ms = event.now, now_ms
        self._bucket = bucket
        self._append(now_ms, event.now)
        self.revision += before != self._list_figures()

    def break_line(self, at_ms: int) -> None:
        """Nothing is known from here on until the next count."""
        if self._samples and self._samples[-1][1] is not None:
            self._append(max(at_ms, self._samples[-1][0]), None)
            self.revision += 1
        self._bucket = -1

    def list_samples(self) -> tuple[Sample, ...]:
        """(our clock in ms since 1970, viewers) in order of time; the same object until there is another."""
        if self._copy is None:
            self._copy = tuple(self._samples)
        return self._copy

    @property
    def average(self) -> int:
        """Mean of the samples, 0 without any."""
        counts = [count for _, count in self._samples if count is not None]
        return round(sum(counts) / len(counts)) if counts else 0

    def _index(self) -> None:
        self._copy = None if self._samples else ()

    def _list_figures(self) -> tuple[object, ...]:
        """What differs whenever anything does: samples are added at the end, or all moved in time."""
        return (
            self.now,
            self.total,
            self.peak,
            self.peak_ms,
            self.top,
            len(self._samples),
            self._samples[-1:],
        )

    def _break(self, gap: Gap, _now_ms: int) -> Facts:
        self.break_line(gap.from_ms)
        return NOTHING

    def _watch(self, event: Viewers, now_ms: int) -> Facts:
        self.present(event, now_ms)
        return NOTHING

    def _append(self, at_ms: int, count: int | None) -> None:
        self._samples.append((at_ms, count))
        self._copy = None
        if len(self._samples) > self._kept + self._kept // 10:
            self._trim()

    def _trim(self) -> None:
        """Forget the oldest. The peak stays, with a gap behind it: the line must agree with `peak`."""
        del self._samples[: -self._kept]
        if self._samples[0][0] > self.peak_ms:
            self._samples[:0] = [(self.peak_ms, self.peak), (self.peak_ms, None)]

    def _turn_back(self, now_ms: int) -> None:
        """Our clock was set back: what was measured before moves along, so that the line stays in order."""
        if not self._samples or self._samples[-1][0] <= now_ms:
            return
        back_ms = self._samples[-1][0] - now_ms
        self._samples = [(at_ms - back_ms, count) for at_ms, count in self._samples]
        self._copy = None
        self.peak_ms -= back_ms
        self._bucket = -1

    TAKES: ClassVar[Takes] = {Viewers: _watch, Gap: _break, StreamStart: begin_anew}
