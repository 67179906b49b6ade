"""The frame every pane stands in: a rounded card with a title and room for a few words beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.labels import FittingLabel
from app.ui.look import GRID, enlarge_size, set_gaps
from app.ui.pane import Pane


class Card(Pane):
    """A titled pane. Put contents into `body`, small widgets of the title line into `corner`."""

    smallest = QSize(160, 96)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName("card")
        self.title = FittingLabel(title, size="title", bold=True)
        # What stands in the corner comes first.
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.note = FittingLabel(size="caption", colour="muted")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.corner = QHBoxLayout()
        set_gaps(self.corner, GRID // 2)
        self.body = QVBoxLayout()
        set_gaps(self.body, GRID)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Contents adapt: what a pane would like must not push the others aside."""
        return enlarge_size(self.smallest)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        set_gaps(head, GRID, 2 * GRID, GRID + 4, 2 * GRID, GRID // 2)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addLayout(self.corner)
        column = QVBoxLayout(self)
        set_gaps(column, 0, 1, 0, 1, GRID)
        column.addLayout(head)
        column.addLayout(self.body, 1)
