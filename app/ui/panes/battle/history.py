"""The battles of this stream, two lines each, the latest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.ui.battle_records import (
    detail_record,
    fit_details,
    split_title,
    title_record,
    write_earned,
    write_scores,
)
from app.ui.gift_rows import LEFT, RIGHT, MeasuredFont, RowFonts, isolate_name, split_halves, write
from app.ui.gift_tables import make_table
from app.ui.look import Role, find_look
from app.ui.several_names import fit_names, join_names
from app.ui.text import write_tooltip
from app.words import battle as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.state import BattleRecord

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
FIGURES = 0.6  # of the width at most, before a name is cut


class Wording(NamedTuple):
    """Words, and the role of their colour; `shorten` makes them fit into so many px."""

    text: str
    colour: Role
    shorten: Callable[[int], str] | None = None


class HistoryModel(QAbstractTableModel):
    """A row a battle."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records: Sequence[BattleRecord] = ()

    def present(self, records: Sequence[BattleRecord]) -> None:
        """Show these."""
        if records != self.records:
            self.beginResetModel()
            self.records = records
            self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """Battles."""
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        """One: each row is drawn as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The whole row, for screen readers and tests."""
        record = self.records[index.row()]
        parts = (title_record(record)[0], write_scores(record), detail_record(record), write_earned(record))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in parts if part)
            case Qt.ItemDataRole.ToolTipRole:
                return write_tooltip(*parts)
            case _:
                return None


class RecordDelegate(QStyledItemDelegate):
    """Draws a battle: how it ended and the scores, then when, who and what was earned."""

    def __init__(self, model: HistoryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.redress()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fonts = RowFonts()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        record, area = self._model.records[index.row()], QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(find_look().colours.selected))
        painter.setLayoutDirection(option.direction)
        over, under = split_halves(area.adjusted(self._fonts.inset, 0, -self._fonts.inset, 0))
        title = Wording(*title_record(record), partial(self._shorten_title, record))
        self._write(painter, over, title, Wording(write_scores(record), "text"), self._fonts.name)
        details = Wording(detail_record(record), "muted", partial(self._shorten_details, record))
        self._write(painter, under, details, Wording(write_earned(record), "gem"), self._fonts.small)

    def _write(
        self, painter: QPainter, area: QRect, text: Wording, figures: Wording, look: MeasuredFont
    ) -> None:
        """Words at the left, figures at the right; words give way first."""
        colour, wide = find_look().find_colour, round(look.wide(figures.text)) + 2 if figures.text else 0
        split = min(wide, round(FIGURES * area.width()))
        room = area.adjusted(0, 0, -split - (self._fonts.inset if split else 0), 0)
        right = area.adjusted(area.width() - split, 0, 0, 0)
        room, right = (QStyle.visualRect(painter.layoutDirection(), area, one) for one in (room, right))
        is_long = text.shorten and look.wide(isolate_name(text.text)) > room.width()
        words = text.shorten(room.width()) if text.shorten and is_long else text.text
        write(painter, room, words, look, colour(text.colour), LEFT)
        write(painter, right, figures.text, look, colour(figures.colour), RIGHT)

    def _shorten_title(self, record: BattleRecord, width: int) -> str:
        """How it ended in a word and all names; where that is too long, in a mark and a part of each name."""
        word, mark, names = split_title(record)
        look, brief = self._fonts.name, f"{word}{join_names(names)}"
        if look.wide(isolate_name(brief)) <= width:
            return brief
        room = width - look.wide(isolate_name(mark)) - look.wide(" ")
        return f"{mark}{fit_names(names, room, look.wide, look.cut_end)}"

    def _shorten_details(self, record: BattleRecord, width: int) -> str:
        return fit_details(record, width, self._fonts.small.wide, self._fonts.small.cut_end)


def make_history(model: HistoryModel) -> QTableView:
    """The list of battles; one can be chosen, to be copied."""
    table = make_table(model, words.HISTORY)
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setItemDelegate(RecordDelegate(model, table))
    return table
