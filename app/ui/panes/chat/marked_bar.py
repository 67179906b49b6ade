"""A scroll bar with marks where something was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from app.ui.look import current, enlarge
from app.ui.painting import painting

MARK = 2
FINEST = 2_000  # places that can be told apart


class MarkedBar(QScrollBar):
    """Shows where on the whole way hits are."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: set[int] = set()

    def mark(self, places: Sequence[int], count: int) -> None:
        """Put marks at these places, of so many on the whole way."""
        last = max(1, count - 1)
        marks = {place * FINEST // last for place in places}
        if marks != self._marks:
            self._marks = marks
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The bar, then its marks."""
        super().paintEvent(event)
        if not self._marks:
            return
        room, height = self.height() - enlarge(MARK), enlarge(MARK)
        with painting(self) as painter:
            colour = QColor(current().colours.wait)
            for y in {mark * room // FINEST for mark in self._marks}:
                painter.fillRect(2, y, self.width() - 4, height, colour)
