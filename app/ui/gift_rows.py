"""What the rows of both gift tables are drawn with: two lines a row, figures of equal width at the right."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter

from app.ui.icons import pixmap
from app.ui.painting import kept_state
from app.ui.text import NAME_LIMIT, clean, isolated
from app.ui.theme import BODY_PX, CAPTION_PX, DARK, font

ROW_PX = 50
INSET = 8
ICON_PX = 18
COUNT_MARK = " ×"
KEPT_WORDS = 1_024
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
AS_IT_IS = (Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip).value


class Look:
    """A font, with the widths of what was written in it lately: the same rows are painted again and again."""

    def __init__(self, look: QFont) -> None:
        self.font = look
        self.wide = lru_cache(KEPT_WORDS)(QFontMetricsF(look).horizontalAdvance)

    def cut(self, words: str, mode: Qt.TextElideMode, width: int) -> str:
        """What fits into so many px."""
        if self.wide(words) <= width:
            return words
        return QFontMetrics(self.font).elidedText(words, mode, width)


class RowFonts:
    """Made once: a font costs more than a row."""

    def __init__(self) -> None:
        self.name = Look(font(BODY_PX, bold=True))
        self.figure = Look(font(BODY_PX))
        self.small = Look(font(CAPTION_PX))
        self.counting = Look(font(CAPTION_PX, italic=True))


def halves_of(area: QRect) -> tuple[QRect, QRect]:
    """The upper and the lower line of a row."""
    middle = area.y() + area.height() * 54 // 100
    upper = QRect(area.x(), area.y() + 3, area.width(), middle - area.y() - 3)
    return upper, QRect(area.x(), middle, area.width(), area.bottom() - middle - 2)


def without_edge(area: QRect) -> QRect:
    """The place of a figure that stands at the right."""
    return area.adjusted(0, 0, -INSET, 0)


def draw_ring(painter: QPainter, area: QRect) -> None:
    """The mark of a streak that still counts: an open ring."""
    ratio = painter.device().devicePixelRatio()
    side = ICON_PX - 5
    painter.drawPixmap(area.x(), area.center().y() - side // 2 + 1, pixmap("dots", DARK.wait, side, ratio))


@lru_cache(KEPT_WORDS)
def isolate_name(words: str) -> str:
    """Words in their own direction. Of a gift only the name turns: its count stays at the right."""
    name, mark, count = clean(words, 2 * NAME_LIMIT).rpartition(COUNT_MARK)
    return f"{isolated(name, 2 * NAME_LIMIT)}{mark}{count}" if mark else isolated(words, 2 * NAME_LIMIT)


def write(  # noqa: PLR0913, PLR0917 - what, where and how are six things
    painter: QPainter, area: QRect, words: str, look: Look, colour: str, where: Qt.AlignmentFlag
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
