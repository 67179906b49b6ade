"""The frame every pane stands in: a rounded card with a title and room for a few words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.labels import Label
from app.ui.theme import BODY_PX, CAPTION_PX, DARK, GRID


class Card(QFrame):
    """A titled pane. Put contents into `body`, small widgets of the title line into `corner`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.title = Label(title, pixels=BODY_PX - 1, bold=True)
        self.aside = Label(pixels=CAPTION_PX, colour=DARK.muted)
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(GRID // 2)
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID // 2)
        head.setSpacing(GRID)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.aside)
        head.addLayout(self.corner)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, GRID)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self.body, 1)
