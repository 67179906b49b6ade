"""How large letters must be to be read from afar. Pure arithmetic, without Qt.

An eye reads an angle: 16 arc-minutes of cap height are the least (ISO 9241), 20 to 22 are preferred.
"""

from __future__ import annotations

from math import ceil, pi

LEAST_ARCMIN, USUAL_ARCMIN = 16.0, 20.0
ARCMIN_OF_CIRCLE = 21_600
CAP = 0.7  # cap height of most fonts, as a part of their size
MM_OF_INCH, MM_OF_METRE = 25.4, 1_000
PLAIN_DPI, LEAST_DPI, MOST_DPI = 96.0, 20.0, 700.0  # what lies outside, a screen made up


def find_height_mm(arcmin: float, metres: float) -> float:
    """How high what fills an angle is at a distance."""
    return 2 * pi * metres * MM_OF_METRE * arcmin / ARCMIN_OF_CIRCLE


def find_pixels(arcmin: float, metres: float, pitch_mm: float, cap: float = CAP) -> float:
    """The size of a font whose capitals fill an angle.

    Args:
        arcmin: the angle.
        metres: how far away the eye is.
        pitch_mm: from one pixel to the next.
        cap: cap height of the font, as a part of its size.
    """
    return find_height_mm(arcmin, metres) / pitch_mm / cap


def find_least_pixels(metres: float, pitch_mm: float, cap: float = CAP) -> int:
    """The smallest size that may be used: whole pixels, never under 16 arc-minutes."""
    return ceil(find_pixels(LEAST_ARCMIN, metres, pitch_mm, cap))


def find_arcmin(pixels: float, metres: float, pitch_mm: float, cap: float = CAP) -> float:
    """The angle that capitals of a font size fill."""
    return pixels * pitch_mm * cap * ARCMIN_OF_CIRCLE / (2 * pi * metres * MM_OF_METRE)


def find_pitch_mm(dots_per_inch: float) -> float:
    """From one pixel to the next, as a screen says; as of a plain one where that cannot be."""
    is_possible = LEAST_DPI <= dots_per_inch <= MOST_DPI
    return MM_OF_INCH / (dots_per_inch if is_possible else PLAIN_DPI)
