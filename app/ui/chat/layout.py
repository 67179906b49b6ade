"""Measures and lays out chat rows, and remembers the rows that were on screen lately."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from app.ui.chat.badges import Chip, chips_of
from app.ui.chat.model import is_somebody
from app.ui.icons import KINDS
from app.ui.text import NAME_LIMIT, isolated, utf16_length
from app.ui.theme import CAPTION_PX, CHAT_PX, DARK, font, name_colour

if TYPE_CHECKING:
    from app.state import ChatRow

KEPT_LAYOUTS = 512
PAD_X, PAD_Y = 16, 5
CHIP_GAP = 6
MOST_STRETCH = 1.15
DELETED_LIMIT = 50
REMOVED = "  removed by a moderator"


@dataclass(frozen=True, slots=True)
class RowLayout:
    """A row ready to draw, in pixels. Its text begins at `text_x`, its first line stands on `baseline`."""

    row: ChatRow
    text: QTextLayout
    chips: tuple[Chip, ...]
    height: int
    text_x: int
    baseline: float


class _Run(NamedTuple):
    text: str
    format: QTextCharFormat


class ChatFonts:
    """The fonts of the chat at one text size, with what is measured of them.

    Args:
        pixels: height of the text font.
    """

    def __init__(self, pixels: int = CHAT_PX) -> None:
        self.pixels = pixels
        self.text = font(pixels)
        self.small = font(max(CAPTION_PX - 2, round(pixels * 0.72)))
        self.chip = font(max(12, round(pixels * 0.62)), bold=True)
        self.icon = round(pixels * 0.86)
        self.time_width = round(QFontMetricsF(self.small).horizontalAdvance("00:00"))
        self.line_height = round(QFontMetricsF(self.text).height()) + 2 * PAD_Y
        metrics = QFontMetricsF(self.text)
        self.ascent, self.height = metrics.ascent(), metrics.height()
        self._chip_metrics = QFontMetricsF(self.chip)
        self._held = tuple(_held(look) for look in (self.text, self.small, self.chip, _bold(self.text)))

    @property
    def text_x(self) -> int:
        """Where the text column begins, right of the times."""
        return PAD_X + self.time_width + 12

    def chip_width(self, chip: Chip) -> int:
        """Width of a badge with its number."""
        number = round(self._chip_metrics.horizontalAdvance(chip.text)) + 3 if chip.text else 0
        return self.icon + number


def _bold(look: QFont) -> QFont:
    """The font that a layout takes for names."""
    bold = QFont(look)
    bold.setWeight(QFont.Weight.Bold)
    return bold


def _held(look: QFont) -> tuple[QFont, QFontMetricsF]:
    """Keeps what Qt has loaded for a font and its fallbacks.

    Qt forgets fonts that nobody holds after a while, and loading those of East Asia again takes 60 ms.
    """
    return look, QFontMetricsF(look)


class ChatLayouts:
    """Layouts by (row number, width). A row that changed is laid out anew: rows are values."""

    def __init__(self, fonts: ChatFonts) -> None:
        self.fonts = fonts
        self._kept: OrderedDict[tuple[int, int], RowLayout] = OrderedDict()

    def of(self, row: ChatRow, width: int) -> RowLayout:
        """The layout of a row in a column of that width."""
        key = row.seq, width
        known = self._kept.get(key)
        if known is not None and known.row is row:
            self._kept.move_to_end(key)
            return known
        made = self._kept[key] = _laid_out(row, width, self.fonts)
        if len(self._kept) > KEPT_LAYOUTS:
            self._kept.popitem(last=False)
        return made

    def resize(self, fonts: ChatFonts) -> None:
        """Use another text size from now on."""
        self.fonts = fonts
        self._kept.clear()


def _laid_out(row: ChatRow, width: int, fonts: ChatFonts) -> RowLayout:
    chips = _chips(row)
    runs = _runs(row)
    text = QTextLayout("".join(run.text for run in runs), fonts.text)
    text.setTextOption(_option())
    text.setFormats(_ranges(runs))
    indent = sum(fonts.chip_width(chip) + CHIP_GAP for chip in chips)
    bottom = _break_lines(text, max(80, width - fonts.text_x - PAD_X), indent, fonts)
    first = text.lineAt(0)
    return RowLayout(row, text, chips, round(bottom) + 2 * PAD_Y, fonts.text_x, first.y() + first.ascent())


def _break_lines(text: QTextLayout, width: int, indent: int, fonts: ChatFonts) -> float:
    """Wrap to `width`; the first line leaves room for the badges. Returns the height.

    Fonts of some scripts ask for lines half as high again: they get a little more, so that rows stay even.
    """
    bottom = 0.0
    text.beginLayout()
    while (line := text.createLine()).isValid():
        inset = 0 if bottom else min(indent, width - 40)
        line.setLineWidth(width - inset)
        height = min(max(line.height(), fonts.height), fonts.height * MOST_STRETCH)
        line.setPosition(QPointF(inset, bottom + (height - fonts.height) / 2 + fonts.ascent - line.ascent()))
        bottom += height
    text.endLayout()
    return bottom


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


def _runs(row: ChatRow) -> list[_Run]:
    """Name and words with their looks."""
    named = [_Run(isolated(row.user.name, NAME_LIMIT), _name_format(row)), _Run("  ", _plain())]
    runs = named if is_somebody(row) else []
    if row.deleted:
        return [*runs, _Run(isolated(row.text, DELETED_LIMIT), _struck()), _Run(REMOVED, _faint())]
    spoken = row.kind in ("comment", "question") and not row.is_history
    return [*runs, _Run(isolated(row.text), _plain() if spoken else _faint())]


def _ranges(runs: list[_Run]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for run in runs:
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, utf16_length(run.text), run.format
        start += part.length
        ranges.append(part)
    return ranges


def _name_format(row: ChatRow) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setForeground(QColor(DARK.muted if row.deleted or not row.user.id else name_colour(row.user.id)))
    return look


@lru_cache(maxsize=1)
def _plain() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(DARK.text))
    return look


@lru_cache(maxsize=1)
def _faint() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(DARK.muted))
    return look


@lru_cache(maxsize=1)
def _struck() -> QTextCharFormat:
    look = QTextCharFormat(_faint())
    look.setFontStrikeOut(True)
    return look
