"""The line that follows the mouse over the graph, or the arrow keys, and what is known there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.look import enlarge, find_look, make_font
from app.ui.painting import open_painter

EDGE_PX, AWAY_PX = 6, 8
MOST_SHARE = 0.4  # of the height that words may cover


class Crosshair(QWidget):
    """Stands over the graph and takes no mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.x_px = 0.0
        self.lines: tuple[str, ...] = ("",)
        self.hide()

    def point(self, x_px: float, *lines: str) -> None:
        """Stand there and say this."""
        self.x_px, self.lines = x_px, lines
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """A line from top to bottom, and the words beside it, where there is more room."""
        colours, font = find_look().colours, make_font(find_look().sizes.caption)
        metrics, edge = QFontMetricsF(font), enlarge(EDGE_PX)
        lines = self.lines[: max(1, int(self.height() * MOST_SHARE / metrics.height()))]
        width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * edge
        height = metrics.height() * len(lines) + edge
        is_right = self.x_px + enlarge(AWAY_PX) + width <= self.width()
        left = self.x_px + enlarge(AWAY_PX) if is_right else self.x_px - enlarge(AWAY_PX) - width
        box = QRectF(max(0.0, left), 0.0, width, height)
        with open_painter(self) as painter:
            painter.fillRect(QRectF(self.x_px, 0, 1, self.height()), QColor(colours.focus))
            painter.fillRect(box, QColor(colours.raised))
            painter.setFont(font)
            painter.setPen(QColor(colours.text))
            for at, line in enumerate(lines):
                painter.drawText(
                    box.adjusted(edge, edge / 2 + at * metrics.height(), 0, 0),
                    Qt.AlignmentFlag.AlignLeft,
                    line,
                )
