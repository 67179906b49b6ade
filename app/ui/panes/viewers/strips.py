"""What stands above and below the line of viewers, on the same scale of time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.state.timeline import MINUTE_MS, Minute
from app.ui.icons import draw_icon
from app.ui.look import Role, enlarge, find_look
from app.ui.painting import open_painter
from app.ui.panes.viewers.marks import Kind, Mark, gather_marks, spread, write_lines
from app.ui.panes.viewers.scale import TimeScale, find_step_ms, sum_minutes
from app.ui.text import write_tooltip
from app.words import show
from app.words import viewers as words

STRIP_PX, ICON_PX, SPAN_PX, NEAR_PX = 20, 16, 4, 14
LANE_PX, BAR_PX, GAP_PX = 40, 4, 1
# The icon and the role of the colour of each kind of mark.
LOOKS: dict[Kind, tuple[str, Role]] = {
    "battle": ("flag", "them"),
    "gift": ("gem", "gem"),
    "gap": ("gap", "warn"),
    "reconnect": ("again", "good"),
}


class MarkStrip(QWidget):
    """Shows marks: spans as bars, all with pictures beside each other; the tooltip says what they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: list[Mark] = []
        self._lefts: list[float] = []
        self._scale = TimeScale(0, 1, 0, 1)
        self.setMouseTracking(True)
        self.redress()

    def redress(self) -> None:
        """Take the size of now."""
        self.setFixedHeight(enlarge(STRIP_PX))

    def present(self, marks: Sequence[Mark], scale: TimeScale) -> None:
        """Show those of these marks that lie in the span."""
        near_ms = int(scale.measure_ms(enlarge(NEAR_PX)))
        self.marks = gather_marks(marks, int(scale.start_ms), int(scale.end_ms), near_ms)
        self._scale = scale
        self._place_pictures()
        self.setAccessibleName(show(words.MARKS.fill(count=len(self.marks))))
        self.update()

    def find_marks(self, x: float) -> list[Mark]:
        """The marks at a place, px."""
        side = enlarge(ICON_PX)
        return [
            one
            for one, left in zip(self.marks, self._lefts, strict=True)
            if left <= x <= left + side
            or self._scale.find_x(one.at_ms) <= x <= self._scale.find_x(one.until_ms)
        ]

    def event(self, event: QEvent) -> bool:
        """Say what is under the mouse."""
        if not isinstance(event, QHelpEvent):
            return super().event(event)
        lines = [line for mark in self.find_marks(event.x()) for line in mark.words]
        text = "".join(write_tooltip(line) for line in write_lines(lines))
        QToolTip.showText(event.globalPos(), text, self)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Spans first, so that the pictures stand on them."""
        with open_painter(self) as painter:
            for mark in self.marks:
                if mark.until_ms > mark.at_ms:
                    self._draw_span(painter, mark)
            for mark, left in zip(self.marks, self._lefts, strict=True):
                self._draw_picture(painter, mark, left)

    def _draw_span(self, painter: QPainter, mark: Mark) -> None:
        left, right = self._scale.find_x(mark.at_ms), self._scale.find_x(mark.until_ms)
        thick = enlarge(SPAN_PX)
        colour = QColor(find_look().find_colour(LOOKS[mark.kind][1]))
        painter.fillRect(QRectF(left, self.height() - thick, max(2.0, right - left), thick), colour)

    def _place_pictures(self) -> None:
        """Each in the middle of its span, moved aside where another is."""
        side, find_x = enlarge(ICON_PX), self._scale.find_x
        middles = [(find_x(mark.at_ms) + find_x(mark.until_ms)) / 2 for mark in self.marks]
        order = sorted(range(len(middles)), key=lambda at: middles[at])
        places = spread([middles[at] - side / 2 for at in order], side, self.width())
        self._lefts = [place for _, place in sorted(zip(order, places, strict=True))]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width has other places."""
        super().resizeEvent(event)
        self._place_pictures()

    def _draw_picture(self, painter: QPainter, mark: Mark, left: float) -> None:
        icon, role = LOOKS[mark.kind]
        side = enlarge(ICON_PX)
        picture = draw_icon(icon, find_look().find_colour(role), side, self.devicePixelRatioF())
        painter.drawPixmap(round(left), 0, picture)


class Lane(QWidget):
    """Comments a minute over diamonds a minute, each as high as its own most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: list[Minute] = []
        self._scale, self._step_ms = TimeScale(0, 1, 0, 1), MINUTE_MS
        self.setMouseTracking(True)
        self.setAccessibleName(show(words.BY_MINUTE))
        self.setToolTip(write_tooltip(show(words.BY_MINUTE)))
        self.redress()

    def redress(self) -> None:
        """Take the size of now."""
        self.setFixedHeight(enlarge(LANE_PX))

    def present(self, minutes: Sequence[Minute], scale: TimeScale) -> None:
        """Show what of these minutes lies in the span."""
        self._scale, self._step_ms = scale, find_step_ms(scale, enlarge(BAR_PX))
        self.bars = list(sum_minutes(minutes, scale, self._step_ms))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Two rows of bars, each with its picture before it."""
        colours, half = find_look().colours, self.height() / 2
        rows = (
            (0.0, "emote", colours.us, [bar.comments for bar in self.bars]),
            (half, "gem", colours.gem, [bar.diamonds for bar in self.bars]),
        )
        with open_painter(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            for top, icon, colour, heights in rows:
                side = round(half) - 2 * GAP_PX
                picture = draw_icon(icon, colours.muted, side, self.devicePixelRatioF())
                painter.drawPixmap(round(self._scale.left) - side - 2 * GAP_PX, round(top) + GAP_PX, picture)
                self._draw_bars(painter, QRectF(0, top + GAP_PX, 0, half - 2 * GAP_PX), colour, heights)

    def _draw_bars(self, painter: QPainter, row: QRectF, colour: str, heights: list[int]) -> None:
        most, step_ms = max(heights, default=0), self._step_ms
        for bar, height in zip(self.bars, heights, strict=True):
            left, right = self._scale.find_x(bar.at_ms), self._scale.find_x(bar.at_ms + step_ms)
            high = row.height() * height / most if most else 0.0
            area = QRectF(left, row.bottom() - high, max(1.0, right - left - GAP_PX), high)
            painter.fillRect(area, QColor(colour))
