"""Draws the rows of the latest gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from app.ui.gift_rows import (
    GAP_PX,
    LEFT,
    RIGHT,
    MeasuredFont,
    RowFonts,
    draw_ring,
    isolate_name,
    split_halves,
    write,
)
from app.ui.gift_tiers import LARGEST_PX, find_tier
from app.ui.icons import draw_icon
from app.ui.look import enlarge, find_look, name_colour
from app.ui.painting import keep_state
from app.ui.panes.gifts.model import LatestModel
from app.ui.panes.gifts.texts import write_diamonds, write_gift, write_giver
from app.ui.pictures import Pictures
from app.ui.text import NAME_LIMIT, clean
from app.ui.thanked_rows import draw_thanked
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.state import GiftRow

Index = QModelIndex | QPersistentModelIndex


class LatestDelegate(QStyledItemDelegate):
    """A gift: who over what, diamonds at the right; hollow and italic while a streak counts.

    What it is worth shows in its figure, in the size of its picture, and in a bar and the ground of its row.

    Attributes:
        pictures: where those of gifts are found.
    """

    def __init__(self, model: LatestModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts = RowFonts()
        self.pictures = Pictures()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fonts = RowFonts()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        area: QRect = option.rect.adjusted(self._fonts.inset, 0, -self._fonts.inset, 0)
        gift = self._model.find_row(index.row())
        with keep_state(painter):
            painter.setLayoutDirection(option.direction)  # that of the rows, whatever the window's is
            _draw_ground(painter, option.rect, gift)
            self._draw_row(painter, area, gift)

    def _draw_row(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        figure, gem, icon = write_diamonds(gift), find_look().colours.gem, self._fonts.icon
        width = round(self._fonts.name.wide(figure))
        write(painter, area, figure, self._fonts.name, gem, RIGHT)
        ratio = painter.device().devicePixelRatio()
        gem_x = area.right() - width - icon - enlarge(4)
        painter.drawPixmap(gem_x, area.center().y() - icon // 2, draw_icon("gem", gem, icon, ratio))
        self._draw_words(painter, area.adjusted(0, 0, -(width + icon + enlarge(12)), 0), gift)

    def _draw_words(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        icon, slot = self._fonts.icon, enlarge(LARGEST_PX)
        over, under = split_halves(area.adjusted(slot + enlarge(8), 0, 0, 0))
        self._draw_picture(painter, QRect(area.x(), area.center().y() - slot // 2, slot, slot), gift)
        if gift.user.key in self._model.thanked:
            over = draw_thanked(painter, over, icon)
        colour = name_colour(gift.user.id) if gift.user.key else find_look().colours.muted
        write(painter, over, show(write_giver(gift)), self._fonts.name, colour, LEFT)
        if gift.is_open:
            draw_ring(painter, under, icon)
        self._write_gift(painter, under, gift)

    def _draw_picture(self, painter: QPainter, slot: QRect, gift: GiftRow) -> None:
        """The gift itself, or the mark of gifts until it came."""
        ratio, colours = painter.device().devicePixelRatio(), find_look().colours
        side = enlarge(find_tier(gift.diamonds).picture_px)
        picture = self.pictures.find("gift", gift.gift_id, gift.icon_url, side, ratio)
        if picture is None:
            colour = colours.wait if gift.is_open else colours.muted
            picture = draw_icon("gift", colour, side - enlarge(4), ratio)
        size = picture.deviceIndependentSize()
        left = slot.x() + round((slot.width() - size.width()) / 2)
        painter.drawPixmap(left, slot.y() + round((slot.height() - size.height()) / 2), picture)

    def _write_gift(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        """What, and to which guest; each is cut by itself, so that the count and the name can be read."""
        look, colour = self._fonts.choose_look(is_counting=gift.is_open)
        whom = clean(gift.to_user.name, NAME_LIMIT) if gift.to_user else ""
        wordings = [f"{one} →" if whom else one for one in write_gift(gift)]
        second = _measure_width(whom, look)
        rooms = {
            one: share_width(area.width(), _measure_width(one, look), second, self._fonts.gap)
            for one in wordings
        }
        words = next((one for one in wordings if rooms[one] >= _measure_width(one, look)), wordings[-1])
        left = rooms[words]
        write(painter, QRect(area.topLeft(), QSize(left, area.height())), words, look, colour, LEFT)
        if whom:
            write(painter, area.adjusted(left + self._fonts.gap, 0, 0, 0), whom, look, colour, LEFT)


def _draw_ground(painter: QPainter, area: QRect, gift: GiftRow) -> None:
    """What the row of a larger gift stands on, a bar at its left."""
    tier, look = find_tier(gift.diamonds), find_look()
    if tier.bar_px:
        row = area.adjusted(0, 1, 0, -1)
        painter.fillRect(row, QColor(look.find_colour(tier.ground)))
        painter.fillRect(
            row.x(), row.y(), enlarge(tier.bar_px), row.height(), QColor(look.find_colour(tier.bar))
        )


def _measure_width(words: str, look: MeasuredFont) -> int:
    """What a text takes as it is drawn, px; rounded up, or it would be cut."""
    return round(look.wide(isolate_name(words))) + 2 if words else 0


def share_width(whole: int, first: int, second: int, gap: int = GAP_PX) -> int:
    """How wide the first of two texts may be, px: two fifths are the second's, if it wants them."""
    return min(first, whole - min(second + gap, whole * 2 // 5)) if second else whole
