"""The rows of the chat pane."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.panes.chat.filters import Sieve
from app.ui.panes.chat.sentences import write_line
from app.ui.panes.chat.similar import BACK, is_similar
from app.ui.text import write_handle, write_tooltip

if TYPE_CHECKING:
    from app.state import ChatRow
    from app.ui.panes.chat.source import ChatFrame

SCROLLBACK = 1_000
KEPT_ROWS = 20_000  # beside those that are shown, for another filter; they are the state's, too
# Who reads loses nothing up to so many rows, then the oldest thousand at a time.
READ_ROWS, READ_CHUNK = 20_000, 1_000
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ChatModel(QAbstractTableModel):
    """The newest rows that pass, at most a tenth more than `scrollback`: the oldest leave in chunks.

    While somebody reads none leaves, up to 20,000 rows; `dropped` counts those that had to leave even so.

    Args:
        scrollback: rows to show.

    Attributes:
        log: all rows that came, without holes, the newest 20,000.
        rows: those that are shown.
        sieve: decides which.
        is_merging: whether similar comments are one row.
    """

    def __init__(self, scrollback: int = SCROLLBACK, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scrollback = scrollback
        self.dropped = 0
        self.log: list[ChatRow] = []
        self.rows: list[ChatRow] = []
        self.sieve = Sieve()
        self.is_merging = False

    @property
    def newest(self) -> int:
        """Number of the last row that came, 0 without any."""
        return self.log[-1].seq if self.log else 0

    def find(self, seq: int) -> int:
        """The place of a row among those that are shown; of the next one where it is not."""
        return bisect_left(self.rows, seq, key=lambda row: row.seq)

    def count_after(self, seq: int) -> int:
        """How many rows that are shown came after that one."""
        return len(self.rows) - self.find(seq + 1)

    def present(self, frame: ChatFrame, *, reading: bool = False) -> None:
        """Show a frame; `reading`: keep the rows for who reads them."""
        if frame.is_fresh:
            self.log = []
        self.log.extend(frame.rows)
        self._trim_log()
        can_pass = self.sieve.can_pass
        news = [row for row in frame.rows if can_pass(row)]
        if frame.is_fresh or len(news) >= (self._most_read if reading else self.scrollback):
            self._refill()
            return
        self._edit(frame)
        self._append(self._merge(news))
        if reading:
            self._trim_for_reader()
        else:
            self.trim()

    def sift(self, sieve: Sieve) -> bool:
        """Show what passes another sieve; whether it is another."""
        if sieve == self.sieve:
            return False
        self.sieve = sieve
        self._refill()
        return True

    def keep(self, scrollback: int) -> bool:
        """Show so many rows; whether that is another number."""
        if scrollback == self.scrollback:
            return False
        self.scrollback = scrollback
        self._refill()
        return True

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
            return write_line(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.user.unique_id:
            return write_tooltip(row.user.name, write_handle(row.user.unique_id))
        return None

    @property
    def _most_read(self) -> int:
        return max(READ_ROWS, self.scrollback)

    def _refill(self) -> None:
        """Choose all rows anew; none stays where it was."""
        self.beginResetModel()
        can_pass = self.sieve.can_pass
        newest = islice((row for row in reversed(self.log) if can_pass(row)), self.scrollback)
        self.rows = []
        self.rows = self._merge(list(newest)[::-1])
        self.dropped = 0
        self.endResetModel()

    def merge(self, *, wished: bool) -> bool:
        """Make similar comments one row, or not; whether that is another wish."""
        if wished == self.is_merging:
            return False
        self.is_merging = wished
        self._refill()
        return True

    def _merge(self, news: list[ChatRow]) -> list[ChatRow]:
        """What is left of new rows once those that say what another did are counted there."""
        if not self.is_merging:
            return news
        left: list[ChatRow] = []
        for row in news:
            if not self._count_in(row, left) and not self._count_in(row, self.rows, shown=True):
                left.append(row)
        return left

    def _count_in(self, row: ChatRow, rows: list[ChatRow], *, shown: bool = False) -> bool:
        for at in range(len(rows) - 1, max(-1, len(rows) - 1 - BACK), -1):
            if is_similar(row, rows[at]):
                rows[at] = replace(rows[at], count=rows[at].count + 1)
                if shown:
                    self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
                return True
        return False

    def _trim_log(self) -> None:
        most = max(KEPT_ROWS, self.scrollback)
        if len(self.log) > most + READ_CHUNK:
            del self.log[: len(self.log) - most]

    def _edit(self, frame: ChatFrame) -> None:
        """Rows that changed, which may come to pass the sieve, or not to."""
        for row in frame.edits:
            if not self.log or not 0 <= (place := row.seq - self.log[0].seq) < len(self.log):
                continue
            self.log[place] = row
            at = self.find(row.seq)
            is_shown = at < len(self.rows) and self.rows[at].seq == row.seq
            if self.sieve.can_pass(row):
                self._put(at, row, is_new=not is_shown)
            elif is_shown:
                self._cut(at, 1)

    def _put(self, at: int, row: ChatRow, *, is_new: bool) -> None:
        if not is_new:
            self.rows[at] = row
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        elif at < len(self.rows):  # what comes after the last row is in the frame itself
            self.beginInsertRows(ROOT, at, at)
            self.rows.insert(at, row)
            self.endInsertRows()

    def _append(self, rows: Sequence[ChatRow]) -> None:
        if not rows:
            return
        first = len(self.rows)
        self.beginInsertRows(ROOT, first, first + len(rows) - 1)
        self.rows.extend(rows)
        self.endInsertRows()

    def trim(self) -> None:
        """Let the oldest rows leave that nobody reads."""
        self.dropped = 0
        cut = len(self.rows) - self.scrollback
        if cut > self.scrollback // 10:
            self._cut(0, cut)

    def _trim_for_reader(self) -> None:
        over = len(self.rows) - self._most_read
        if over > 0:
            cut = -(-over // READ_CHUNK) * READ_CHUNK
            self._cut(0, cut)
            self.dropped += cut

    def _cut(self, at: int, count: int) -> None:
        self.beginRemoveRows(ROOT, at, at + count - 1)
        del self.rows[at : at + count]
        self.endRemoveRows()
