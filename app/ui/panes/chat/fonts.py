"""Fonts, places and measures of chat rows at one size of text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF

from app.ui.look import enlarge, find_look, hold_font, make_font
from app.ui.panes.chat.emotes import make_look
from app.ui.panes.chat.names import lay_out_name
from app.ui.panes.chat.style import DENSITIES, TIMES, USUAL_STYLE

if TYPE_CHECKING:
    from app.ui.panes.chat.badges import Chip
    from app.ui.panes.chat.names import NameLayout
    from app.ui.panes.chat.style import RowStyle

KEPT_WIDTHS, KEPT_NAMES = 512, 512  # a name that is laid out holds 3 to 5 KB
EDGE, GAP, CHIP_GAP = 10, 8, 5
AVATAR = 22
EMOTE, EMOTE_GAP = 1.2, 2  # of the text's height; px
TALLEST = "{|}@jgQ_"  # of letters without accents
ABOVE = 0.32  # of the text's height: how far below the middle of its line the baseline is


class ChatFonts:
    """The fonts and gaps of the chat at one text size, with what is measured of them.

    Args:
        size: height of the text font at scale 1.
        style: what rows show.

    Attributes:
        pixels: height of the text font at the scale of now.
        line: height of a line of text.
        chip_width: measures a badge with its number, once.
        name: lays a name out, once.
        emote_look: of the character in an emote's place.
        is_roomy: whether letters without accents stay within their line.
        slot_x: where picture or icon stand.
        name_x: where names begin.
    """

    def __init__(self, size: int, style: RowStyle = USUAL_STYLE) -> None:
        density = DENSITIES[style.density]
        self.size, self.style, self.times = size, style, TIMES[style.times]
        self.pixels = round(enlarge(size) * density.text)
        self.line, self.pad_y = round(self.pixels * density.line), enlarge(density.pad)
        self.line_height = self.line + 2 * self.pad_y
        self.baseline = self.line / 2 + self.pixels * ABOVE
        self.gap, self.chip_gap = enlarge(GAP), enlarge(CHIP_GAP)
        self._make_fonts()
        self.icon, self.emote = round(self.pixels * 0.8), min(self.line, round(self.pixels * EMOTE))
        self.emote_look = make_look(self.text, self.emote + EMOTE_GAP)
        self._place_columns(style)
        self.chip_width = lru_cache(maxsize=KEPT_WIDTHS)(self._measure_chip)
        self.name = lru_cache(maxsize=KEPT_NAMES)(self._lay_out_name)

    def _make_fonts(self) -> None:
        sizes = find_look().sizes
        self.text, self.bold = self._make(self.pixels), self._make(self.pixels)
        self.bold.setWeight(QFont.Weight.Bold)
        self.small = self._make(max(sizes.tiny, round(self.pixels * 0.72)))
        self.chip = make_font(max(sizes.badge, round(self.pixels * 0.62)), bold=True)
        self._chip_metrics, self.bold_metrics = QFontMetricsF(self.chip), QFontMetricsF(self.bold)
        text = self.text_metrics = QFontMetricsF(self.text)
        self.natural = text.height()
        reach = text.tightBoundingRect(TALLEST).united(self.bold_metrics.tightBoundingRect(TALLEST))
        self.is_roomy = -reach.top() <= self.baseline and reach.bottom() <= self.line - self.baseline
        self._held = tuple(hold_font(look) for look in (self.text, self.small, self.chip, self.bold))

    def _make(self, pixels: int) -> QFont:
        font = make_font(pixels)
        if self.style.family:
            font.setFamilies([self.style.family, *font.families()])
        return font

    def _place_columns(self, style: RowStyle) -> None:
        self.time_width = round(QFontMetricsF(self.small).horizontalAdvance(self.times.widest))
        self.edge, self.avatar = enlarge(EDGE), min(enlarge(AVATAR), self.line)
        self.slot_x = self.edge + (self.time_width + self.gap if self.time_width else 0)
        self.name_x = self.slot_x + (self.avatar + self.gap if style.has_avatars else 0)

    def _lay_out_name(self, name: str) -> NameLayout:
        return lay_out_name(name, self.bold, find_look().colours.text)

    def _measure_chip(self, chip: Chip) -> int:
        number = round(self._chip_metrics.horizontalAdvance(chip.text)) + 3 if chip.text else 0
        return self.icon + number
