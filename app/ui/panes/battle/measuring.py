"""Measures the texts of a battle in parts of their type, when their shape changes: not for each figure."""

from __future__ import annotations

import re

from PySide6.QtGui import QFontMetricsF

from app.frozen import value
from app.ui.look import GRID, enlarge, find_look, make_font
from app.ui.panes.battle.fit import Measure

DIGIT = re.compile(r"\d")
GAPS = 60  # of the height is one gap; 60 in all
LEAST_GAP_PX, LEAST_TYPE_PX = 2, 13
FAR_PX = 49  # 16 arc minutes from two metres on a 24" 1080p screen


@value
class DecidingTexts:
    """The texts that decide how large all is written, digits as zeros: those are all as wide.

    Attributes:
        clock, gap, score, name, meaning: the longest of each.
        items: lines of cards.
        names: lines of names.
        rows: of a battle of more than two.
    """

    clock: str
    gap: str
    score: str
    name: str
    meaning: str
    items: int
    names: int
    rows: int


def blank_digits(text: str) -> str:
    """The text with zeros for digits."""
    return DIGIT.sub("0", text)


def measure_shape(shape: DecidingTexts, width: int, height: int) -> Measure:
    """Measure in one size: Qt keeps a font with all its fallbacks for each size in which it measures."""
    pixels = find_look().sizes.hero_most
    bold, plain = QFontMetricsF(make_font(pixels, bold=True)), QFontMetricsF(make_font(pixels))
    return Measure(
        width=width,
        height=height,
        line=max(bold.height(), plain.height()) / pixels,
        clock=bold.horizontalAdvance(shape.clock) / pixels,
        gap=bold.horizontalAdvance(shape.gap) / pixels,
        score=bold.horizontalAdvance(shape.score) / pixels,
        name=bold.horizontalAdvance(shape.name) / pixels,
        meaning=plain.horizontalAdvance(shape.meaning) / pixels,
        gap_px=max(enlarge(LEAST_GAP_PX), min(enlarge(GRID), height // GAPS)),
        least_px=round(LEAST_TYPE_PX * find_look().scale),
        far_px=round(FAR_PX * find_look().scale),
        items=shape.items,
        names=shape.names,
        rows=shape.rows,
    )
