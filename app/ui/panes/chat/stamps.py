"""Times and badges of chat rows, drawn once and then copied: many rows carry the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPixmap

from app.ui.figures import MINUTE_MS, time_of_day
from app.ui.icons import pixmap
from app.ui.look import current
from app.ui.painting import painting

if TYPE_CHECKING:
    from app.ui.panes.chat.badges import Chip
    from app.ui.panes.chat.layout import ChatFonts

KEPT = 512
MIDDLE = 0.36  # of the text's height: what its small letters have their middle at, above the baseline


class Stamps:
    """Pictures for rows on one ground, at one text size and pixel ratio, in one theme.

    They are as opaque as the ground, so that letters are smoothed as they would be on the row itself.

    Attributes:
        chip: draws a badge with its number so far below its top, or gives the picture of it.
    """

    def __init__(self, fonts: ChatFonts, ground: str, ratio: float) -> None:
        self._fonts, self._ground, self._ratio = fonts, QColor(ground), ratio
        self._ascent = round(QFontMetricsF(fonts.small).ascent())
        self._small_height = round(QFontMetricsF(fonts.small).height())
        self._cap_height = QFontMetricsF(fonts.chip).capHeight()
        self._minute = lru_cache(maxsize=KEPT)(self._draw_minute)
        self.chip = lru_cache(maxsize=KEPT)(self._draw_chip)

    def time(self, at_ms: int) -> tuple[QPixmap, int]:
        """The time of day, and how far its top is above the baseline."""
        return self._minute(at_ms // MINUTE_MS), self._ascent

    def _draw_minute(self, minute: int) -> QPixmap:
        picture = self._blank(QSize(self._fonts.time_width + 1, self._small_height))
        with painting(picture) as painter:
            painter.setFont(self._fonts.small)
            painter.setPen(QColor(current().colours.muted))
            painter.drawText(QPointF(0, self._ascent), time_of_day(minute * MINUTE_MS))
        return picture

    def chip_place(self, baseline: float) -> tuple[int, int]:
        """Where the top of a badge is, and how far below that its number stands, from the baseline."""
        middle = baseline - self._fonts.pixels * MIDDLE
        top = round(middle - self._fonts.icon / 2)
        return top, round(middle + self._cap_height / 2) - top

    def _draw_chip(self, chip: Chip, drop: int) -> QPixmap:
        fonts = self._fonts
        picture = self._blank(QSize(fonts.chip_width(chip), fonts.icon))
        colour = current().colour_of(chip.colour)
        with painting(picture) as painter:
            painter.drawPixmap(0, 0, pixmap(chip.icon, colour, fonts.icon, self._ratio))
            if chip.text:
                painter.setFont(fonts.chip)
                painter.setPen(QColor(colour))
                painter.drawText(QPointF(fonts.icon + 1, drop), chip.text)
        return picture

    def _blank(self, size: QSize) -> QPixmap:
        picture = QPixmap(size * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(self._ground)
        return picture
