"""Names laid out by themselves: each is shaped once, however often its person writes."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextFormat, QTextLayout, QTextOption

from app.frozen import value
from app.ui.emoji import has_emoji, split_formats
from app.ui.text import isolate

# Letters of Hebrew, Arabic and their neighbours, in their blocks.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
WIDEST = 100_000
FOREGROUND = QTextFormat.Property.ForegroundBrush.value


@value
class NameLayout:
    """A name ready to draw in any colour.

    Attributes:
        text: its only line begins at its left upper corner.
        width: px.
        ascent: from its top to its baseline, px.
    """

    text: QTextLayout
    width: float
    ascent: float


def lay_out_name(name: str, font: QFont, pictures: str) -> NameLayout:
    """Lay out a name; its letters are drawn with the painter's pen.

    Args:
        name: clean.
        font: of the letters.
        pictures: colour of the pen for emoji; see `split_formats`.
    """
    words = isolate(name) if has_right_to_left(name) else name
    text = QTextLayout(words, font)
    text.setCacheEnabled(True)
    text.setTextOption(make_row_option())
    if has_emoji(words):
        parts = split_formats(words, "", pictures, _make_pen)
        text.setFormats([part for part in parts if part.format.hasProperty(FOREGROUND)])
    text.beginLayout()
    line = text.createLine()
    line.setLineWidth(WIDEST)
    line.setPosition(QPointF(0, 0))
    text.endLayout()
    return NameLayout(text, line.naturalTextWidth(), line.ascent())


def has_right_to_left(words: str) -> bool:
    """Whether anything in it is written from right to left: only then Qt needs to be told where it ends."""
    return not words.isascii() and _RIGHT_TO_LEFT.search(words) is not None


@lru_cache(maxsize=1)
def make_row_option() -> QTextOption:
    """Left to right as a whole, so that a name is always found at the left; each field turns by itself."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@lru_cache(maxsize=8)
def _make_pen(colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    if colour:
        look.setForeground(QColor(colour))
    return look
