"""What the rows of both gift tables say of people who were thanked."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QObject, QRect
from PySide6.QtGui import QPainter

from app.ui.icons import draw_icon
from app.ui.look import find_look
from app.words import inboxes as words

NOBODY: frozenset[int | str] = frozenset()


class ThankedModel(QAbstractTableModel):
    """A table that knows who was thanked.

    Attributes:
        thanked: by the keys of people.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thanked = NOBODY

    def note_thanked(self, people: frozenset[int | str]) -> None:
        """Learn who was thanked."""
        if people != self.thanked:
            self.thanked = people
            if count := self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(count - 1, self.columnCount() - 1))

    def say_thanked(self, text: str, person: int | str) -> str:
        """What a row says, and that its person was thanked if so."""
        return words.AND_THANKED.fill(text=text) if person in self.thanked else text


def draw_thanked(painter: QPainter, line: QRect, side: int) -> QRect:
    """Draw the mark of who was thanked at the right of a line; what is left of the line."""
    ratio = painter.device().devicePixelRatio()
    tick = draw_icon("tick", find_look().colours.good, side, ratio)
    painter.drawPixmap(line.right() - side, line.center().y() - side // 2, tick)
    return line.adjusted(0, 0, -side - side // 4, 0)
