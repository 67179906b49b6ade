"""The line of viewers over time. With its tint and axes the only module that imports pyqtgraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.figures import group_digits
from app.ui.look import enlarge, find_look, make_font, set_gaps
from app.ui.panes.viewers.crosshair import Crosshair
from app.ui.panes.viewers.marks import write_reading
from app.ui.panes.viewers.plot import Plot
from app.ui.panes.viewers.scale import TimeScale, read_moment, step_sample
from app.ui.panes.viewers.strips import Lane, MarkStrip
from app.ui.panes.viewers.tint import Tint
from app.words import show
from app.words import viewers as words

if TYPE_CHECKING:
    from app.ui.panes.viewers.drawing import Drawing

HEADROOM = 1.28
LEAST_TOP = 10
AXIS_PX, DOT_PX, LINE_PX = 52, 9, 2
PEAK_PX = 30  # what the peak's number takes above the line
MOST_SHARE = 0.5
MARKED_PX, LANED_PX = 110, 170  # the height from which marks have room, and minutes
FAR = 10
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class ViewerGraph(QWidget):
    """Draws samples: y from 0, gaps as gaps, the peak marked with its number; marks above, minutes below.

    Attributes:
        strip: battles, big gifts, spans without a connection, reconnects.
        lane: comments and diamonds by the minute.
        hair: what is known where the mouse is, or the arrow keys are.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot()
        self.tint, self.curve = Tint(), _make_line()
        self.peak, self.peak_text = pg.ScatterPlotItem(), pg.TextItem(anchor=(1.0, 1.05))
        for item in (self.tint, self.curve, self.peak, self.peak_text):
            self.plot.addItem(item)
        self.strip, self.lane, self.hair = MarkStrip(), Lane(), Crosshair(self)
        self.setAccessibleName(show(words.OVER_TIME))
        self.setAccessibleDescription(show(words.READ_LINE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._best = 0
        self._shown: Drawing | None = None
        self._read_ms = 0
        self._lay_out()
        self.redress()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        set_gaps(column, 0, 8, 0, 12, 0)
        for part in (self.strip, self.plot, self.lane):
            column.addWidget(part, part is self.plot)
        self.plot.getViewBox().sigResized.connect(self._take_size)
        for part in (self.strip, self.plot.viewport(), self.lane):
            part.setMouseTracking(True)
            part.installEventFilter(self)

    def redress(self) -> None:
        """Take colours and sizes of now."""
        colours, sizes = find_look().colours, find_look().sizes
        self.plot.setBackground(colours.card)
        for axis in map(self.plot.getAxis, ("left", "bottom")):
            axis.setTickFont(make_font(sizes.tiny))
            axis.setTextPen(colours.muted)
            axis.setPen(colours.edge)
        self.plot.getAxis("left").setWidth(enlarge(AXIS_PX))
        self.curve.setPen(_make_pen(colours.us))
        self.peak.setSize(enlarge(DOT_PX))
        self.peak.setPen(pg.mkPen(colours.card, width=enlarge(LINE_PX)))
        self.peak.setBrush(pg.mkBrush(colours.them))
        self.peak_text.setColor(colours.text)
        self.peak_text.setFont(make_font(sizes.caption, bold=True))
        self.tint.update()
        self._set_height()
        self._fit_strips()

    def present(self, shown: Drawing) -> None:
        """Draw samples of a span of time before now; mark the stream's peak if it is in."""
        self._shown = shown
        samples = shown.samples
        times = np.array([at_ms / 1000 for at_ms, _ in samples])
        counts = np.array([np.nan if count is None else count for _, count in samples], dtype=float)
        self.curve.setData(times, counts)
        self.tint.present(times, counts)
        best = int(np.nanmax(counts)) if np.isfinite(counts).any() else 0
        start, end = self._set_ranges(times, best, shown.now_ms, shown.span_ms)
        at = times[int(np.nanargmax(counts))] if best and best >= shown.peak else None
        self._mark_peak(at, best, 0.0 if at is None else (at - start) / (end - start))
        self._present_strips()

    @property
    def scale(self) -> TimeScale:
        """The span that is shown, and its place on the screen."""
        box = self.plot.getViewBox()
        (start, end), _ = box.viewRange()
        area = box.sceneBoundingRect()
        return TimeScale(start * 1000, end * 1000, area.left(), max(1.0, area.width()))

    def _present_strips(self) -> None:
        if self._shown is not None:
            self.strip.present(self._shown.marks, self.scale)
            self.lane.present(self._shown.minutes, self.scale)
            if not self.hair.isHidden():
                self.read(self._read_ms)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What is low has the line alone."""
        super().resizeEvent(event)
        self._fit_strips()
        self.hair.setGeometry(self.rect())

    def _take_size(self) -> None:
        """The line has another place: marks and bars stand on it still."""
        self._set_height()
        self._present_strips()

    def _fit_strips(self) -> None:
        self.strip.setHidden(self.height() < enlarge(MARKED_PX))
        self.lane.setHidden(self.height() < enlarge(LANED_PX))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Read the line where the mouse is."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            shown = self._shown
            if shown is not None and shown.samples:
                self.read(self.scale.find_ms(event.position().x()))
        elif event.type() == QEvent.Type.Leave and not self.hasFocus():
            self.hair.hide()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrow keys go along the line, with Shift ten times as far; Home and End to its ends."""
        steps = STEPS.get(Qt.Key(event.key()))
        shown = self._shown
        if steps is None or shown is None or not shown.samples:
            super().keyPressEvent(event)
            return
        is_far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.read(step_sample(shown.samples, self._read_ms, steps * (FAR if is_far else 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Begin with the newest count."""
        super().focusInEvent(event)
        if self._shown is not None and self._shown.samples:
            self.read(self._shown.samples[-1][0])

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Read no more."""
        super().focusOutEvent(event)
        self.hair.hide()

    def read(self, at_ms: float) -> None:
        """Say what is known of a moment."""
        shown = self._shown
        reading = read_moment(shown.samples, shown.minutes, at_ms, shown.now_ms) if shown else None
        if reading is None:
            self.hair.hide()
            return
        self._read_ms = reading.at_ms
        lines = write_reading(reading)
        self.setAccessibleDescription(" ".join(lines))
        self.hair.point(self.plot.x() + self.scale.find_x(reading.at_ms), *lines)

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
        self.plot.viewport().update()


def _make_line() -> pg.PlotCurveItem:
    """One item; its gaps are points that are no number. As one stroke a jagged line takes far longer."""
    line = pg.PlotCurveItem(antialias=True, connect="finite")
    line.setSegmentedLineMode("on")
    return line


def _make_pen(colour: str) -> QPen:
    pen: QPen = pg.mkPen(colour, width=enlarge(LINE_PX))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # longer pieces would overlap and thicken the line
    return pen
