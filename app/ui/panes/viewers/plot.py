"""The line of viewers, its tint, axes and peak, painted where they stand.

Why by us rather than by a library for plots: ARCHITECTURE.md, "Dependencies".
"""

from __future__ import annotations

import math
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.figures import compact, group_digits
from app.ui.look import enlarge, find_look, make_font
from app.ui.painting import open_painter
from app.ui.panes.viewers.scale import TimeScale, measure_counts
from app.ui.panes.viewers.ticks import (
    find_count_step,
    find_time_step_ms,
    list_counts,
    list_times,
    write_tick,
)
from app.ui.source import SECOND_MS

if TYPE_CHECKING:
    from app.ui.panes.viewers.drawing import Drawing
    from app.ui.series import Samples

AXIS_PX, DOT_PX, LINE_PX, GAP_PX = 52, 9, 2, 4
PEAK_PX = 30  # what the peak's number takes above the line
HEADROOM, MOST_SHARE = 1.28, 0.5  # of the highest count; of the height
LEAST_TOP, LEAST_SPAN_MS = 10, 60_000
STRONG, WEAK = 70, 10  # opacity of the tint at the highest count and at 0, of 255
GRID = 64  # opacity of the lines behind it
LINES_APART = 1.7  # of their height: how far counts are from each other at least
BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TIMES_APART = 2.5  # of their width
OVERLAP = 0.25  # of a pixel: what covers takes more at each side, else some pixels between two have none


class PlotPlace(NamedTuple):
    """Where the line stands: px, a scale of time, and the count at the upper edge."""

    area: QRectF
    scale: TimeScale
    top: float

    def find_point(self, at_ms: float, count: float) -> QPointF:
        """Where a count at a moment is."""
        return QPointF(self.scale.find_x(at_ms), self.area.bottom() - count / self.top * self.area.height())


class Plot(QWidget):
    """Shows a drawing: y from 0, gaps as gaps, the peak of the stream marked with its number.

    Attributes:
        samples: the points of the line, in order.
        best: the highest count of these.
        peak_ms: when that was, where it is the peak of the stream.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples: Samples = ()
        self.best = 0
        self.peak_ms: int | None = None
        self._span = (0.0, float(LEAST_SPAN_MS))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(1, 1)  # the numbers above it come first

    def present(self, shown: Drawing) -> None:
        """Draw samples of a span of time before now; the peak if it is among them."""
        self.samples = shown.samples
        known = [(count, -at_ms) for at_ms, count in shown.samples if count is not None]
        self.best, begin = max(known, default=(0, 0))
        self.peak_ms = -begin if self.best and self.best >= shown.peak else None
        self._span = _find_span(shown)
        self.update()

    @property
    def place(self) -> PlotPlace:
        """Where the line stands: beside the counts and above the times.

        Its top is above the peak, with room for the number of that unless the plot is very low.
        """
        left, below = enlarge(AXIS_PX), QFontMetricsF(_make_small()).height() + enlarge(GAP_PX)
        area = QRectF(left, 0, max(1.0, self.width() - left), max(1.0, self.height() - below))
        share = min(MOST_SHARE, enlarge(PEAK_PX) / area.height())
        top = max(LEAST_TOP, self.best) * max(HEADROOM, 1 / (1 - share))
        return PlotPlace(area, TimeScale(*self._span, area.left(), area.width()), top)

    def find_peak_area(self, place: PlotPlace) -> QRectF | None:
        """Where the number of the peak stands: it begins at the left edge and ends at the right one."""
        if self.peak_ms is None or place.area.height() < 2 * enlarge(PEAK_PX):  # lower, it would be cut
            return None
        metrics = QFontMetricsF(_make_strong())
        width, height = metrics.horizontalAdvance(group_digits(self.best)), metrics.height()
        point = place.find_point(self.peak_ms, self.best)
        left = point.x() - (point.x() - place.area.left()) / place.area.width() * width
        return QRectF(left, point.y() - enlarge(DOT_PX) / 2 - enlarge(LINE_PX) - height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """The tint first, the lines behind the line over it."""
        colours, place = find_look().colours, self.place
        area = place.area
        with open_painter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.card))
            self._draw_tint(painter, place)
            painter.setFont(_make_small())
            painter.setPen(QColor(colours.muted))
            _draw_counts(painter, place)
            _draw_times(painter, place.scale, self.rect())
            painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), QColor(colours.edge))
            painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), QColor(colours.edge))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_line(painter, place)
            self._draw_peak(painter, place)

    def _draw_tint(self, painter: QPainter, place: PlotPlace) -> None:
        """From the line to 0: the whole is filled and what is above the line covered, column by column.

        A filled path of a jagged line takes a hundred ms: each edge crosses most rows of the screen.
        """
        colours, area, ratio = find_look().colours, place.area, self.devicePixelRatioF()
        upper = place.find_point(0, self.best).y()
        high, unit, wide = area.bottom() - upper, area.height() / place.top, 1 / ratio
        painter.fillRect(QRectF(area.left(), upper, area.width(), high), _make_tint(colours.us, upper, high))
        counts = measure_counts(self.samples, place.scale, math.ceil(area.width() * ratio))
        covers, at = [], 0
        for height, columns in groupby(round((count or 0) * unit * ratio) for count in counts):
            many = sum(1 for _ in columns)
            left, more = area.left() + (at - OVERLAP) * wide, 2 * OVERLAP
            covers.append(QRectF(left, upper - wide, (many + more) * wide, high + (1 - height) * wide))
            at += many
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.card))
        painter.drawRects(covers)

    def _draw_line(self, painter: QPainter, place: PlotPlace) -> None:
        """Piece by piece: as one stroke a jagged line takes far longer. Flat ends, else pieces thicken it."""
        pen = QPen(QColor(find_look().colours.us), enlarge(LINE_PX))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        points = (None if count is None else place.find_point(at_ms, count) for at_ms, count in self.samples)
        painter.drawLines([QLineF(one, other) for one, other in pairwise(points) if one and other])

    def _draw_peak(self, painter: QPainter, place: PlotPlace) -> None:
        """A dot and its number."""
        if self.peak_ms is None:
            return
        colours, radius = find_look().colours, enlarge(DOT_PX) / 2
        painter.setPen(QPen(QColor(colours.card), enlarge(LINE_PX)))
        painter.setBrush(QColor(colours.them))
        painter.drawEllipse(place.find_point(self.peak_ms, self.best), radius, radius)
        if area := self.find_peak_area(place):
            painter.setFont(_make_strong())
            painter.setPen(QColor(colours.text))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, group_digits(self.best))


def _draw_counts(painter: QPainter, place: PlotPlace) -> None:
    """Lines across with their counts beside them."""
    area, high, line = place.area, QFontMetricsF(painter.font()).height(), QColor(find_look().colours.muted)
    line.setAlpha(GRID)
    for count in list_counts(
        place.top, find_count_step(place.top, int(area.height() / (LINES_APART * high)))
    ):
        y = place.find_point(0, count).y()
        painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), line)
        beside = QRectF(0, max(0.0, y - high / 2), area.left() - enlarge(GAP_PX), high)
        painter.drawText(beside, BESIDE, compact(count))


def _draw_times(painter: QPainter, scale: TimeScale, whole: QRect) -> None:
    """Times of day below, those that are there as a whole."""
    metrics = QFontMetricsF(painter.font())
    wide = metrics.horizontalAdvance(write_tick(int(scale.end_ms), SECOND_MS))
    step_ms = find_time_step_ms(scale.end_ms - scale.start_ms, int(scale.width / (TIMES_APART * wide)))
    for at_ms in list_times(scale.start_ms, scale.end_ms, step_ms):
        words = write_tick(at_ms, step_ms)
        half, x = metrics.horizontalAdvance(words) / 2, scale.find_x(at_ms)
        if x - half >= 0 and x + half <= whole.width():
            below = QRectF(x - half, whole.height() - metrics.height(), 2 * half, metrics.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)


def _find_span(shown: Drawing) -> tuple[float, float]:
    """The time axis ends now. A stream younger than the span uses the whole width. Ms since 1970."""
    first = shown.samples[0][0] if shown.samples else shown.now_ms
    begin = max(first, shown.now_ms - shown.span_ms) if shown.span_ms else first
    return float(min(begin, shown.now_ms - LEAST_SPAN_MS)), float(shown.now_ms)


def _make_tint(name: str, top: float, high: float) -> QBrush:
    tint = QLinearGradient(0, top, 0, top + high)
    for at, alpha in ((0.0, STRONG), (1.0, WEAK)):
        colour = QColor(name)
        colour.setAlpha(alpha)
        tint.setColorAt(at, colour)
    return QBrush(tint)


def _make_small() -> QFont:
    return make_font(find_look().sizes.tiny)


def _make_strong() -> QFont:
    return make_font(find_look().sizes.caption, bold=True)
