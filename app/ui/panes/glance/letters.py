"""Measures the letters of the window's font, in one size for all sizes."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from app.ui.look import make_font

MEASURED = 100
SLACK = 1.03  # other sizes are hinted otherwise
LINE_EM = 1.25  # fonts with all scripts ask for more than their letters need
KEPT = 512


class QtLetters:
    """The font of now; another font has other letters."""

    def __init__(self) -> None:
        self._metrics = {bold: QFontMetricsF(make_font(MEASURED, bold=bold)) for bold in (False, True)}
        self._measure = lru_cache(KEPT)(self._measure_anew)
        self._cut = lru_cache(KEPT)(self._cut_anew)

    @property
    def line_em(self) -> float:
        """The height of a line in ems."""
        return LINE_EM

    @property
    def cap_em(self) -> float:
        """The height of a capital in ems."""
        return min(one.capHeight() for one in self._metrics.values()) / MEASURED

    def measure(self, text: str, *, is_bold: bool) -> float:
        """The width of a text in ems."""
        return self._measure(text, is_bold)

    def cut(self, text: str, width_em: float, *, is_bold: bool) -> str:
        """The text, no wider than that; it ends in an ellipsis where it is cut."""
        return self._cut(text, width_em, is_bold)

    def _cut_anew(self, text: str, width_em: float, is_bold: bool) -> str:  # noqa: FBT001 - as below
        room = width_em * MEASURED / SLACK
        return self._metrics[is_bold].elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _measure_anew(self, text: str, is_bold: bool) -> float:  # noqa: FBT001 - a key of what is kept
        return self._metrics[is_bold].horizontalAdvance(text) * SLACK / MEASURED
