"""What somebody said and gave, as a list of paragraphs on their card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate

from app.ui.look import GRID, enlarge, find_look, make_font
from app.ui.painting import keep_state
from app.ui.panes.chat.names import has_right_to_left, make_row_option
from app.ui.panes.chat.sentences import write_line
from app.ui.text import isolate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.state import ChatRow

Index = QModelIndex | QPersistentModelIndex


class Paragraphs(QStyledItemDelegate):
    """Draws an item in as many lines as it needs: Qt's own cuts lines that mix directions."""

    def __init__(self, rows: TheirRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """As high as its lines are."""
        width = self._rows.viewport().width()
        height = self._lay_out(index, width).boundingRect().height()
        return QSize(width, round(height) + enlarge(GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the lines, on the colour of what is chosen where it is."""
        colours, is_chosen = find_look().colours, bool(option.state & QStyle.StateFlag.State_Selected)
        with keep_state(painter):
            if is_chosen:
                painter.fillRect(option.rect, QColor(colours.focus))
            painter.setPen(QColor(colours.ink if is_chosen else colours.text))
            corner = QPointF(option.rect.x() + enlarge(GRID), option.rect.y() + enlarge(GRID) / 2)
            self._lay_out(index, option.rect.width()).draw(painter, corner)

    @staticmethod
    def _lay_out(index: Index, width: int) -> QTextLayout:
        text = QTextLayout(index.data(), make_font(find_look().sizes.body))
        text.setTextOption(make_row_option())
        text.beginLayout()
        bottom = 0.0
        while (one := text.createLine()).isValid():
            one.setLineWidth(width - 2 * enlarge(GRID))
            one.setPosition(QPointF(0, bottom))
            bottom += one.height()
        text.endLayout()
        return text


class TheirRows(QListWidget):
    """Shows rows of the chat; the last one is in view."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(Paragraphs(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._is_at_end = True
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._note_place)
        bar.rangeChanged.connect(self._keep_end)

    def _note_place(self, value: int) -> None:
        self._is_at_end = value >= self.verticalScrollBar().maximum()

    def _keep_end(self, _least: int, most: int) -> None:
        """Lines are counted once the width is known: the last of them is in view then, too."""
        if self._is_at_end:
            self.verticalScrollBar().setValue(most)

    def present(self, rows: Sequence[ChatRow]) -> None:
        """Show these rows."""
        self.clear()
        self.addItems([write_line(row, keep_direction) for row in rows])
        self.scrollToBottom()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width has other lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def keep_direction(words: str) -> str:
    """Words that leave the direction of their neighbours alone."""
    return isolate(words) if has_right_to_left(words) else words
