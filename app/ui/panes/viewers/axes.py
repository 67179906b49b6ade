"""The axes of the graph: lines and numbers beside and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPicture

from app.ui.figures import compact
from app.ui.painting import keep_state

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class PlainAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis that is drawn at once: played from a recording, each paint looks its font up anew."""

    picture: Any
    _specs: Any = None

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None) -> None:
        """Draw lines and numbers, placed anew when the axis has changed: that takes its picture away."""
        with keep_state(painter):
            painter.setFont(self.style["tickFont"])
            if self.picture is None:
                self._specs, self.picture = self.generateDrawSpecs(painter), QPicture()
            if self._specs is not None:
                self.drawPicture(painter, *self._specs)

    def drawPicture(  # noqa: N802
        self, painter: QPainter, axis: tuple[Any, ...], ticks: list[Any], texts: list[Any]
    ) -> None:
        """Lines as areas: Qt takes a hundred times as long for a line that is seen through."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for pen, begin, end in (axis, *ticks):
            _fill_line(painter, pen, begin, end)
        painter.setPen(self.textPen())
        painter.setClipRect(self.boundingRect().toAlignedRect())
        for place, flags, text in texts:
            painter.drawText(place, int(flags), text)


class TimeAxis(PlainAxis, pg.DateAxisItem):  # type: ignore[misc]
    """Times of day."""


class CountAxis(PlainAxis):
    """Whole numbers of viewers, grouped."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802, ARG002
        """No half viewers."""
        return [compact(round(value)) if float(value).is_integer() else "" for value in values]


def _fill_line(painter: QPainter, pen: QPen, begin: QPointF, end: QPointF) -> None:
    """An upright or level line, as wide as its pen."""
    wide = max(1.0, pen.widthF())
    left, top = min(begin.x(), end.x()), min(begin.y(), end.y())
    across, down = abs(begin.x() - end.x()), abs(begin.y() - end.y())
    painter.fillRect(QRectF(left, top, max(across, wide), max(down, wide)), pen.color())
