"""What is kept of a picture that was drawn."""

import ctypes
import sys

import pytest

from app.ui.faces import _draw_initial
from app.ui.icons import _draw

SIDE, MANY = 8, 200
FIELDS = 10  # of what the C library tells; the eighth are the bytes in use
MOST_BYTES = 2_000  # a picture: 256 of pixels, and what Qt writes about them; the tools alone are 4,500


class Told(ctypes.Structure):
    _fields_ = [(f"field_{number}", ctypes.c_size_t) for number in range(FIELDS)]


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not say how much is in use")
@pytest.mark.parametrize(
    "draw",
    [
        lambda colour: _draw_initial.__wrapped__("A", colour, "#000000", SIDE, 1.0),
        lambda colour: _draw.__wrapped__("mic", colour, colour, SIDE, 1.0),
    ],
    ids=["initial", "icon"],
)
def test_a_picture_is_kept_without_the_tools_that_drew_it(draw):
    tell = ctypes.CDLL(None).mallinfo2
    tell.restype = Told
    draw("#ffffff")  # loads fonts and shapes
    before = tell().field_7
    kept = [draw(f"#{number:06x}") for number in range(MANY)]
    assert tell().field_7 - before < MOST_BYTES * len(kept)
