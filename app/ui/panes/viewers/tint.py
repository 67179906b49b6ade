"""The tint under the line of viewers, painted by columns of the screen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

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
        ratio = painter.device().devicePixelRatio()
        left, top = math.floor(area.left() * ratio), math.floor(area.top() * ratio)
        heights = self._measure_columns(area, shown, ratio)
        painter.drawImage(QPointF(left / ratio, top / ratio), _draw_columns(area, heights, ratio))
        painter.setTransform(to_screen)

    def _measure_columns(self, area: QRectF, shown: QRectF, ratio: float) -> np.ndarray:
        """The height at the middle of each column of pixels; NaN where nothing is known."""
        edges = np.arange(math.floor(area.left() * ratio), math.ceil(area.right() * ratio))
        middles = (edges + 0.5) / ratio
        times = shown.left() + (middles - area.left()) * (shown.width() / area.width())
        heights: np.ndarray = np.interp(times, self._times, self._counts, left=np.nan, right=np.nan)
        heights *= area.height() / shown.height()
        return heights


def _draw_columns(area: QRectF, heights: np.ndarray, ratio: float) -> QImage:
    """A picture of the columns. Qt looks the colour of a gradient up for each of their pixels."""
    rows = np.arange(math.floor(area.top() * ratio), math.ceil(area.bottom() * ratio))
    middles = ((rows + 0.5) / ratio)[:, np.newaxis]
    covered = (middles >= area.bottom() - heights) & (middles < area.bottom())
    depths = np.clip((middles - area.top()) / area.height(), 0, 1)
    alphas = np.round(STRONG + depths * (WEAK - STRONG)).astype(np.uint32)
    colour = QColor(find_look().colours.us)
    pixels = alphas << 24
    for channel, bits in ((colour.red(), 16), (colour.green(), 8), (colour.blue(), 0)):
        pixels |= (channel * alphas + 127) // 255 << bits
    picture = np.where(covered, pixels, np.uint32(0))
    high, wide = picture.shape
    image = QImage(picture.tobytes(), wide, high, 4 * wide, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return image.copy()  # of its own, the bytes go
