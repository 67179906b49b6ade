"""The line of viewers over time. With its tint the only module that imports pyqtgraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QPicture
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.figures import compact, group_digits
from app.ui.look import current, enlarge, make_font, set_gaps
from app.ui.painting import kept_state
from app.ui.panes.viewers.tint import Tint
from app.words import show
from app.words import viewers as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem

    from app.ui.series import Samples

HEADROOM = 1.28
LEAST_TOP = 10
AXIS_PX, DOT_PX, LINE_PX = 52, 9, 2
PEAK_PX = 30  # what the peak's number takes above the line
MOST_SHARE = 0.5


class PlainAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis that is drawn at once: played from a recording, each paint looks its font up anew."""

    picture: Any
    _specs: Any = None

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None) -> None:
        """Draw lines and numbers, placed anew when the axis has changed: that takes its picture away."""
        with kept_state(painter):
            painter.setFont(self.style["tickFont"])
            if self.picture is None:
                self._specs, self.picture = self.generateDrawSpecs(painter), QPicture()
            if self._specs is not None:
                self.drawPicture(painter, *self._specs)


class TimeAxis(PlainAxis, pg.DateAxisItem):  # type: ignore[misc]
    """Times of day."""


class CountAxis(PlainAxis):
    """Whole numbers of viewers, grouped."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802, ARG002
        """No half viewers."""
        return [compact(round(value)) if float(value).is_integer() else "" for value in values]


class ViewerGraph(QWidget):
    """Draws samples: y from 0, gaps as gaps, the peak marked with its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = _plot()
        self.tint, self.curve = Tint(), _line()
        self.peak, self.peak_text = pg.ScatterPlotItem(), pg.TextItem(anchor=(1.0, 1.05))
        for item in (self.tint, self.curve, self.peak, self.peak_text):
            self.plot.addItem(item)
        column = QVBoxLayout(self)
        set_gaps(column, 0, 8, 0, 12, 0)
        column.addWidget(self.plot)
        self.setAccessibleName(show(words.OVER_TIME))
        self._best = 0
        self.plot.getViewBox().sigResized.connect(self._set_height)
        self.redress()

    def redress(self) -> None:
        """Take colours and sizes of now."""
        colours, sizes = current().colours, current().sizes
        self.plot.setBackground(colours.card)
        for axis in map(self.plot.getAxis, ("left", "bottom")):
            axis.setTickFont(make_font(sizes.tiny))
            axis.setTextPen(colours.muted)
            axis.setPen(colours.edge)
        self.plot.getAxis("left").setWidth(enlarge(AXIS_PX))
        self.curve.setPen(_pen(colours.us))
        self.peak.setSize(enlarge(DOT_PX))
        self.peak.setPen(pg.mkPen(colours.card, width=enlarge(LINE_PX)))
        self.peak.setBrush(pg.mkBrush(colours.them))
        self.peak_text.setColor(colours.text)
        self.peak_text.setFont(make_font(sizes.caption, bold=True))
        self.tint.update()
        self._set_height()

    def present(self, samples: Samples, now_ms: int, span_ms: int, *, peak: int = 0) -> None:
        """Draw samples of at most `span_ms` before now, 0 for all; mark the stream's peak if it is in."""
        times = np.array([at_ms / 1000 for at_ms, _ in samples])
        counts = np.array([np.nan if count is None else count for _, count in samples], dtype=float)
        self.curve.setData(times, counts)
        self.tint.present(times, counts)
        best = int(np.nanmax(counts)) if np.isfinite(counts).any() else 0
        start, end = self._set_ranges(times, best, now_ms, span_ms)
        at = times[int(np.nanargmax(counts))] if best and best >= peak else None
        self._mark_peak(at, best, 0.0 if at is None else (at - start) / (end - start))

    def _mark_peak(self, at_s: float | None, best: int, share: float) -> None:
        """A dot and its number, which stays inside: it begins at the left edge and ends at the right one."""
        self.peak.setVisible(at_s is not None)
        self.peak_text.setVisible(at_s is not None)
        if at_s is None:
            return
        self.peak.setData([at_s], [best])
        self.peak_text.setText(group_digits(best))
        self.peak_text.setPos(at_s, best)
        self.peak_text.setAnchor((min(1.0, max(0.0, share)), 1.05))

    def _set_ranges(self, times: np.ndarray, best: int, now_ms: int, span_ms: int) -> tuple[float, float]:
        """The time axis ends now. A stream younger than the span uses the whole width. Seconds since 1970."""
        first = float(times[0]) if len(times) else now_ms / 1000 - 60
        start = min(max(first, now_ms / 1000 - span_ms / 1000) if span_ms else first, now_ms / 1000 - 60)
        self.plot.setXRange(start, now_ms / 1000, padding=0)
        self._best = best
        self._set_height()
        return start, now_ms / 1000

    def _set_height(self) -> None:
        """From 0 to above the peak, with room for its number unless the graph is very low."""
        height = self.plot.getViewBox().height()
        peak_px = enlarge(PEAK_PX)
        self.peak_text.setOpacity(1.0 if height >= 2 * peak_px else 0.0)  # lower, the number would be cut
        share = min(MOST_SHARE, peak_px / max(1.0, height))
        self.plot.setYRange(0, max(LEAST_TOP, self._best) * max(HEADROOM, 1 / (1 - share)), padding=0)


def _line() -> pg.PlotCurveItem:
    """One item; its gaps are points that are no number. As one stroke a jagged line takes far longer."""
    line = pg.PlotCurveItem(antialias=True, connect="finite")
    line.setSegmentedLineMode("on")
    return line


def _pen(colour: str) -> QPen:
    pen: QPen = pg.mkPen(colour, width=enlarge(LINE_PX))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # longer pieces would overlap and thicken the line
    return pen


def _plot() -> pg.PlotWidget:
    """A plot that shows and does nothing else: no menu, no dragging, no buttons."""
    bottom = TimeAxis(orientation="bottom")
    left = CountAxis(orientation="left")
    plot = pg.PlotWidget(enableMenu=False, axisItems={"left": left, "bottom": bottom})
    for axis in (left, bottom):
        axis.setStyle(tickLength=0)
    plot.showGrid(x=False, y=True, alpha=0.25)
    plot.setMouseEnabled(x=False, y=False)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setFrameShape(plot.Shape.NoFrame)
    plot.setMinimumSize(1, 1)  # the numbers above it come first
    return plot
