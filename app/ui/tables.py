"""What all tables that are only read have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.words import show


def set_up_table(table: QTableView, name: str, row_px: int) -> None:
    """Make it a table without lines that nobody edits, whose rows have a height of ours.

    Args:
        table: set up once, before it is shown.
        name: what a screen reader calls it.
        row_px: height of a row that was not given another.
    """
    table.setAccessibleName(show(name))
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows = table.verticalHeader()
    rows.setVisible(False)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(row_px)
