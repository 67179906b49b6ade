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
from app.ui.painting import kept_state
from app.ui.text import NAME_LIMIT, clean, isolated
from app.ui.theme import BODY_PX, CAPTION_PX, DARK, font, name_colour

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
MEDALS = {1: DARK.gold, 2: DARK.silver, 3: DARK.bronze}
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
    """Made once: a font costs more than a row."""

    def __init__(self) -> None:
        self.name = _Look(font(BODY_PX, bold=True))
        self.figure = _Look(font(BODY_PX))
        self.small = _Look(font(CAPTION_PX))
        self.counting = _Look(font(CAPTION_PX, italic=True))


class LeaderDelegate(QStyledItemDelegate):
    """Rank as a number, for the first three on a medal; name over last gift; gifts; diamonds."""

    def __init__(self, model: LeaderModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts = _Fonts()

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
                _write(painter, _right(area), compact(row.gifts), self._fonts.figure, DARK.muted, RIGHT)
            case column if column == DIAMONDS:
                _write(painter, _right(area), compact(row.diamonds), self._fonts.name, DARK.gem, RIGHT)

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
        _write(
            painter,
            area,
            str(row.rank),
            look,
            DARK.ink if medal else DARK.muted,
            Qt.AlignmentFlag.AlignCenter,
        )

    def _name(self, painter: QPainter, area: QRect, row: LeaderRow) -> None:
        over, under = _halves(area.adjusted(6, 0, 0, 0))
        _write(painter, over, row.user.name, self._fonts.name, name_colour(row.user.id), LEFT)
        if row.streaking:
            _hollow(painter, under)
            under.setLeft(under.left() + ICON_PX)
        look = self._fonts.counting if row.streaking else self._fonts.small
        _write(painter, under, last_gift(row), look, DARK.wait if row.streaking else DARK.muted, LEFT)


class LatestDelegate(QStyledItemDelegate):
    """A gift: who over what, diamonds at the right; hollow and italic while a streak counts."""

    def __init__(self, model: LatestModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fonts = _Fonts()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        area: QRect = option.rect.adjusted(INSET, 0, -INSET, 0)
        with kept_state(painter):
            self._row(painter, area, self._model.row_at(index.row()))

    def _row(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        figure = compact(gift.diamonds)
        width = round(self._fonts.name.wide(figure))
        _write(painter, area, figure, self._fonts.name, DARK.gem, RIGHT)
        ratio = painter.device().devicePixelRatio()
        gem_x = area.right() - width - ICON_PX - 4
        painter.drawPixmap(gem_x, area.center().y() - ICON_PX // 2, pixmap("gem", DARK.gem, ICON_PX, ratio))
        self._words(painter, area.adjusted(0, 0, -(width + ICON_PX + 12), 0), gift)

    def _words(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        ratio = painter.device().devicePixelRatio()
        over, under = _halves(area.adjusted(ICON_PX + 14, 0, 0, 0))
        picture = pixmap("gift", DARK.wait if gift.open else DARK.muted, ICON_PX + 4, ratio)
        painter.drawPixmap(area.x(), area.center().y() - ICON_PX // 2 - 1, picture)
        _write(painter, over, gift.user.name, self._fonts.name, name_colour(gift.user.id), LEFT)
        if gift.open:
            _hollow(painter, under)
            under.setLeft(under.left() + ICON_PX)
        self._given(painter, under, gift)

    def _given(self, painter: QPainter, area: QRect, gift: GiftRow) -> None:
        """What, and to which guest; each is cut by itself, so that the count and the name can be read."""
        look, colour = (self._fonts.counting, DARK.wait) if gift.open else (self._fonts.small, DARK.muted)
        whom = clean(gift.to_user.name, NAME_LIMIT) if gift.to_user else ""
        words = f"{what(gift)} →" if whom else what(gift)
        left = beside(area.width(), _wide(words, look), _wide(whom, look))
        _write(painter, QRect(area.topLeft(), QSize(left, area.height())), words, look, colour, LEFT)
        if whom:
            _write(painter, area.adjusted(left + GAP_PX, 0, 0, 0), whom, look, colour, LEFT)


def _wide(words: str, look: _Look) -> int:
    """What a text takes as it is drawn, px; rounded up, or it would be cut."""
    return round(look.wide(isolate_name(words))) + 2 if words else 0


def beside(whole: int, first: int, second: int) -> int:
    """How wide the first of two texts may be, px: two fifths are the second's, if it wants them."""
    return min(first, whole - min(second + GAP_PX, whole * 2 // 5)) if second else whole


def _halves(area: QRect) -> tuple[QRect, QRect]:
    """The upper and the lower line of a row."""
    middle = area.y() + area.height() * 54 // 100
    upper = QRect(area.x(), area.y() + 3, area.width(), middle - area.y() - 3)
    return upper, QRect(area.x(), middle, area.width(), area.bottom() - middle - 2)


def _right(area: QRect) -> QRect:
    return area.adjusted(0, 0, -INSET, 0)


def _hollow(painter: QPainter, area: QRect) -> None:
    """The mark of a streak that still counts: an open ring."""
    ratio = painter.device().devicePixelRatio()
    side = ICON_PX - 5
    painter.drawPixmap(area.x(), area.center().y() - side // 2 + 1, pixmap("dots", DARK.wait, side, ratio))


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
