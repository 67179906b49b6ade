"""The fonts of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

TEXT_FAMILIES = (
    "Inter",
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Helvetica Neue",
    "Noto Sans",
    "Cantarell",
    "DejaVu Sans",
)
SCRIPT_FAMILIES = (
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans CJK JP",
    "Noto Sans Thai",
    "Noto Sans Devanagari",
    "Noto Sans Symbols2",
)
EMOJI_FAMILIES = ("Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji")
WEIGHTS = (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold)


@dataclass(slots=True)
class TextFont:
    """Which font the window is written in; set before the first window.

    Attributes:
        family: before all others; empty takes the first of `TEXT_FAMILIES` that is installed.
        stretch: width of the letters in percent of the font's own.
    """

    family: str = ""
    stretch: int = 100


TEXT_FONT = TextFont()


def make_font(pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """Make the text font of a height. Figures are of equal width, so that counting numbers do not jump."""
    chosen = QFont([TEXT_FONT.family, *_list_families()] if TEXT_FONT.family else _list_families())
    chosen.setStretch(TEXT_FONT.stretch)
    chosen.setPixelSize(pixels)
    chosen.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    chosen.setItalic(italic)
    chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen


def hold_font(font: QFont) -> object:
    """What keeps a font and its fallbacks loaded, for as long as somebody has it.

    Qt forgets fonts that nobody holds after a while, and loading those of East Asia again takes 60 ms.
    """
    metrics = QFontMetricsF(font)
    metrics.height()  # loads it
    return font, metrics


def hold_families() -> None:
    """Keep one size of each family that text may need, from now on; one family at a turn of the loop.

    All sizes share what Qt read of a font's file. But when a file falls out of use, Qt's FreeType forgets
    all that it shares, not that one alone (QFreetypeFace::release in 6.11): each size that is made later
    reads its files anew, 1 MB and more for East Asia's. One held size of each keeps that from happening.
    """
    _hold_next(list(dict.fromkeys((*_list_families(), *_find_installed(EMOJI_FAMILIES)))))


def choose_emoji_font() -> None:
    """Draw emoji with the first of EMOJI_FAMILIES that is installed."""
    if emoji := _find_installed(EMOJI_FAMILIES):
        QFontDatabase.setApplicationEmojiFontFamilies(emoji)


def _find_installed(families: tuple[str, ...]) -> list[str]:
    """Those that are here: asking Qt for a family that is missing costs a slow search and a warning."""
    return [family for family in families if family in _list_installed()]


def _hold_next(families: Sequence[str]) -> None:
    application = QCoreApplication.instance()
    if families and application is not None:
        _hold_family(families[0])
        QTimer.singleShot(0, application, lambda: _hold_next(families[1:]))


@cache
def _hold_family(family: str) -> tuple[object, ...]:
    """In the weights that there is a file of its own for; the size does not matter."""
    return tuple(hold_font(QFont(family, weight=weight)) for weight in WEIGHTS)


@lru_cache(maxsize=1)
def _list_installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


@lru_cache(maxsize=1)
def _list_families() -> list[str]:
    return _find_installed(TEXT_FAMILIES)[:1] + _find_installed(SCRIPT_FAMILIES) or [QFont().defaultFamily()]
