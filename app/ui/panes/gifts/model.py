"""The rows of the latest gifts: the newest on top, a streak in one row that counts up."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.figures import write_time_of_day
from app.ui.gift_tiers import TIERS, keep_latest
from app.ui.panes.gifts.texts import describe_deed, describe_gift_row, write_giver
from app.ui.text import write_tooltip
from app.ui.thanked_rows import ThankedModel
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.state import GiftRow
    from app.ui.panes.gifts.source import GiftFrame

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 500
SLACK = 10  # rows go a tenth at a time


class LatestModel(ThankedModel):
    """Gifts in order of their first frame; row 0 is the newest.

    The latest 500 of each tier are remembered, whether they are worth enough to be seen or not.
    """

    def __init__(self, most: int = MOST_ROWS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._most, self._least = most, 0
        self._kept: dict[tuple[object, ...], GiftRow] = {}
        self._order: list[GiftRow] = []
        self._places: dict[tuple[object, ...], int] = {}

    def find_row(self, row: int) -> GiftRow:
        """The gift in a row of the table."""
        return self._order[len(self._order) - 1 - row]

    def present(self, frame: GiftFrame) -> int:
        """Show a frame. Returns how many rows were put on top."""
        if frame.is_fresh:
            self._kept.clear()
            self._show_all()
        new: list[GiftRow] = []
        for gift in frame.rows:
            self._kept[gift.key] = gift
            place = self._places.get(gift.key)
            if place is not None:
                self._change(place, gift)
            elif gift.diamonds >= self._least:
                new.append(gift)
        return self._add(sorted(new, key=_number))

    def require(self, diamonds: int) -> None:
        """Show only what is worth so much; a streak comes in sight once it is."""
        if diamonds != self._least:
            self._least = diamonds
            self._show_all()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """Gifts."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One: the delegate draws a row as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The gift as a sentence, for screen readers and tooltips."""
        gift = self.find_row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return show(self.say_thanked(describe_gift_row(gift), gift.user.key))
        if role == Qt.ItemDataRole.ToolTipRole:
            return write_tooltip(
                write_time_of_day(gift.first_ms), show(write_giver(gift)), show(describe_deed(gift))
            )
        return None

    def _show_all(self) -> None:
        self.beginResetModel()
        rows = sorted((one for one in self._kept.values() if one.diamonds >= self._least), key=_number)
        self._order = rows[-self._most :]
        self._number_places()
        self.endResetModel()

    def _change(self, place: int, gift: GiftRow) -> None:
        self._order[place] = gift
        row = len(self._order) - 1 - place
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _add(self, gifts: Sequence[GiftRow]) -> int:
        """Put gifts in their places: nearly always on top, unless a streak is worth enough only now."""
        newest = self._order[-1].number if self._order else 0
        for gift in gifts:
            if gift.number < newest:
                self._insert(gift)
        on_top = [gift for gift in gifts if gift.number >= newest]
        if on_top:
            self.beginInsertRows(ROOT, 0, len(on_top) - 1)
            for gift in on_top:
                self._places[gift.key] = len(self._order)
                self._order.append(gift)
            self.endInsertRows()
        self._trim()
        return len(on_top)

    def _insert(self, gift: GiftRow) -> None:
        place = bisect_left(self._order, gift.number, key=_number)
        row = len(self._order) - place
        self.beginInsertRows(ROOT, row, row)
        self._order.insert(place, gift)
        self._number_places()
        self.endInsertRows()

    def _trim(self) -> None:
        slack = self._most // SLACK
        if len(self._kept) > len(TIERS) * (self._most + slack):
            kept = keep_latest(sorted(self._kept.values(), key=_number), self._most)
            self._kept = {gift.key: gift for gift in kept}
        if len(self._order) > self._most + slack:
            self.beginRemoveRows(ROOT, self._most, len(self._order) - 1)
            del self._order[: -self._most]
            self._number_places()
            self.endRemoveRows()

    def _number_places(self) -> None:
        self._places = {gift.key: place for place, gift in enumerate(self._order)}


def _number(gift: GiftRow) -> int:
    return gift.number
