"""The tables of gifts, each with a note in its place while it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedLayout, QTableView, QWidget

from app.ui.gift_rows import ROW_PX
from app.ui.labels import Label
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.tables import set_up_table
from app.ui.viewport import give_viewport

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractTableModel


def make_table(model: QAbstractTableModel, name: str) -> QTableView:
    """A table without lines, scrolled by pixels, with rows of one height."""
    table = StretchedTable()
    give_viewport(table)
    table.setModel(model)
    set_up_table(table, name, enlarge(ROW_PX))
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.horizontalHeader().setSectionsClickable(False)
    table.horizontalHeader().setHighlightSections(False)
    return table


def repaint_rows(table: QTableView, has_come: Callable[[int], bool]) -> None:
    """Draw those rows in view again whose pictures came; `has_come` says it of the row at a place."""
    at, view = max(0, table.rowAt(0)), table.viewport()
    while at < table.model().rowCount() and (top := table.rowViewportPosition(at)) < view.height():
        if has_come(at):
            view.update(0, top, view.width(), table.rowHeight(at))
        at += 1


class StretchedTable(QTableView):
    """A table with a column that takes what room is left."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Nobody hears of the column's new width: Qt would draw all rows again, a moment after this."""
        header = self.horizontalHeader()
        is_silent = header.blockSignals(True)
        super().resizeEvent(event)
        header.blockSignals(is_silent)


class TableFrame(QWidget):
    """A table, or a note in its place while it is empty.

    Attributes:
        note: shows that.
    """

    note: Label


def frame_table(table: QTableView, model: QAbstractTableModel, note: str) -> TableFrame:
    """Put a table into a frame that shows the note in its place while it is empty."""
    frame = TableFrame()
    row, stack = QHBoxLayout(frame), QStackedLayout()
    set_gaps(row, 0, GRID, 0, GRID, 0)
    row.addLayout(stack)
    frame.note = words = Label(note, size="body", colour="muted")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setWordWrap(True)
    stack.addWidget(words)
    stack.addWidget(table)

    def choose() -> None:
        stack.setCurrentIndex(1 if model.rowCount() else 0)

    for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
        changed.connect(choose)
    return frame
