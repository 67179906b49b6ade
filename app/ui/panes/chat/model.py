"""The rows of the chat pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.figures import time_of_day
from app.ui.text import NAME_LIMIT, clean, tooltip
from app.words import chat as words
from app.words import show

if TYPE_CHECKING:
    from app.state import ChatRow
    from app.ui.panes.chat.source import ChatFrame

SCROLLBACK = 1_000
# Who reads loses nothing up to so many rows, then the oldest thousand at a time.
READ_ROWS, READ_CHUNK = 20_000, 1_000
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ChatModel(QAbstractTableModel):
    """The newest rows, at most a tenth more than `scrollback`: the oldest leave in chunks.

    While somebody reads none leaves, up to 20,000 rows; `dropped` counts those that had to leave even so.

    Args:
        scrollback: rows to keep.
    """

    def __init__(self, scrollback: int = SCROLLBACK, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scrollback = scrollback
        self.dropped = 0
        self.rows: list[ChatRow] = []

    @property
    def newest(self) -> int:
        """Number of the last row, 0 without any."""
        return self.rows[-1].seq if self.rows else 0

    def present(self, frame: ChatFrame, *, reading: bool = False) -> int:
        """Show a frame; `reading`: keep the rows for who reads them.

        Returns:
            How many rows left at the front, by which the reader's place moved.
        """
        if frame.fresh or len(frame.rows) >= (READ_ROWS if reading else self._scrollback):
            return self._replace(frame)
        self._edit(frame)
        self._append(frame)
        return self._trim_for_reader() if reading else self.trim()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """Rows of the chat."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One: the delegate draws a row as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row as a line of text, for copying and screen readers; the handle as a tooltip."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.user.unique_id:
            return tooltip(row.user.name, f"@{row.user.unique_id}")
        return None

    def _replace(self, frame: ChatFrame) -> int:
        """More rows than are kept: nothing that was shown stays."""
        self.beginResetModel()
        cut = len(self.rows)
        self.rows = list(frame.rows[-self._scrollback :])
        self.endResetModel()
        return cut

    def _edit(self, frame: ChatFrame) -> None:
        for row in frame.edits:
            at = row.seq - self.rows[0].seq if self.rows else -1
            if 0 <= at < len(self.rows):
                self.rows[at] = row
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def _append(self, frame: ChatFrame) -> None:
        if not frame.rows:
            return
        first = len(self.rows)
        self.beginInsertRows(ROOT, first, first + len(frame.rows) - 1)
        self.rows.extend(frame.rows)
        self.endInsertRows()

    def trim(self) -> int:
        """Let the oldest rows leave that nobody reads; how many did."""
        self.dropped = 0
        cut = len(self.rows) - self._scrollback
        return self._cut(cut) if cut > self._scrollback // 10 else 0

    def _trim_for_reader(self) -> int:
        over = len(self.rows) - READ_ROWS
        cut = self._cut(-(-over // READ_CHUNK) * READ_CHUNK) if over > 0 else 0
        self.dropped += cut
        return cut

    def _cut(self, cut: int) -> int:
        self.beginRemoveRows(ROOT, 0, cut - 1)
        del self.rows[:cut]
        self.endRemoveRows()
        return cut


def is_somebody(row: ChatRow) -> bool:
    """Whether the row names who it is about; what somebody did always does."""
    return bool(row.user.key) or row.kind not in ("notice", "gap")


def line(row: ChatRow) -> str:
    """A row as one line of text."""
    name = clean(row.user.name, NAME_LIMIT) if is_somebody(row) else ""
    separator = ": " if row.kind in ("comment", "question") else " "
    text = clean(show(row.text))
    if row.deleted:
        text = show(words.DELETED.fill(text=text))
    return f"{time_of_day(row.at_ms)} {name}{separator if name else ''}{text}"
