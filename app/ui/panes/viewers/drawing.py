"""What of a frame the graph shows."""

from __future__ import annotations

from typing import NamedTuple

from app.state.timeline import Minute
from app.ui.panes.viewers.marks import Mark, list_marks
from app.ui.panes.viewers.source import ViewersFrame
from app.ui.series import Samples, list_recent, thin_out


class Drawing(NamedTuple):
    """What is drawn.

    Attributes:
        samples: of the span, at most 1,000.
        span_ms: how long before now it begins; 0 for all.
        peak: of the whole stream.
    """

    samples: Samples
    now_ms: int
    span_ms: int
    peak: int = 0
    marks: tuple[Mark, ...] = ()
    minutes: tuple[Minute, ...] = ()


def choose_drawing(frame: ViewersFrame, span_ms: int, least_diamonds: int) -> Drawing:
    """What of a frame is drawn for a span of time, with gifts of at least so many diamonds."""
    samples = thin_out(list_recent(frame.samples, frame.now_ms, span_ms))
    marks = tuple(list_marks(frame, least_diamonds))
    return Drawing(samples, frame.now_ms, span_ms, frame.peak, marks, frame.minutes)
