"""What stands in the chat's place before the first row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.labels import Label
from app.ui.look import GRID, Role, Size, enlarge, find_look, set_gaps
from app.words import chat as words


class EmptyChat(QWidget):
    """Says that nobody has written yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _make_paragraph(words.QUIET, "score", "text", bold=True)
        self.words = _make_paragraph(words.FIRST_COMMENT, "body", "muted")
        column = QVBoxLayout(self)
        set_gaps(column, 2 * GRID, 3 * GRID, GRID, 3 * GRID, 2 * GRID)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addStretch(3)
        self.redress()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A small pane has smaller words."""
        super().resizeEvent(event)
        self.redress()

    def redress(self) -> None:
        """Take the largest type of now in which the words are whole."""
        grid, sizes = enlarge(GRID), find_look().sizes
        for title_px, words_px in ((sizes.score, sizes.body), (sizes.heading, sizes.caption)):
            self.title.resize_text(title_px)
            self.words.resize_text(words_px)
            for label in (self.title, self.words):
                label.fit(self.width() - 6 * grid)
            if self.title.minimumHeight() + self.words.minimumHeight() + 5 * grid <= self.height():
                return


def _make_paragraph(text: str, size: Size, colour: Role, *, bold: bool = False) -> Label:
    label = Label(text, size=size, colour=colour, bold=bold)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
