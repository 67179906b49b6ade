"""The page as it stands: what is placed where, and painting it. Loaded when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from app.ui.optics import find_least_pixels
from app.ui.panes.glance.answers import write_pieces
from app.ui.panes.glance.arrange import Sheet, arrange
from app.ui.panes.glance.letters import QtLetters
from app.ui.panes.glance.painter import find_rect, paint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from app.ui.panes.glance.pieces import PlacedText
    from app.ui.panes.glance.source import GlanceFrame


class GlancePage:
    """Texts at their places, in the font of now.

    Attributes:
        placed: what stands on it.
        letters: what it is written in.
    """

    def __init__(self) -> None:
        self.letters = QtLetters()
        self.placed: list[PlacedText] = []
        self._task: object = None
        self._size, self._is_mirrored = QSize(), False

    def arrange(
        self, frame: GlanceFrame, size: QSize, metres: float, pixel_mm: float, *, is_mirrored: bool
    ) -> list[QRect]:
        """Place everything anew; where something is another than before.

        Args:
            frame: the answers.
            size: of the page in pixels.
            metres: how far away the eye is.
            pixel_mm: from one pixel to the next.
            is_mirrored: it is read from the right.
        """
        least = find_least_pixels(metres, pixel_mm, self.letters.cap_em)
        task = Sheet(size.width(), size.height(), least), write_pieces(frame)
        if (task, is_mirrored) == (self._task, self._is_mirrored):
            return []
        before = {*self.placed}
        self._task, self._size, self._is_mirrored = task, size, is_mirrored
        self.placed = arrange(*task, self.letters)
        return [_widen(self._find_rect(one)) for one in before ^ {*self.placed}]

    def paint(self, painter: QPainter, wanted: QRect) -> None:
        """Paint what is in that part."""
        for one in self.placed:
            area = self._find_rect(one)
            if _widen(area).intersects(wanted):
                paint(painter, one, area, is_mirrored=self._is_mirrored)

    def list_texts(self) -> Iterator[str]:
        """What can be read there."""
        return (one.text for one in self.placed if one.text)

    def _find_rect(self, one: PlacedText) -> QRect:
        return find_rect(one, self._size.width(), is_mirrored=self._is_mirrored)


def _widen(area: QRect) -> QRect:
    """Letters of some scripts are higher than a line."""
    margin = area.height() // 4
    return area.adjusted(-margin, -margin, margin, margin)
