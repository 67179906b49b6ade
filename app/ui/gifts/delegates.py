"""Draws the rows of both gift tables: two lines a row, figures of equal width at the right."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from app.ui.figures import compact
from app.ui.gifts.latest import LatestModel, what
from app.ui.gifts.leaders import DIAMONDS, GIFTS, NAME, RANK, LeaderModel, last_gift
from app.ui.icons import pixmap
from app.ui.look import Role, current, enlarge, make_font, name_colour
from app.ui.painting import kept_state
from app.ui.text import NAME_LIMIT, clean, isolated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.state import GiftRow, LeaderRow

ROW_PX = 50
INSET = 8
MEDAL_PX = 28
ICON_PX = 18
GAP_PX = 5
COUNT_MARK = " ×"
KEPT_WORDS = 1_024
MEDALS: dict[int, Role] = {1: "gold", 2: "silver", 3: "bronze"}
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
AS_IT_IS = (Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip).value
Index = QModelIndex | QPersistentModelIndex


class _Look:
    """A font, with the widths of what was written in it lately: the same rows are painted again and again."""

    def __init__(self, look: QFont) -> None:
        self.font = look
        self.wide = lru_cache(KEPT_WORDS)(QFontMetricsF(look).horizontalAdvance)

    def cut(self, words: str, mode: Qt.TextElideMode, width: int) -> str:
        """What fits into so many px."""
        if self.wide(words) <= width:
            return words
        return QFontMetrics(self.font).elidedText(words, mode, width)


class _Fonts:
    """Fonts and pixels at one scale, made once: a font costs more than a row."""

    def __init__(self) -> None:
        sizes = current().sizes
        self.name = _Look(make_font(sizes.body, bold=True))
        self.figure = _Look(make_font(sizes.body))
        self.small = _Look(make_font(sizes.caption))
        self.counting = _Look(make_font(sizes.caption, italic=True))
        self.inset, self.icon, self.gap = enlarge(INSET), enlarge(ICON_PX), enlarge(GAP_PX)

    def given(self, *, counting: bool) -> tuple[_Look, str]:
        """How it is written what was given: with another look while it still counts."""
        colours = current().colours
        return (self.counting, colours.wait) if counting else (self.small, colours.muted)


class LeaderDelegate(QStyledItemDelegate):
    """Rank as a number, for the first three on a medal; name over last gift; gifts; diamonds."""

    def __init__(self, model: LeaderModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts = _Fonts()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fonts = _Fonts()

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
                _write(painter, self._right(area), compact(row.gifts), self._fonts.figure, muted, RIGHT)
            case column if column == DIAMONDS:
                _write(painter, self._right(area), compact(row.diamonds), self._fonts.name, gem, RIGHT)

    def _rank(self, painter: QPainter, area: QRect, row: LeaderRow) -> None:
        spot = QRect(0, 0, enlarge(MEDAL_PX), enlarge(MEDAL_PX))
        spot.moveCenter(area.center())
        look, medal = current(), MEDALS.get(row.rank)
        if medal:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.colour_of(medal)))
            painter.drawEllipse(spot)
        kind, colour = (
            (self._fonts.name, look.colours.ink) if medal else (self._fonts.figure, look.colours.muted)
        )
        _write(painter, area, str(row.rank), kind, colour, Qt.AlignmentFlag.AlignCenter)

    def _right(self, area: QRect) -> QRect:
        return area.adjusted(0, 0, -self._fonts.inset, 0)

    def _name(self, painter: QPainter, area: QRect, row: LeaderRow) -> None:
        over, under = _halves(area.adjusted(enlarge(6), 0, 0, 0))
        _write(painter, over, row.user.name, self._fonts.name, name_colour(row.user.id), LEFT)
        if row.streaking:
            _hollow(painter, under, self._fonts.icon)
        look, colour = self._fonts.given(counting=row.streaking)
        _write(painter, under, last_gift(row), look, colour, LEFT)


class LatestDelegate(QStyledItemDelegate):
    """A gift: who over what, diamonds at the right; hollow and italic while a streak counts."""

    def __init__(self, model: LatestModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts = _Fonts()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fonts = _Fonts()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        area: QRect = option.rect.adjusted(self._fonts.inset, 0, -self._fonts.inset, 0)
        with kept_state(painter):
            self._row(painter, area, self._model.row_at(index.row()))

    def _row(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        figure, gem, icon = compact(gift.diamonds), current().colours.gem, self._fonts.icon
        width = round(self._fonts.name.wide(figure))
        _write(painter, area, figure, self._fonts.name, gem, RIGHT)
        ratio = painter.device().devicePixelRatio()
        gem_x = area.right() - width - icon - enlarge(4)
        painter.drawPixmap(gem_x, area.center().y() - icon // 2, pixmap("gem", gem, icon, ratio))
        self._words(painter, area.adjusted(0, 0, -(width + icon + enlarge(12)), 0), gift)

    def _words(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        ratio, icon, colours = painter.device().devicePixelRatio(), self._fonts.icon, current().colours
        over, under = _halves(area.adjusted(icon + enlarge(14), 0, 0, 0))
        picture = pixmap("gift", colours.wait if gift.open else colours.muted, icon + enlarge(4), ratio)
        painter.drawPixmap(area.x(), area.center().y() - icon // 2 - 1, picture)
        _write(painter, over, gift.user.name, self._fonts.name, name_colour(gift.user.id), LEFT)
        if gift.open:
            _hollow(painter, under, icon)
        self._given(painter, under, gift)

    def _given(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        """What, and to which guest; each is cut by itself, so that the count and the name can be read."""
        look, colour = self._fonts.given(counting=gift.open)
        whom = clean(gift.to_user.name, NAME_LIMIT) if gift.to_user else ""
        words = f"{what(gift)} →" if whom else what(gift)
        left = beside(area.width(), _wide(words, look), _wide(whom, look), self._fonts.gap)
        _write(painter, QRect(area.topLeft(), QSize(left, area.height())), words, look, colour, LEFT)
        if whom:
            _write(painter, area.adjusted(left + self._fonts.gap, 0, 0, 0), whom, look, colour, LEFT)


def _wide(words: str, look: _Look) -> int:
    """What a text takes as it is drawn, px; rounded up, or it would be cut."""
    return round(look.wide(isolate_name(words))) + 2 if words else 0


def beside(whole: int, first: int, second: int, gap: int = GAP_PX) -> int:
    """How wide the first of two texts may be, px: two fifths are the second's, if it wants them."""
    return min(first, whole - min(second + gap, whole * 2 // 5)) if second else whole


def _halves(area: QRect) -> tuple[QRect, QRect]:
    """The upper and the lower line of a row."""
    middle = area.y() + area.height() * 54 // 100
    upper = QRect(area.x(), area.y() + 3, area.width(), middle - area.y() - 3)
    return upper, QRect(area.x(), middle, area.width(), area.bottom() - middle - 2)


def _hollow(painter: QPainter, area: QRect, icon: int) -> None:
    """The mark of a streak that still counts: an open ring, of whose place the area is made smaller."""
    ratio = painter.device().devicePixelRatio()
    side = icon - enlarge(5)
    ring = pixmap("dots", current().colours.wait, side, ratio)
    painter.drawPixmap(area.x(), area.center().y() - side // 2 + 1, ring)
    area.setLeft(area.left() + icon)


@lru_cache(KEPT_WORDS)
def isolate_name(words: str) -> str:
    """Words in their own direction. Of a gift only the name turns: its count stays at the right."""
    name, mark, count = clean(words, 2 * NAME_LIMIT).rpartition(COUNT_MARK)
    return f"{isolated(name, 2 * NAME_LIMIT)}{mark}{count}" if mark else isolated(words, 2 * NAME_LIMIT)


def _write(  # noqa: PLR0913, PLR0917 - what, where and how are six things
    painter: QPainter, area: QRect, words: str, look: _Look, colour: str, where: Qt.AlignmentFlag
) -> None:
    """One line of plain text. Where there is no room, names lose their end and gifts keep their count.

    Boxes for letters that no font has can be wider than they are measured: what is left over is clipped.
    """
    painter.setFont(look.font)
    painter.setPen(QColor(colour))
    mode = Qt.TextElideMode.ElideMiddle if COUNT_MARK in words else Qt.TextElideMode.ElideRight
    cut = look.cut(isolate_name(words), mode, area.width())
    with kept_state(painter):
        column = area.adjusted(0, -area.height(), 0, area.height())  # accents may reach above the line
        painter.setClipRect(column, Qt.ClipOperation.IntersectClip)
        painter.drawText(area, where.value | AS_IT_IS, cut)
