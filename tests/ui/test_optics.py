"""The arithmetic of letters, against the table of product.md F."""

import math

import pytest

from app.ui.optics import (
    LEAST_ARCMIN,
    USUAL_ARCMIN,
    find_arcmin,
    find_height_mm,
    find_least_pixels,
    find_pitch_mm,
    find_pixels,
)

ANGLES = (LEAST_ARCMIN, USUAL_ARCMIN, 22.0)
HEIGHTS = {0.7: (3.3, 4.1, 4.5), 1: (4.7, 5.8, 6.4), 2: (9.3, 11.6, 12.8)}
PIXELS = {
    0.277: {0.7: (17, 21, 23), 1: (24, 30, 33), 2: (48, 60, 66)},
    0.311: {0.7: (15, 19, 21), 1: (21, 27, 29), 2: (43, 53, 59)},
    0.233: {0.7: (20, 25, 28), 1: (29, 36, 39), 2: (57, 71, 78)},
    0.155: {0.7: (30, 37, 41), 1: (43, 53, 59), 2: (86, 107, 118)},
    0.179: {0.7: (26, 32, 36), 1: (37, 46, 51), 2: (74, 93, 102)},
    0.151: {0.7: (31, 39, 42), 1: (44, 55, 61), 2: (88, 110, 121)},
}
CELLS = [
    (pitch, metres, arcmin, pixels)
    for pitch, rows in PIXELS.items()
    for metres, cells in rows.items()
    for arcmin, pixels in zip(ANGLES, cells, strict=True)
]


@pytest.mark.parametrize(("pitch", "metres", "arcmin", "pixels"), CELLS)
def test_font_sizes_are_those_of_the_table(pitch, metres, arcmin, pixels):
    """The table's pitches have three digits, of which the last is rounded."""
    least, most = (find_pixels(arcmin, metres, one) for one in (pitch + 0.0005, pitch - 0.0005))
    assert least - 0.5 <= pixels <= most + 0.5


@pytest.mark.parametrize("metres", HEIGHTS)
def test_heights_are_those_of_the_table(metres):
    heights = tuple(round(find_height_mm(arcmin, metres), 1) for arcmin in ANGLES)
    assert heights == HEIGHTS[metres]


@pytest.mark.parametrize("metres", [0.7, 1, 1.5, 2, 3])
@pytest.mark.parametrize("pitch", PIXELS)
def test_the_least_size_is_never_below_16_minutes(metres, pitch):
    pixels = find_least_pixels(metres, pitch, 0.729)
    assert find_arcmin(pixels, metres, pitch, 0.729) >= LEAST_ARCMIN
    assert find_arcmin(pixels - 1, metres, pitch, 0.729) < LEAST_ARCMIN


@pytest.mark.parametrize("dpi", [0, -1, 2, 5_000, math.inf, math.nan])
def test_a_screen_that_cannot_be_is_a_plain_one(dpi):
    assert find_pitch_mm(dpi) == find_pitch_mm(96)
