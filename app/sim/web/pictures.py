"""Pictures of people, gifts, emotes and badges, drawn in code: the same path is the same picture."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from colorsys import hls_to_rgb
from functools import lru_cache
from hashlib import sha256

from app.sim.web.answers import ServedAnswer

PATH = r"/pictures/(?P<name>.+)"
KEPT = 512
CELLS, CELL = 5, 8  # of a person's picture: so many by so many, each so many pixels wide
SIDE = 48
CLEAR, BODY, INK = 0, 1, 2  # places in the palette
Colour = tuple[int, int, int]


def answer_picture(name: str) -> ServedAnswer:
    """The picture at that path, whatever it is called."""
    return ServedAnswer(draw_picture(name), "image/png")


@lru_cache(maxsize=KEPT)
def draw_picture(name: str) -> bytes:
    """A PNG that only the name decides."""
    chance = sha256(name.partition("~")[0].encode()).digest()
    draw = next(draw for pattern, draw in DRAWINGS if re.search(pattern, name))
    return draw(chance)


def _draw_person(chance: bytes) -> bytes:
    """Squares in two colours, the left half as the right."""
    rows = []
    for row in range(CELLS):
        half = [BODY + (chance[row * 3 + column] & 1) for column in range(3)]
        cells = (*half, half[1], half[0])
        rows += [b"".join(bytes([cell]) * CELL for cell in cells)] * CELL
    hue = chance[20] / 256
    return _make_png(rows, _make_colour(hue, 0.3), _make_colour(hue + 0.1, 0.75))


def _draw_gift(chance: bytes) -> bytes:
    """A parcel with a ribbon both ways, on nothing."""

    def place(x: int, y: int) -> int:
        if not (5 <= x < SIDE - 5 and 9 <= y < SIDE - 3):  # noqa: PLR2004
            bow = 4 <= y < 12 and (abs(x - 17) + abs(y - 8) < 7 or abs(x - 30) + abs(y - 8) < 7)  # noqa: PLR2004
            return INK if bow else CLEAR
        return INK if 20 <= x < 28 or 20 <= y < 26 else BODY  # noqa: PLR2004

    hue = chance[0] / 256
    return _draw(place, _make_colour(hue, 0.55), _make_colour(hue + 0.45, 0.8))


def _draw_emote(chance: bytes) -> bytes:
    """A face."""
    middle = (SIDE - 1) / 2

    def place(x: int, y: int) -> int:
        across, down = x - middle, y - middle
        distance = (across**2 + down**2) ** 0.5
        if distance > middle:
            return CLEAR
        eye = abs(abs(across) - 8) < 3 and abs(down + 6) < 5  # noqa: PLR2004
        mouth = down > 4 and abs(distance - 14) < 2.5  # noqa: PLR2004
        return INK if eye or mouth else BODY

    return _draw(place, _make_colour(0.1 + chance[0] / 2048, 0.6), (60, 40, 10))


def _draw_badge(chance: bytes) -> bytes:
    """A disc in a disc."""
    middle = (SIDE - 1) / 2

    def place(x: int, y: int) -> int:
        distance = ((x - middle) ** 2 + (y - middle) ** 2) ** 0.5
        return CLEAR if distance > middle else INK if distance < middle / 2 else BODY

    hue = chance[0] / 256
    return _draw(place, _make_colour(hue, 0.45), _make_colour(hue, 0.85))


# The first whose pattern is found draws.
DRAWINGS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    (r"tos-avt/", _draw_person),
    (r"emote", _draw_emote),
    (r"webcast-va/", _draw_gift),
    (r"", _draw_badge),
)


def _draw(place: Callable[[int, int], int], body: Colour, ink: Colour) -> bytes:
    rows = [bytes(place(x, y) for x in range(SIDE)) for y in range(SIDE)]
    return _make_png(rows, body, ink)


def _make_colour(hue: float, light: float) -> Colour:
    red, green, blue = (round(255 * part) for part in hls_to_rgb(hue % 1, light, 0.65))
    return red, green, blue


def _make_png(rows: list[bytes], body: Colour, ink: Colour) -> bytes:
    """A PNG of rows of places in a palette of nothing and two colours."""
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    parts = (
        (b"IHDR", head),
        (b"PLTE", bytes((0, 0, 0, *body, *ink))),
        (b"tRNS", b"\0"),
        (b"IDAT", data),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_make_chunk(*part) for part in parts)


def _make_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
