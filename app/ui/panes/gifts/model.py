"""The rows of the latest gifts: the newest on top, a streak in one row that counts up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.figures import group_digits, time_of_day
from app.ui.gift_rows import describe_gift
from app.ui.text import NAME_LIMIT, clean, tooltip
from app.ui.thanked_rows import ThankedModel
from app.words import gifts as words
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.state import GiftRow
    from app.ui.panes.gifts.source import GiftFrame

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 500


class LatestModel(ThankedModel):
    """Gifts in order of their first frame; row 0 is the newest."""

    def __init__(self, most: int = MOST_ROWS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._order: list[GiftRow] = []
        self._places: dict[tuple[object, ...], int] = {}

    def find_row(self, row: int) -> GiftRow:
        """The gift in a row of the table."""
        return self._order[len(self._order) - 1 - row]

    def present(self, frame: GiftFrame) -> int:
        """Show a frame. Returns how many rows were put on top."""
        if frame.fresh:
            self._clear()
        new: list[GiftRow] = []
        for gift in frame.rows:
            place = self._places.get(gift.key)
            if place is None:
                new.append(gift)
            else:
                self._order[place] = gift
                row = len(self._order) - 1 - place
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        self._add(sorted(new, key=lambda gift: gift.number))
        return len(new)

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
            return show(self.say_thanked(sentence(gift), gift.user.key))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(time_of_day(gift.first_ms), gift.user.name, show(_describe_deed(gift)))
        return None

    def _clear(self) -> None:
        self.beginResetModel()
        self._order.clear()
        self._places.clear()
        self.endResetModel()

    def _add(self, gifts: Sequence[GiftRow]) -> None:
        if not gifts:
            return
        self.beginInsertRows(ROOT, 0, len(gifts) - 1)
        for gift in gifts:
            self._places[gift.key] = len(self._order)
            self._order.append(gift)
        self.endInsertRows()
        if len(self._order) > self._most + self._most // 10:
            self._trim()

    def _trim(self) -> None:
        self.beginRemoveRows(ROOT, self._most, len(self._order) - 1)
        del self._order[: -self._most]
        self._places = {gift.key: place for place, gift in enumerate(self._order)}
        self.endRemoveRows()


def describe_row(gift: GiftRow) -> str:
    """Gift and count: Rose ×37, with dots while it counts."""
    return describe_gift(gift.name, gift.count, is_counting=gift.open)


def sentence(gift: GiftRow) -> str:
    """The gift in words, the guest it was for included."""
    return words.BY_PERSON.fill(name=clean(gift.user.name, NAME_LIMIT), deed=_describe_deed(gift))


def _describe_deed(gift: GiftRow) -> str:
    diamonds = group_digits(gift.diamonds)
    if gift.to_user is None:
        return words.SENT.fill(gift=describe_row(gift), diamonds=diamonds)
    name = clean(gift.to_user.name, NAME_LIMIT)
    return words.SENT_TO.fill(gift=describe_row(gift), name=name, diamonds=diamonds)
