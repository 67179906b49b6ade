"""Draws the rows of the leaderboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from app.ui.figures import compact
from app.ui.gift_rows import ICON_PX, LEFT, RIGHT, RowFonts, draw_ring, halves_of, without_edge, write
from app.ui.painting import kept_state
from app.ui.panes.leaders.model import DIAMONDS, GIFTS, NAME, RANK, LeaderModel, last_gift
from app.ui.theme import DARK, name_colour

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.state import LeaderRow

MEDAL_PX = 28
MEDALS = {1: DARK.gold, 2: DARK.silver, 3: DARK.bronze}
Index = QModelIndex | QPersistentModelIndex


class LeaderDelegate(QStyledItemDelegate):
    """Rank as a number, for the first three on a medal; name over last gift; gifts; diamonds."""

    def __init__(self, model: LeaderModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts = RowFonts()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        area: QRect = option.rect
        row = self._model.rows[index.row()]
        with kept_state(painter):
            self._cell(painter, area, row, index.column())

    def _cell(self, painter: QPainter, area: QRect, row: LeaderRow, at: int) -> None:
        match at:
            case column if column == RANK:
                self._rank(painter, area, row)
            case column if column == NAME:
                self._name(painter, area, row)
            case column if column == GIFTS:
                write(painter, without_edge(area), compact(row.gifts), self._fonts.figure, DARK.muted, RIGHT)
            case column if column == DIAMONDS:
                write(painter, without_edge(area), compact(row.diamonds), self._fonts.name, DARK.gem, RIGHT)

    def _rank(self, painter: QPainter, area: QRect, row: LeaderRow) -> None:
        spot = QRect(0, 0, MEDAL_PX, MEDAL_PX)
        spot.moveCenter(area.center())
        medal = MEDALS.get(row.rank)
        if medal:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(medal))
            painter.drawEllipse(spot)
        look = self._fonts.name if medal else self._fonts.figure
        write(
            painter,
            area,
            str(row.rank),
            look,
            DARK.ink if medal else DARK.muted,
            Qt.AlignmentFlag.AlignCenter,
        )

    def _name(self, painter: QPainter, area: QRect, row: LeaderRow) -> None:
        over, under = halves_of(area.adjusted(6, 0, 0, 0))
        write(painter, over, row.user.name, self._fonts.name, name_colour(row.user.id), LEFT)
        if row.streaking:
            draw_ring(painter, under)
            under.setLeft(under.left() + ICON_PX)
        look = self._fonts.counting if row.streaking else self._fonts.small
        write(painter, under, last_gift(row), look, DARK.wait if row.streaking else DARK.muted, LEFT)
