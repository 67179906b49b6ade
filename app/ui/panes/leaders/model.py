"""The rows of the leaderboard table."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.figures import group_digits, write_time_of_day
from app.ui.panes.leaders.order import keep_places
from app.ui.panes.leaders.texts import write_deed, write_gifts, write_last_gift, write_name
from app.ui.text import write_handle, write_tooltip
from app.ui.thanked_rows import ThankedModel
from app.words import gifts as words
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.state import LeaderRow

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
RANK, NAME, DIAMONDS = range(3)
TITLES = ("#", words.NAME, words.DIAMONDS)
TEXTS: tuple[Callable[[LeaderRow], str], ...] = (
    lambda row: str(row.rank or ""),
    lambda row: f"{write_name(row)}, {write_deed(row)[0]}",
    lambda row: group_digits(row.diamonds) if row.diamonds else show(words.PRICE_UNKNOWN),
)
SIDES = (
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignRight,
)


class LeaderModel(ThankedModel):
    """Gifters in order of rank."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LeaderRow] = []

    @property
    def is_in_order(self) -> bool:
        """Whether people stand by their ranks."""
        ranks = [row.rank for row in self.rows if row.rank]
        return all(before < after for before, after in pairwise(ranks))

    def present(self, rows: Sequence[LeaderRow], *, keep_order: bool = False) -> None:
        """Show these rows.

        Args:
            rows: best first.
            keep_order: change figures only; people who are here stay in their place, newcomers go to the end.
        """
        wanted = keep_places(rows, self.rows) if keep_order else list(rows)
        here, count = len(self.rows), len(wanted)
        if count > here:
            self.beginInsertRows(ROOT, here, count - 1)
            self.rows = wanted
            self.endInsertRows()
        elif count < here:
            self.beginRemoveRows(ROOT, count, here - 1)
            self.rows = wanted
            self.endRemoveRows()
        self.rows = wanted
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(TITLES) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """People."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """Rank, name with gifts, diamonds."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text of a cell, for screen readers and tests; the delegate draws from the rows themselves."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                text = TEXTS[index.column()](row)
                return show(self.say_thanked(text, row.user.key)) if index.column() == NAME else text
            case Qt.ItemDataRole.ToolTipRole:
                return _describe(row)
            case _:
                return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles of the columns, aligned as their cells."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return show(TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return SIDES[section] | Qt.AlignmentFlag.AlignVCenter
        return None


def _describe(row: LeaderRow) -> str:
    """All that is known of a row, for its tooltip."""
    handle = write_handle(row.user.unique_id)
    deed = (
        words.GIFT_AT.fill(gift=write_last_gift(row), time=write_time_of_day(row.last_ms)) if row.rank else ""
    )
    return write_tooltip(write_name(row), handle, show(deed), write_gifts(row.gifts))
