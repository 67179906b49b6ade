"""Breaks what somebody wrote into a few lines, the last of them cut."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from app.ui.gift_rows import KEPT_WORDS

if TYPE_CHECKING:
    from app.ui.gift_rows import MeasuredFont

UNIT = "utf-16-le"


class Breaker:
    """Breaks texts at one font, and remembers the lines: the same rows are painted again and again.

    Attributes:
        split: makes the lines of a clean text, at a width in px and so many lines at most.
    """

    def __init__(self, look: MeasuredFont) -> None:
        self._look = look
        self.split = lru_cache(KEPT_WORDS)(self._split)

    def _split(self, text: str, width: int, most: int) -> tuple[str, ...]:
        if most == 1 or self._look.wide(text) <= width:
            return (text,)
        units = text.encode(UNIT, "surrogatepass")
        bounds = [2 * start for start in self._find_starts(text, width, most)] + [len(units)]
        lines = [units[first:end].decode(UNIT, "surrogatepass").strip() for first, end in pairwise(bounds)]
        return (*lines[:-1], self._look.cut(lines[-1], Qt.TextElideMode.ElideRight, width))

    def _find_starts(self, text: str, width: int, most: int) -> list[int]:
        """Where lines begin, in Qt's units."""
        layout = QTextLayout(text, self._look.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        return starts
