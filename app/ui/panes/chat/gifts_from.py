"""What a gift is worth at least to be a row of the chat: chosen beside the chips."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.figures import compact_openly, group_openly
from app.ui.icons import draw_icon
from app.ui.least import LeastButton
from app.ui.look import enlarge, find_look
from app.words import chat as words

ICON_PX = 14


class GiftsFrom(LeastButton):
    """A gem and from how many of them on gifts are rows; where there is little room the gem alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._is_short = False
        super().__init__(parent)
        self.redress()

    def fit(self, room: int, *, is_short: bool) -> bool:
        """Be the gem alone, or say how many, too; whether that needs no more than so many px."""
        self._is_short = is_short
        self.present(self.diamonds)
        return self.sizeHint().width() <= room

    def redress(self) -> None:
        """Take colour and size of now."""
        side = enlarge(ICON_PX)
        self.setIcon(draw_icon("gem", find_look().colours.gem, side, self.devicePixelRatioF()))
        self.setIconSize(QSize(side, side))

    def write_short(self, diamonds: int) -> str:
        """Without the sign of a menu: the chips need the room."""
        return "" if self._is_short else words.GIFTS_FROM_SHORT.fill(least=compact_openly(diamonds))

    def name_least(self, diamonds: int) -> str:
        """Which gifts are rows."""
        return words.GIFTS_FROM.fill(least=group_openly(diamonds)) if diamonds else words.ALL_GIFTS
