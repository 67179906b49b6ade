"""Draws the rows of the leaderboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from app.ui.faces import draw_face
from app.ui.figures import compact
from app.ui.gift_rows import LEFT, RIGHT, RowFonts, draw_ring, split_halves, write
from app.ui.look import Role, current, enlarge, name_colour
from app.ui.painting import kept_state
from app.ui.panes.leaders.model import DIAMONDS, GIFTS, NAME, RANK, LeaderModel, last_gift
from app.ui.pictures import Pictures
from app.ui.thanked_rows import draw_thanked

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.state import LeaderRow

MEDAL_PX = 28
FACE_PX = 26
FACED_PX = 120  # narrower columns are the names' alone
MEDALS: dict[int, Role] = {1: "gold", 2: "silver", 3: "bronze"}
Index = QModelIndex | QPersistentModelIndex


class LeaderDelegate(QStyledItemDelegate):
    """Rank as a number, for the first three on a medal; name over last gift; gifts; diamonds.

    Attributes:
        pictures: where those of people are found.
    """

    def __init__(self, model: LeaderModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts = RowFonts()
        self.pictures = Pictures()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fonts = RowFonts()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        area: QRect = option.rect
        row = self._model.rows[index.row()]
        with kept_state(painter):
            self._cell(painter, area, row, index.column())

    def _cell(self, painter: QPainter, area: QRect, row: LeaderRow, at: int) -> None:
        muted, gem = current().colours.muted, current().colours.gem
        match at:
            case column if column == RANK:
                self._rank(painter, area, row)
            case column if column == NAME:
                self._name(painter, area, row)
            case column if column == GIFTS:
                write(painter, self._right(area), compact(row.gifts), self._fonts.figure, muted, RIGHT)
            case column if column == DIAMONDS:
                write(painter, self._right(area), compact(row.diamonds), self._fonts.name, gem, RIGHT)

    def _rank(self, painter: QPainter, area: QRect, row: LeaderRow) -> None:
        spot = QRect(0, 0, enlarge(MEDAL_PX), enlarge(MEDAL_PX))
        spot.moveCenter(area.center())
        look, medal = current(), MEDALS.get(row.rank)
        if medal:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.find_colour(medal)))
            painter.drawEllipse(spot)
        font, colour = (
            (self._fonts.name, look.colours.ink) if medal else (self._fonts.figure, look.colours.muted)
        )
        write(painter, area, str(row.rank), font, colour, Qt.AlignmentFlag.AlignCenter)

    def _right(self, area: QRect) -> QRect:
        """The place of a figure that stands at the right."""
        return area.adjusted(0, 0, -self._fonts.inset, 0)

    def _name(self, painter: QPainter, area: QRect, row: LeaderRow) -> None:
        left = enlarge(6)
        if area.width() >= enlarge(FACED_PX):
            side = enlarge(FACE_PX)
            place = QPoint(area.x() + left, area.center().y() - side // 2)
            draw_face(painter, self.pictures, row.user, place, side)
            left += side + enlarge(6)
        over, under = split_halves(area.adjusted(left, 0, 0, 0))
        if row.user.key in self._model.thanked:
            over = draw_thanked(painter, over, self._fonts.icon)
        write(painter, over, row.user.name, self._fonts.name, name_colour(row.user.id), LEFT)
        if row.streaking:
            draw_ring(painter, under, self._fonts.icon)
        font, colour = self._fonts.of_gift(is_counting=row.streaking)
        write(painter, under, last_gift(row), font, colour, LEFT)
