"""Cards and challenges that hold, in lines under the side that they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.battle_items import MOST_LINES
from app.ui.labels import NameLabel
from app.ui.look import GRID, set_gaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import Qt

    Form = Sequence[Sequence[str]]  # by side, lines


class ItemLines(QWidget):
    """Lines at the left and at the right; where nothing stands at one side, the other has all the width.

    Args:
        edges: how the lines of each side are aligned.
    """

    def __init__(self, edges: Sequence[Qt.AlignmentFlag], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms: Sequence[Form] = [[()] * len(edges)] * MOST_LINES
        self._most = MOST_LINES
        self._halves = tuple(QWidget() for _ in edges)
        self.columns = tuple(
            [NameLabel(size="note", colour="wait") for _ in range(MOST_LINES)] for _ in edges
        )
        row = QHBoxLayout(self)
        set_gaps(row, 2 * GRID, 0, 0, 0, 0)
        for half, labels, edge in zip(self._halves, self.columns, edges, strict=True):
            row.addWidget(half, 1)
            column = QVBoxLayout(half)
            set_gaps(column, 0, 0, 0, 0, 0)
            for label in labels:
                label.setAlignment(edge)
                column.addWidget(label)
            column.addStretch()

    @property
    def count(self) -> int:
        """Lines that are wanted."""
        return max(map(len, self._forms[-1]))

    def present(self, forms: Sequence[Form]) -> None:
        """Show the lines of each side: as one line at most, as two, and so on."""
        self._forms = forms
        for half, labels, lines in zip(self._halves, self.columns, forms[self._most - 1], strict=True):
            half.setVisible(bool(lines))
            for at, label in enumerate(labels):
                label.present(lines[at] if at < len(lines) else "")
                label.setVisible(at < len(lines))

    def fit(self, most: int, pixels: int) -> None:
        """Use another size, and no more lines than that."""
        self._most = most
        for labels in self.columns:
            for label in labels:
                label.resize_text(pixels)
        self.present(self._forms)
