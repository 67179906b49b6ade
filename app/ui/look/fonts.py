"""The fonts of the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

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


def choose_emoji_font() -> None:
    """Draw emoji with the first of EMOJI_FAMILIES that is installed."""
    if emoji := _find_installed(EMOJI_FAMILIES):
        QFontDatabase.setApplicationEmojiFontFamilies(emoji)


def _find_installed(families: tuple[str, ...]) -> list[str]:
    """Those that are here: asking Qt for a family that is missing costs a slow search and a warning."""
    return [family for family in families if family in _list_installed()]


@lru_cache(maxsize=1)
def _list_installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


@lru_cache(maxsize=1)
def _list_families() -> list[str]:
    return _find_installed(TEXT_FAMILIES)[:1] + _find_installed(SCRIPT_FAMILIES) or [QFont().defaultFamily()]
