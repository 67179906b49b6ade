"""How a cell of the inspector's list is drawn.

A list that moves is drawn anew ten times a second, 125 cells each time. The way through the style sheet asks
seven questions a cell; this asks one.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.look import enlarge, find_look, make_font
from app.ui.panes.inspector.model import COLUMNS, RIGHT, EventsModel, Index

INSET = 6  # px of scale 1, like the headings
CUTS = 512  # times, kinds and methods repeat
LEFT_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
RIGHT_FLAGS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class CellDelegate(QStyledItemDelegate):
    """One line of plain text, cut with … where there is no room."""

    def __init__(self, model: EventsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.redress()

    def redress(self) -> None:
        """Take the sizes of now."""
        metrics = QFontMetrics(make_font(find_look().sizes.caption))
        right = Qt.TextElideMode.ElideRight
        self._inset = enlarge(INSET)
        self._cut = lru_cache(CUTS)(lambda words, width: metrics.elidedText(words, right, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        column, area, palette = index.column(), option.rect, option.palette
        role = QPalette.ColorRole.Text
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, palette.brush(QPalette.ColorRole.Highlight))
            role = QPalette.ColorRole.HighlightedText
        painter.setPen(palette.color(role))
        painter.setFont(option.font)
        inner = area.adjusted(self._inset, 0, -self._inset, 0)
        words = self._cut(COLUMNS[column][1](self._model.rows[index.row()]), inner.width())
        painter.drawText(inner, RIGHT_FLAGS if column in RIGHT else LEFT_FLAGS, words)
