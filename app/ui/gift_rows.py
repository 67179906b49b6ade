"""What the rows of both gift tables are drawn with: two lines a row, figures of equal width at the right."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QStaticText,
    QTextCharFormat,
    QTextLayout,
)

from app.ui.emoji import has_emoji, split_formats
from app.ui.gift_texts import COUNT_MARK
from app.ui.icons import draw_icon
from app.ui.look import enlarge, find_look, make_font
from app.ui.painting import keep_state, shape_text
from app.ui.text import NAME_LIMIT, clean_sentence, isolate

ROW_PX = 50
INSET = 8
ICON_PX = 18
GAP_PX = 5
KEPT_WORDS, KEPT_SHAPES = 1_024, 128  # a shape holds up to 5 KB, and a pane shows some thirty rows
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MeasuredFont:
    """A font, with the widths of what was written in it lately: the same rows are painted again and again.

    Attributes:
        wide: the width of a text, px.
        shape: a text ready to draw: to find its letters takes as long as to draw them.
        lay_out: the same of one with emoji, in the colour of its letters and of those; see `split_formats`.
        high: the height of a line, px.
    """

    def __init__(self, look: QFont) -> None:
        self.font, self._metrics = look, QFontMetricsF(look)
        self.high = math.ceil(self._metrics.height())
        self.wide = lru_cache(KEPT_WORDS)(self._measure)
        self.shape = lru_cache(KEPT_SHAPES)(self._shape)
        self.lay_out = lru_cache(KEPT_SHAPES)(self._lay_out)

    def _measure(self, text: str) -> float:
        """Around Qt's own method `lru_cache` would have PySide6 write its help: 20 ms of the start."""
        return self._metrics.horizontalAdvance(text)

    def _shape(self, text: str) -> QStaticText:
        return shape_text(text, self.font)

    def _lay_out(self, text: str, colour: str, pictures: str) -> QTextLayout:
        layout = QTextLayout(text, self.font)
        layout.setCacheEnabled(True)
        layout.setFormats(list(split_formats(text, colour, pictures, _make_format)))
        layout.beginLayout()
        layout.createLine().setNumColumns(len(text))  # all in one line
        layout.endLayout()
        return layout

    def cut(self, text: str, mode: Qt.TextElideMode, width: int) -> str:
        """What fits into so many px."""
        if self.wide(text) <= width:
            return text
        return QFontMetrics(self.font).elidedText(text, mode, width)

    def cut_end(self, text: str, width: float) -> str:
        """The beginning of a text that is no wider than so many px."""
        fits = self.wide(text) <= width
        return text if fits else self.cut(text, Qt.TextElideMode.ElideRight, math.floor(width))


class RowFonts:
    """Fonts and pixels at one scale, made once: a font costs more than a row."""

    def __init__(self) -> None:
        sizes = find_look().sizes
        self.name = MeasuredFont(make_font(sizes.body, bold=True))
        self.figure = MeasuredFont(make_font(sizes.body))
        self.small = MeasuredFont(make_font(sizes.caption))
        self.counting = MeasuredFont(make_font(sizes.caption, italic=True))
        self.inset, self.icon, self.gap = enlarge(INSET), enlarge(ICON_PX), enlarge(GAP_PX)

    def choose_look(self, *, is_counting: bool) -> tuple[MeasuredFont, str]:
        """Font and colour of what was given: another while it still counts."""
        colours = find_look().colours
        return (self.counting, colours.wait) if is_counting else (self.small, colours.muted)


def split_halves(area: QRect) -> tuple[QRect, QRect]:
    """The upper and the lower line of a row."""
    middle = area.y() + area.height() * 54 // 100
    upper = QRect(area.x(), area.y() + 3, area.width(), middle - area.y() - 3)
    return upper, QRect(area.x(), middle, area.width(), area.bottom() - middle - 2)


def draw_ring(painter: QPainter, area: QRect, icon: int) -> None:
    """The mark of a streak that still counts: an open ring, of whose place the area is made smaller."""
    ratio = painter.device().devicePixelRatio()
    side = icon - enlarge(5)
    ring = draw_icon("dots", find_look().colours.wait, side, ratio)
    painter.drawPixmap(area.x(), area.center().y() - side // 2 + 1, ring)
    area.setLeft(area.left() + icon)


@lru_cache(KEPT_WORDS)
def isolate_name(text: str) -> str:
    """A text in its own direction. Of a gift only the name turns: its count stays at the right.

    Names in it that were isolated keep their order.
    """
    line = clean_sentence(text, 2 * NAME_LIMIT)
    name, mark, count = line.rpartition(COUNT_MARK)
    return f"{isolate(name)}{mark}{count}" if mark else isolate(line)


def write(  # noqa: PLR0913, PLR0917 - what, where and how are six things
    painter: QPainter, area: QRect, text: str, look: MeasuredFont, colour: str, where: Qt.AlignmentFlag
) -> None:
    """One line of plain text. Where there is no room, names lose their end and gifts keep their count.

    Boxes for letters that no font has can be wider than they are measured: what is left over is clipped.
    """
    painter.setFont(look.font)
    painter.setPen(QColor(colour))
    mode = Qt.TextElideMode.ElideMiddle if COUNT_MARK in text else Qt.TextElideMode.ElideRight
    cut = look.cut(isolate_name(text), mode, area.width())
    with keep_state(painter):
        column = area.adjusted(0, -area.height(), 0, area.height())  # accents may reach above the line
        painter.setClipRect(column, Qt.ClipOperation.IntersectClip)
        if has_emoji(cut):
            is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
            _write_pictures(painter, area, cut, look, colour, from_right=is_mirrored)
        else:
            _write_letters(painter, area, look.shape(cut), where)


def _write_letters(painter: QPainter, area: QRect, text: QStaticText, where: Qt.AlignmentFlag) -> None:
    """A text at its place in the area; left is where lines begin."""
    size = text.size()
    left_px = area.width() - size.width()
    is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if where & Qt.AlignmentFlag.AlignHCenter:
        left_px /= 2
    elif bool(where & Qt.AlignmentFlag.AlignRight) == is_mirrored:
        left_px = 0
    top = area.y() + math.ceil((area.height() - size.height()) / 2)  # as drawText does
    painter.drawStaticText(QPointF(area.x() + left_px, top), text)


def _write_pictures(  # noqa: PLR0913 - as above
    painter: QPainter, area: QRect, text: str, look: MeasuredFont, colour: str, *, from_right: bool
) -> None:
    """A name with emoji, from where lines begin; see `split_formats`."""
    layout = look.lay_out(text, colour, find_look().colours.text)
    line = layout.lineAt(0)
    top = area.y() + math.ceil((area.height() - line.height()) / 2)  # as drawText does
    left = area.right() + 1 - line.naturalTextWidth() if from_right else area.x()
    layout.draw(painter, QPointF(left, top))


@lru_cache(KEPT_WORDS)
def _make_format(colour: str) -> QTextCharFormat:
    formatted = QTextCharFormat()
    formatted.setForeground(QColor(colour))
    return formatted
