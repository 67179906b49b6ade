"""Draws the rows of the latest gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from app.ui.figures import compact
from app.ui.gift_rows import (
    ICON_PX,
    INSET,
    LEFT,
    RIGHT,
    Look,
    RowFonts,
    draw_ring,
    halves_of,
    isolate_name,
    write,
)
from app.ui.icons import pixmap
from app.ui.painting import kept_state
from app.ui.panes.gifts.model import LatestModel, what
from app.ui.text import NAME_LIMIT, clean
from app.ui.theme import DARK, name_colour

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.state import GiftRow

GAP_PX = 5
Index = QModelIndex | QPersistentModelIndex


class LatestDelegate(QStyledItemDelegate):
    """A gift: who over what, diamonds at the right; hollow and italic while a streak counts."""

    def __init__(self, model: LatestModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts = RowFonts()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        area: QRect = option.rect.adjusted(INSET, 0, -INSET, 0)
        with kept_state(painter):
            self._row(painter, area, self._model.row_at(index.row()))

    def _row(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        figure = compact(gift.diamonds)
        width = round(self._fonts.name.wide(figure))
        write(painter, area, figure, self._fonts.name, DARK.gem, RIGHT)
        ratio = painter.device().devicePixelRatio()
        gem_x = area.right() - width - ICON_PX - 4
        painter.drawPixmap(gem_x, area.center().y() - ICON_PX // 2, pixmap("gem", DARK.gem, ICON_PX, ratio))
        self._words(painter, area.adjusted(0, 0, -(width + ICON_PX + 12), 0), gift)

    def _words(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        ratio = painter.device().devicePixelRatio()
        over, under = halves_of(area.adjusted(ICON_PX + 14, 0, 0, 0))
        picture = pixmap("gift", DARK.wait if gift.open else DARK.muted, ICON_PX + 4, ratio)
        painter.drawPixmap(area.x(), area.center().y() - ICON_PX // 2 - 1, picture)
        write(painter, over, gift.user.name, self._fonts.name, name_colour(gift.user.id), LEFT)
        if gift.open:
            draw_ring(painter, under)
            under.setLeft(under.left() + ICON_PX)
        self._given(painter, under, gift)

    def _given(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        """What, and to which guest; each is cut by itself, so that the count and the name can be read."""
        look, colour = (self._fonts.counting, DARK.wait) if gift.open else (self._fonts.small, DARK.muted)
        whom = clean(gift.to_user.name, NAME_LIMIT) if gift.to_user else ""
        words = f"{what(gift)} →" if whom else what(gift)
        left = beside(area.width(), _wide(words, look), _wide(whom, look))
        write(painter, QRect(area.topLeft(), QSize(left, area.height())), words, look, colour, LEFT)
        if whom:
            write(painter, area.adjusted(left + GAP_PX, 0, 0, 0), whom, look, colour, LEFT)


def _wide(words: str, look: Look) -> int:
    """What a text takes as it is drawn, px; rounded up, or it would be cut."""
    return round(look.wide(isolate_name(words))) + 2 if words else 0


def beside(whole: int, first: int, second: int) -> int:
    """How wide the first of two texts may be, px: two fifths are the second's, if it wants them."""
    return min(first, whole - min(second + GAP_PX, whole * 2 // 5)) if second else whole
