"""Measures and lays out chat rows, and remembers the rows that were on screen lately."""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from app.frozen import value
from app.ui.icons import KINDS
from app.ui.look import current, enlarge, make_font
from app.ui.panes.chat.badges import Chip, chips_of
from app.ui.panes.chat.words import words_of

if TYPE_CHECKING:
    from app.state import ChatRow

KEPT_LAYOUTS = 512
KEPT_WIDTHS = 512
PAD_X, PAD_Y = 16, 5
CHIP_GAP = 6
MOST_STRETCH = 1.15


@value
class RowLayout:
    """A row ready to draw, in pixels.

    Its text begins at `text_x`, its first line stands on `baseline`; `colour` is that of text without
    a format.
    """

    row: ChatRow
    text: QTextLayout
    colour: str
    chips: tuple[Chip, ...]
    height: int
    text_x: int
    baseline: float


class ChatFonts:
    """The fonts and gaps of the chat at one text size, with what is measured of them.

    Args:
        size: height of the text font at scale 1.

    Attributes:
        pixels: height of the text font at the scale of now.
        chip_width: measures a badge with its number, once.
    """

    def __init__(self, size: int) -> None:
        sizes, pixels = current().sizes, enlarge(size)
        self.size, self.pixels = size, pixels
        self.pad_x, self.pad_y, self.chip_gap = enlarge(PAD_X), enlarge(PAD_Y), enlarge(CHIP_GAP)
        self.text = make_font(pixels)
        self.small = make_font(max(sizes.tiny, round(pixels * 0.72)))
        self.chip = make_font(max(sizes.badge, round(pixels * 0.62)), bold=True)
        self.icon = round(pixels * 0.86)
        self.time_width = round(QFontMetricsF(self.small).horizontalAdvance("00:00"))
        self.line_height = round(QFontMetricsF(self.text).height()) + 2 * self.pad_y
        metrics = QFontMetricsF(self.text)
        self.ascent, self.height = metrics.ascent(), metrics.height()
        self._chip_metrics = QFontMetricsF(self.chip)
        self.chip_width = lru_cache(maxsize=KEPT_WIDTHS)(self._measure_chip)
        self._held = tuple(_hold(look) for look in (self.text, self.small, self.chip, _bold(self.text)))

    @property
    def text_x(self) -> int:
        """Where the text column begins, right of the times."""
        return self.pad_x + self.time_width + enlarge(12)

    def _measure_chip(self, chip: Chip) -> int:
        number = round(self._chip_metrics.horizontalAdvance(chip.text)) + 3 if chip.text else 0
        return self.icon + number


def _bold(look: QFont) -> QFont:
    """The font that a layout takes for names."""
    bold = QFont(look)
    bold.setWeight(QFont.Weight.Bold)
    return bold


def _hold(look: QFont) -> tuple[QFont, QFontMetricsF]:
    """Keeps what Qt has loaded for a font and its fallbacks.

    Qt forgets fonts that nobody holds after a while, and loading those of East Asia again takes 60 ms.
    """
    return look, QFontMetricsF(look)


class ChatLayouts:
    """Layouts by (row number, width). A row that changed is laid out anew: rows are values."""

    def __init__(self, fonts: ChatFonts) -> None:
        self.fonts = fonts
        self._kept: OrderedDict[tuple[int, int], RowLayout] = OrderedDict()

    def find_layout(self, row: ChatRow, width: int) -> RowLayout:
        """The layout of a row in a column of that width, made when it is first asked for."""
        key = row.seq, width
        known = self._kept.get(key)
        if known is not None and known.row is row:
            self._kept.move_to_end(key)
            return known
        made = self._kept[key] = _lay_out_row(row, width, self.fonts)
        if len(self._kept) > KEPT_LAYOUTS:
            self._kept.popitem(last=False)
        return made

    def resize(self, fonts: ChatFonts) -> None:
        """Use another text size from now on."""
        self.fonts = fonts
        self._kept.clear()


def _lay_out_row(row: ChatRow, width: int, fonts: ChatFonts) -> RowLayout:
    chips, words = _chips(row), words_of(row)
    text = QTextLayout(words.text, fonts.text)
    text.setCacheEnabled(True)  # it will be drawn: what was shaped to measure it need not be shaped again
    text.setTextOption(_option())
    text.setFormats(words.formats)
    indent = sum(fonts.chip_width(chip) + fonts.chip_gap for chip in chips)
    bottom, baseline = _break_lines(text, max(80, width - fonts.text_x - fonts.pad_x), indent, fonts)
    height = round(bottom) + 2 * fonts.pad_y
    return RowLayout(row, text, words.colour, chips, height, fonts.text_x, baseline)


def _break_lines(text: QTextLayout, width: int, indent: int, fonts: ChatFonts) -> tuple[float, float]:
    """Wrap to `width`; the first line leaves room for the badges. Returns the height and the first baseline.

    Fonts of some scripts ask for lines half as high again: they get a little more, so that rows stay even.
    """
    bottom = baseline = 0.0
    text.beginLayout()
    while (line := text.createLine()).isValid():
        inset = 0 if bottom else min(indent, width - 40)
        line.setLineWidth(width - inset)
        height = min(max(line.height(), fonts.height), fonts.height * MOST_STRETCH)
        above = (height - fonts.height) / 2 + fonts.ascent - line.ascent()
        line.setPosition(QPointF(inset, bottom + above))
        baseline = baseline or line.y() + line.ascent()
        bottom += height
    text.endLayout()
    return bottom, baseline


@lru_cache(maxsize=1)
def _option() -> QTextOption:
    """Left to right as a whole, so that a name is always found at the left; each field turns by itself."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _chips(row: ChatRow) -> tuple[Chip, ...]:
    """The mark of the kind of row, then the badges of its person."""
    kind = (Chip(*KINDS[row.kind]),) if row.kind in KINDS else ()
    return kind + chips_of(row.user) if row.kind in ("comment", "question", "emote") else kind
