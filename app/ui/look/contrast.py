"""How well colours can be told apart, and colours for names that can be read."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from app.ui.look.choice import find_look

KNEE = 0.04045  # where sRGB turns from a line to a power (WCAG 2.2)
GOLDEN = 11400714819323198485  # 2**64 divided by the golden ratio
MARGIN = 0.5  # names stand on other grounds too, which are a little nearer
MIDDLE = 0.5
HUES = 64  # nobody tells nearer ones apart, and what is drawn in one colour can be used again


def measure_luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 black to 1 white (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= KNEE else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def measure_contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, bright = sorted((measure_luminance(one), measure_luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def name_colour(user_id: int) -> str:
    """Give a colour that stays with a person in a theme and can be read on its cards and rows.

    The golden ratio spreads neighbouring ids over the circle of hues; in whole numbers, since ids of
    19 digits leave a float nothing behind the point.
    """
    look = find_look()
    return _make_colour(user_id * GOLDEN % 2**64 * HUES >> 64, look.colours.raised, look.least_contrast)


@lru_cache(maxsize=4 * HUES)
def _make_colour(hue: int, ground: str, least: float) -> str:
    """The first lightness, away from that of the ground, with enough contrast."""
    lightness, step, last = (0.55, 0.03, 0.9) if measure_luminance(ground) < MIDDLE else (0.45, -0.03, 0.1)
    while True:
        colour = QColor.fromHslF(hue / HUES, 0.62, lightness).name()
        if measure_contrast(colour, ground) >= least + MARGIN or (lightness - last) * step > 0:
            return colour
        lightness += step
