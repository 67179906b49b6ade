"""Times, badges and pictures of chat rows, drawn once and then copied: many rows carry the same."""

from __future__ import annotations

from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from app.events.describe.local_time import write_clock_time
from app.ui.icons import draw_icon
from app.ui.look import find_look, make_font
from app.ui.painting import drop_tools, open_painter

if TYPE_CHECKING:
    from app.ui.panes.chat.badges import Chip
    from app.ui.panes.chat.fonts import ChatFonts

KEPT_TIMES, KEPT_CHIPS, KEPT_AVATARS = 16, 256, 512  # two to three KB each, on each ground
MIDDLE = 0.36  # of the text's height: what its small letters have their middle at, above the baseline
INITIAL, ICON = 0.56, 0.78  # of the side of a picture's place


class Stamps:
    """Pictures for rows on one ground, at one text size and pixel ratio, in one theme.

    They are as opaque as the ground, so that letters are smoothed as they would be on the row itself.

    Attributes:
        ratio: pixels of the screen for a logical one.
        chip: draws a badge with its number so far below its top, or gives the picture of it; where the badge
            has a picture of its own, its place is left free.
        icon: what happened, as large as a picture of a person.
        initial: a letter on a colour, until there is a picture of its person.
    """

    def __init__(self, fonts: ChatFonts, ground: str, ratio: float) -> None:
        self._fonts, self._ground, self.ratio = fonts, QColor(ground), ratio
        self._above, self._time_height = _measure_time(fonts)
        self._cap_height = QFontMetricsF(fonts.chip).capHeight()
        self._time = lru_cache(maxsize=KEPT_TIMES)(self._draw_time)
        self.initial = lru_cache(maxsize=KEPT_AVATARS)(self._draw_initial)
        self._bold = make_font(round(fonts.avatar * INITIAL), bold=True)
        self.chip = lru_cache(maxsize=KEPT_CHIPS)(self._draw_chip)
        self.icon = lru_cache(maxsize=KEPT_CHIPS)(self._draw_icon)

    def find_time(self, at_ms: int) -> tuple[QPixmap, int]:
        """The time of day, and how far its top is above the baseline."""
        return self._time(at_ms // self._fonts.times.every_ms), self._above

    def find_chip_place(self, baseline: float) -> tuple[int, int]:
        """Where the top of a badge is, and how far below that its number stands, from the baseline."""
        middle = baseline - self._fonts.pixels * MIDDLE
        top = round(middle - self._fonts.icon / 2)
        return top, round(middle + self._cap_height / 2) - top

    def _draw_time(self, number: int) -> QPixmap:
        times = self._fonts.times
        picture = self._make_blank(QSize(self._fonts.time_width + 1, self._time_height))
        with open_painter(picture) as painter:
            painter.setFont(self._fonts.small)
            painter.setPen(QColor(find_look().colours.muted))
            painter.drawText(QPointF(0, self._above), write_clock_time(number * times.every_ms, times.form))
        return drop_tools(picture)

    def _draw_chip(self, chip: Chip, drop: int, *, is_free: bool = False) -> QPixmap:
        fonts = self._fonts
        picture = self._make_blank(QSize(fonts.chip_width(chip), fonts.icon))
        colour = find_look().find_colour(chip.colour)
        with open_painter(picture) as painter:
            if not is_free:
                painter.drawPixmap(0, 0, draw_icon(chip.icon, colour, fonts.icon, self.ratio))
            if chip.text:
                painter.setFont(fonts.chip)
                painter.setPen(QColor(colour))
                painter.drawText(QPointF(fonts.icon + 1, drop), chip.text)
        return drop_tools(picture)

    def _draw_icon(self, chip: Chip) -> QPixmap:
        side = self._fonts.avatar
        picture, small = self._make_blank(QSize(side, side)), round(side * ICON)
        edge = (side - small) // 2
        with open_painter(picture) as painter:
            drawing = draw_icon(chip.icon, find_look().find_colour(chip.colour), small, self.ratio)
            painter.drawPixmap(edge, edge, drawing)
        return drop_tools(picture)

    def _draw_initial(self, letter: str, colour: str) -> QPixmap:
        side = self._fonts.avatar
        picture = self._make_blank(QSize(side, side))
        with open_painter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QRectF(0, 0, side, side))
            painter.setPen(QColor(find_look().colours.ink))
            painter.setFont(self._bold)
            painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, letter)
        return drop_tools(picture)

    def _make_blank(self, size: QSize) -> QPixmap:
        picture = QPixmap(size * self.ratio)
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(self._ground)
        return picture


def _measure_time(fonts: ChatFonts) -> tuple[int, int]:
    """How far the picture of a time is above the baseline, and how high it is: no more than its row has."""
    small, baseline = QFontMetricsF(fonts.small), floor(fonts.pad_y + fonts.baseline)
    above = min(round(small.ascent()), baseline)
    return above, above + min(round(small.descent()), fonts.line_height - baseline - 1)
