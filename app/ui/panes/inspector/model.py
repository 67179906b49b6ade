"""The list of the inspector: one row an event, filtered by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.events.describe.local_time import write_clock_time
from app.ui.text import clean, clean_isolated
from app.words import inspector as words
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.state.inspector import Sighting

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
KEPT = 2_000
SUMMARY = 200


def _summarize(seen: Sighting) -> str:
    """What happened. A name from right to left would pull the number behind it to its other side."""
    text = clean(show(seen.summary), SUMMARY)
    who, colon, rest = text.partition(": ")
    return text if text.isascii() or not colon else f"{clean_isolated(who)}: {clean_isolated(rest)}"


COLUMNS: tuple[tuple[str, Callable[[Sighting], str]], ...] = (
    (words.TIME, lambda seen: write_clock_time(seen.at_ms, "%H:%M:%S")),
    (words.EVENT, lambda seen: seen.name),
    (words.METHOD, lambda seen: clean(seen.source, SUMMARY)),
    (words.SUMMARY, _summarize),
    (words.BYTES, lambda seen: f"{seen.size:,}" if seen.message else ""),
)
RIGHT = {4}


class EventsModel(QAbstractTableModel):
    """The newest events that pass the filter, at most a tenth more than `kept`."""

    def __init__(self, kept: int = KEPT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._wanted = ""
        self.rows: list[Sighting] = []

    def show_only(self, wanted: str, rows: Iterable[Sighting]) -> None:
        """Filter by a part of the event's or the method's name, long or short; `rows` is all there is."""
        self._wanted = wanted.strip().lower()
        self.beginResetModel()
        self.rows = [seen for seen in rows if self._is_wanted(seen)][-self._kept :]
        self.endResetModel()

    def append(self, rows: Iterable[Sighting]) -> int:
        """Add what is new.

        Returns:
            How many rows left at the front.
        """
        fresh = [seen for seen in rows if self._is_wanted(seen)]
        if not fresh:
            return 0
        self.beginInsertRows(ROOT, len(self.rows), len(self.rows) + len(fresh) - 1)
        self.rows.extend(fresh)
        self.endInsertRows()
        return self._trim()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """Events."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """Columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return show(COLUMNS[section][0])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return COLUMNS[index.column()][1](self.rows[index.row()])
        return None

    def _is_wanted(self, seen: Sighting) -> bool:
        return any(self._wanted in name for name in (seen.name, seen.source, seen.event.method.lower()))

    def _trim(self) -> int:
        cut = len(self.rows) - self._kept
        if cut <= self._kept // 10:
            return 0
        self.beginRemoveRows(ROOT, 0, cut - 1)
        del self.rows[:cut]
        self.endRemoveRows()
        return cut
