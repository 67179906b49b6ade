"""The tint under the line of viewers, painted by columns of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter

from app.ui.look import find_look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

STRONG, WEAK = 70, 10  # opacity at the highest count and at 0, of 255


class Tint(pg.GraphicsObject):  # type: ignore[misc]
    """Fills from the line to 0; where nothing is known there is nothing.

    A filled path of a jagged line takes a hundred milliseconds, since each of its edges crosses most rows of
    the screen; upright columns have the same pixels.
    """

    def __init__(self) -> None:
        super().__init__()
        self._times, self._counts = np.array([]), np.array([])

    def present(self, times: np.ndarray, counts: np.ndarray) -> None:
        """Take the points of the line: seconds since 1970, and counts with NaN where nothing is known."""
        self.prepareGeometryChange()
        self._times, self._counts = times, counts
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802
        """From the first point to the last, from 0 to the highest."""
        if not np.isfinite(self._counts).any():
            return QRectF()
        first, last = float(self._times[0]), float(self._times[-1])
        return QRectF(first, 0.0, last - first, float(np.nanmax(self._counts)))

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint a column for each pixel that lies between two known points."""
        shown = self.viewRect().intersected(self.boundingRect())
        if shown.isEmpty():
            return
        to_screen = painter.transform()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        area = to_screen.mapRect(shown)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brush(area))
        painter.drawRects(self._list_columns(area, shown, painter.device().devicePixelRatio()))
        painter.setTransform(to_screen)

    def _list_columns(self, area: QRectF, shown: QRectF, ratio: float) -> list[QRectF]:
        """One for each pixel of the screen whose middle lies between two known points."""
        edges = np.arange(np.floor(area.left() * ratio), np.ceil(area.right() * ratio))
        middles = (edges + 0.5) / ratio
        times = shown.left() + (middles - area.left()) * (shown.width() / area.width())
        heights = np.interp(times, self._times, self._counts, left=np.nan, right=np.nan)
        heights *= area.height() / shown.height()
        known = np.isfinite(heights)
        columns = zip((edges[known] / ratio).tolist(), heights[known].tolist(), strict=True)
        return [QRectF(left, area.bottom() - height, 1 / ratio, height) for left, height in columns]

    @staticmethod
    def _brush(area: QRectF) -> QBrush:
        gradient = QLinearGradient(area.topLeft(), area.bottomLeft())
        for place, strength in ((0, STRONG), (1, WEAK)):
            colour = QColor(find_look().colours.us)
            colour.setAlpha(strength)
            gradient.setColorAt(place, colour)
        return QBrush(gradient)
