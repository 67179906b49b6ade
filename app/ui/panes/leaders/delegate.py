"""Draws the rows of the leaderboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from app.ui.faces import draw_face
from app.ui.figures import compact
from app.ui.gift_rows import LEFT, RIGHT, RowFonts, draw_ring, isolate_name, split_halves, write
from app.ui.look import Role, enlarge, find_look, name_colour
from app.ui.painting import keep_state
from app.ui.panes.leaders.model import DIAMONDS, NAME, RANK, LeaderModel
from app.ui.panes.leaders.texts import write_deed, write_name
from app.ui.pictures import Pictures
from app.ui.thanked_rows import draw_thanked
from app.words import gifts as words
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.state import LeaderRow

MEDAL_PX = 28
FACE_PX = 26
FACED_PX = 120  # narrower columns are the names' alone
MEDALS: dict[int, Role] = {1: "gold", 2: "silver", 3: "bronze"}
Index = QModelIndex | QPersistentModelIndex


class LeaderDelegate(QStyledItemDelegate):
    """Rank as a number, for the first three on a medal; name over last gift and number of gifts; diamonds.

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
        with keep_state(painter):
            self._draw_cell(painter, area, row, index.column())

    def _draw_cell(self, painter: QPainter, area: QRect, row: LeaderRow, at: int) -> None:
        match at:
            case column if column == RANK:
                self._draw_rank(painter, area, row)
            case column if column == NAME:
                self._name(painter, area, row)
            case column if column == DIAMONDS:
                figure = compact(row.diamonds) if row.diamonds else show(words.UNKNOWN)
                right = area.adjusted(0, 0, -self._fonts.inset, 0)
                write(painter, right, figure, self._fonts.name, find_look().colours.gem, RIGHT)

    def _draw_rank(self, painter: QPainter, area: QRect, row: LeaderRow) -> None:
        spot = QRect(0, 0, enlarge(MEDAL_PX), enlarge(MEDAL_PX))
        spot.moveCenter(area.center())
        look, medal = find_look(), MEDALS.get(row.rank)
        if medal:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.find_colour(medal)))
            painter.drawEllipse(spot)
        font, colour = (
            (self._fonts.name, look.colours.ink) if medal else (self._fonts.figure, look.colours.muted)
        )
        write(painter, area, str(row.rank or "–"), font, colour, Qt.AlignmentFlag.AlignCenter)

    def _name(self, painter: QPainter, area: QRect, row: LeaderRow) -> None:
        left = enlarge(6)
        if area.width() >= enlarge(FACED_PX) and row.user.key:
            side = enlarge(FACE_PX)
            place = QPoint(area.x() + left, area.center().y() - side // 2)
            draw_face(painter, self.pictures, row.user, place, side)
            left += side + enlarge(6)
        over, under = split_halves(area.adjusted(left, 0, 0, 0))
        if row.user.key in self._model.thanked:
            over = draw_thanked(painter, over, self._fonts.icon)
        colour = name_colour(row.user.id) if row.user.key else find_look().colours.muted
        write(painter, over, write_name(row), self._fonts.name, colour, LEFT)
        if row.is_counting:
            draw_ring(painter, under, self._fonts.icon)
        font, colour = self._fonts.choose_look(is_counting=row.is_counting)
        wordings = write_deed(row)
        fitting = (one for one in wordings if font.wide(isolate_name(one)) <= under.width())
        write(painter, under, next(fitting, wordings[-1]), font, colour, LEFT)
