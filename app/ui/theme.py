"""Colours, sizes and fonts of the window, as tables.

Every pair of colours that is ever drawn on each other stands in `TEXT_PAIRS` or `MARK_PAIRS`, and the tests
compute its contrast (WCAG 2.2: text 4.5:1, marks 3:1). The eight accents are Okabe and Ito's colours for
people who see red and green alike; where one is too dark for a card it is lightened, and says so.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app.frozen import value


@value
class Palette:
    """Named colours. `us` and `them` are the sides of a battle, left and right."""

    window: str = "#0b0c0e"
    card: str = "#131417"
    raised: str = "#1e2025"
    line: str = "#2b2e35"
    edge: str = "#6b7079"
    text: str = "#ececee"
    muted: str = "#a3a7b0"
    focus: str = "#56b4e9"
    selected: str = "#1b2730"
    us: str = "#56b4e9"
    them: str = "#e69f00"
    good: str = "#3ccf9b"  # Okabe-Ito green #009e73, lightened
    wait: str = "#f0e442"
    warn: str = "#e69f00"
    bad: str = "#ff8a65"  # Okabe-Ito vermilion #d55e00, lightened
    fan: str = "#e39cc4"  # Okabe-Ito purple #cc79a7, lightened
    gem: str = "#7fd4ff"
    gold: str = "#f2c84b"
    silver: str = "#c9ced6"
    bronze: str = "#d99a6c"
    ink: str = "#0b0c0e"
    accent: str = "#fe2c55"


DARK = Palette()

# (text, what it stands on). `ink` is the text on filled buttons, chips and medals.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "muted") for ground in ("window", "card", "raised", "selected")),
    *(
        (text, ground)
        for text in ("us", "them", "good", "wait", "warn", "bad", "fan", "gem")
        for ground in ("card", "raised", "selected")
    ),
    *(
        ("ink", ground)
        for ground in ("focus", "us", "them", "good", "wait", "warn", "gold", "silver", "bronze")
    ),
)
# Lines, bars, shapes and focus rings.
MARK_PAIRS: tuple[tuple[str, str], ...] = (
    *((mark, "card") for mark in ("us", "them", "focus", "edge", "accent", "good", "wait", "bad")),
    ("focus", "window"),
    ("focus", "selected"),
    ("edge", "raised"),
)

# Sizes in logical pixels. Text of 21 px is 20 arc minutes at 0.7 m on a 24" 1080p monitor (ISO 9241: 20-22).
CAPTION_PX = 15
BODY_PX = 18
CHAT_PX = 21
FIGURE_PX = 28
HERO_PX = (36, 96)  # the battle's clock, smallest and largest
GRID = 8
RADIUS = 12
LEAST_CONTRAST = 4.5
KNEE = 0.04045  # where sRGB turns from a line to a power (WCAG 2.2)

TEXT_FAMILIES = ("Inter", "Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans",
                 "Cantarell", "DejaVu Sans")  # fmt: skip
SCRIPT_FAMILIES = ("Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans CJK JP", "Noto Sans Thai",
                   "Noto Sans Devanagari", "Noto Sans Symbols2")  # fmt: skip
EMOJI_FAMILIES = ("Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji")


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 black to 1 white (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= KNEE else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


GOLDEN = 11400714819323198485  # 2**64 divided by the golden ratio


@lru_cache(maxsize=4096)
def name_colour(user_id: int, background: str = DARK.raised) -> str:
    """A colour that stays with a person, light enough to read on `background`.

    The golden ratio spreads neighbouring ids over the circle of hues; in whole numbers, since ids of
    19 digits leave a float nothing behind the point.
    """
    hue = (user_id * GOLDEN % 2**64) / 2**64
    lightness = 0.55
    while True:
        colour = QColor.fromHslF(hue, 0.62, lightness).name()
        if contrast(colour, background) >= LEAST_CONTRAST + 0.5 or lightness > 0.9:  # noqa: PLR2004
            return colour
        lightness += 0.03


def _installed(families: tuple[str, ...]) -> list[str]:
    """Those that are here: asking Qt for a family that is missing costs a slow search and a warning."""
    here = set(QFontDatabase.families())
    return [family for family in families if family in here]


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


def font(pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """The text font. Figures are of equal width, so that counting numbers do not jump."""
    chosen = QFont([TEXT_FONT.family, *_families()] if TEXT_FONT.family else _families())
    chosen.setStretch(TEXT_FONT.stretch)
    chosen.setPixelSize(pixels)
    chosen.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    chosen.setItalic(italic)
    chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen


@lru_cache(maxsize=1)
def _families() -> list[str]:
    return _installed(TEXT_FAMILIES)[:1] + _installed(SCRIPT_FAMILIES) or [QFont().defaultFamily()]


def dress(app: QApplication) -> None:
    """Give the whole program its style, once, before the first window.

    Qt logs each font of the list that lacks a script before it finds the one that has it; that is the list's
    purpose, so these lines are off.
    """
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    app.setStyle("Fusion")
    app.setPalette(qt_palette(DARK))
    if emoji := _installed(EMOJI_FAMILIES):
        QFontDatabase.setApplicationEmojiFontFamilies(emoji)
    app.setFont(font(BODY_PX))
    if sys.platform.startswith("linux"):
        app.setDesktopFileName("sidestage")


def qt_palette(colours: Palette) -> QPalette:
    """What widgets without a style of their own are painted with."""
    role = QPalette.ColorRole
    table = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.card,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.Highlight: colours.focus,
        role.HighlightedText: colours.ink,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
    }
    palette = QPalette()
    for name, colour in table.items():
        palette.setColor(name, QColor(colour))
    return palette
