"""The chat's scroll bar, with marks where something was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollBar

from app.ui.look import enlarge, find_look
from app.ui.painting import open_painter

MARK = 2
FINEST = 2_000  # places that can be told apart
LEAST, EDGE, SIDE, RADIUS = 32, 2, 3, 3  # px of the handle, as those of other bars in the style sheet


class MarkedBar(QScrollBar):
    """Shows where on the whole way the view and hits are.

    It draws itself, on a ground of its own: rows that come move its handle 20 times a second, and Qt's style
    would draw all that lies beneath it each time, up to the window.

    Attributes:
        is_held: it is drawn later.
    """

    def __init__(self) -> None:
        super().__init__()
        self._marks: set[int] = set()
        self.is_held = False
        self._drawn: tuple[int, int] | None = None  # place of the handle

    def mark(self, places: Sequence[int], count: int) -> None:
        """Put marks at these places, of so many on the whole way."""
        last = max(1, count - 1)
        marks = {place * FINEST // last for place in places}
        if marks != self._marks:
            self._marks = marks
            self.update()

    def event(self, event: QEvent) -> bool:
        """A style sheet takes bars for transparent when it dresses them."""
        done = super().event(event)
        if event.type() in {QEvent.Type.Polish, QEvent.Type.StyleChange}:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        return done

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:  # noqa: N802
        """Nothing is drawn where the handle stays: at the end of a long chat it does."""
        if not self.is_held and self._drawn != self._find_handle():
            super().sliderChange(change)

    def hold(self, *, is_held: bool) -> None:
        """While rows come and go the handle goes to and fro: it is drawn where it stands in the end."""
        self.is_held = is_held
        if not is_held and self._drawn != self._find_handle():
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Ground, handle, marks."""
        self._drawn = self._find_handle()
        with open_painter(self) as painter:
            painter.fillRect(self.rect(), QColor(find_look().colours.card))
            if self._drawn is not None:
                self._draw_handle(painter, *self._drawn)
            self._draw_marks(painter)

    def _find_handle(self) -> tuple[int, int] | None:
        """Top and length, where the style looks for it when it is pressed; None without a way to go."""
        if self.maximum() <= self.minimum():
            return None
        pages = self.maximum() - self.minimum() + self.pageStep()
        length = max(LEAST, self.height() * self.pageStep() // pages)
        free, way = self.height() - length, self.maximum() - self.minimum()
        return round(free * (self.value() - self.minimum()) / way), length

    def _draw_handle(self, painter: QPainter, top: int, length: int) -> None:
        colours = find_look().colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.muted if self.underMouse() else colours.edge))
        painter.drawRoundedRect(
            QRectF(SIDE, top + EDGE, self.width() - 2 * SIDE, length - 2 * EDGE), RADIUS, RADIUS
        )

    def _draw_marks(self, painter: QPainter) -> None:
        room, height = self.height() - enlarge(MARK), enlarge(MARK)
        colour = QColor(find_look().colours.wait)
        for y in {mark * room // FINEST for mark in self._marks}:
            painter.fillRect(2, y, self.width() - 4, height, colour)
