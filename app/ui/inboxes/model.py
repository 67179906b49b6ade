"""The rows of an inbox as a table of one column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.figures import write_time_of_day
from app.ui.text import write_handle, write_tooltip
from app.words import show

if TYPE_CHECKING:
    from app.ui.inboxes.style import InboxStyle

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class InboxModel(QAbstractTableModel):
    """Rows in the order of their numbers; only what changed is told to the view.

    Attributes:
        rows: as they are shown.
        now_ms: when they were given.
    """

    def __init__(self, style: InboxStyle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.rows: list[Any] = []
        self.now_ms = 0

    def present(self, rows: Sequence[Any], now_ms: int, *, is_fresh: bool = False) -> None:
        """Show these rows, which stand in the order of their numbers."""
        self.now_ms = now_ms
        if is_fresh:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        self._remove({row.number for row in rows})
        at = 0
        while at < len(rows):
            if at < len(self.rows) and self.rows[at].number == rows[at].number:
                self._change(at, rows[at])
                at += 1
            else:
                at = self._insert(at, rows)

    def _remove(self, kept: set[int]) -> None:
        end = len(self.rows)
        while end:
            first = end
            while first and self.rows[first - 1].number not in kept:
                first -= 1
            if first < end:
                self.beginRemoveRows(ROOT, first, end - 1)
                del self.rows[first:end]
                self.endRemoveRows()
            end = first - 1 if first else 0

    def _change(self, at: int, row: Any) -> None:
        before, self.rows[at] = self.rows[at], row
        if row is not before and row != before:
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def _insert(self, at: int, rows: Sequence[Any]) -> int:
        """Insert what comes before the next row that is there; returns the place behind it."""
        following = self.rows[at].number if at < len(self.rows) else None
        end = at
        while end < len(rows) and rows[end].number != following:
            end += 1
        self.beginInsertRows(ROOT, at, end - 1)
        self.rows[at:at] = rows[at:end]
        self.endInsertRows()
        return end

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """Rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One: each row is drawn as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The whole row in words, and whether it is ticked, for screen readers and tests."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return show(self._style.write_row(row, self.now_ms))
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.ticked_ms else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                handle = write_handle(row.user.unique_id)
                text = show(self._style.write_text(row))
                return write_tooltip(write_time_of_day(row.since_ms), row.user.name, handle, text)
            case _:
                return None
