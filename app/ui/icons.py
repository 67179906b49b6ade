"""The window's small pictures, drawn from outlines on a grid of 24, in any colour and size."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.ui.look import DARK, Role, find_look
from app.ui.painting import drop_tools, open_painter

# Outlines are ours. `@` stands for the colour, `%` for the shade inside of a filled shape.
OUTLINES: dict[str, str] = {
    "follow": "<path d='M12 5v14M5 12h14' stroke='@' stroke-width='3.4' stroke-linecap='round'/>",
    "share": "<path d='M6 18C6 11 11 9 17 9M12.500 4 18 9l-5.500 5' fill='none' stroke='@' stroke-width='3'"
    " stroke-linecap='round' stroke-linejoin='round'/>",
    "star": "<path d='M12 3l2.800 5.900 6.200.8-4.600 4.400 1.200 6.400L12 17.400 6.400 20.500l1.200-6.400L3"
    " 9.700l6.200-.8z' fill='@'/>",
    "heart": "<path d='M12 20.500C4 14.500 2.500 11 3.500 8c1.300-3.600 6-4 8.500-.600 2.500-3.400 "
    "7.200-3 8.500.600"
    " 1 3-.500 6.500-8.500 12.500z' fill='@'/>",
    "question": "<path d='M8 9a4 4 0 1 1 6 3.300c-1.500.9-2 1.600-2 3.200' fill='none' stroke='@'"
    " stroke-width='3' stroke-linecap='round'/><circle cx='12' cy='20' r='1.900' fill='@'/>",
    "gift": "<path d='M4 12h7v9H5.500A1.500 1.500 0 0 1 4 19.500zM13 12h7v7.500a1.500 1.500 0 0 1-1.500 "
    "1.500H13z"
    "M3 7h8v4H3zM13 7h8v4h-8z' fill='@'/><path d='M12 7C8 7 6.500 3 9 2.700S12 7 12 7s.5-4.600 "
    "3-4.300S16 7 12 7z'"
    " fill='none' stroke='@' stroke-width='1.800'/>",
    "notice": "<circle cx='12' cy='5.500' r='2' fill='@'/><path d='M12 11v8' stroke='@' stroke-width='3.600'"
    " stroke-linecap='round'/>",
    "gap": "<path d='M3 12h4M10 12h4M17 12h4' stroke='@' stroke-width='3' stroke-linecap='round'/>",
    "emote": "<circle cx='12' cy='12' r='8.500' fill='none' stroke='@' stroke-width='2.600'/>"
    "<path d='M8 13.500c1.500 3.400 6.500 3.400 8 0' fill='none' stroke='@' stroke-width='2.400'"
    " stroke-linecap='round'/><circle cx='9' cy='9.500' r='1.500' fill='@'/>"
    "<circle cx='15' cy='9.500' r='1.500' fill='@'/>",
    "shield": "<path d='M12 2.500l8 3v6c0 5-3.400 8.500-8 10-4.600-1.500-8-5-8-10v-6z' fill='@'/>",
    "mic": "<rect x='8.500' y='2.500' width='7' height='12' rx='3.500' fill='@'/>"
    "<path d='M5 12a7 7 0 0 0 14 0M12 19v3' fill='none' stroke='@' stroke-width='2.400' "
    "stroke-linecap='round'/>",
    "crown": "<path d='M3 19 2.500 7l5.200 4L12 4l4.300 7 5.200-4-.5 12z' fill='@'/>",
    "gem": "<path d='M6.500 4h11L22 9.500 12 21 2 9.500z' fill='@'/><path d='M2 9.500h20M8.500 9.500 12 "
    "21l3.500-11.500L12"
    " 4z' fill='none' stroke='%' stroke-opacity='.35' stroke-width='1.200'/>",
    "round": "<circle cx='12' cy='12' r='9' fill='@'/>",
    "ring": "<circle cx='12' cy='12' r='7.500' fill='none' stroke='@' stroke-width='3.500'/>",
    "dots": "<path d='M12 3a9 9 0 1 1-9 9' fill='none' stroke='@' stroke-width='3.600' "
    "stroke-linecap='round'/>",
    "triangle": "<path d='M12 3 22 20.500H2z' fill='@'/>",
    "square": "<rect x='4' y='4' width='16' height='16' rx='2' fill='@'/>",
    "bars": "<path d='M7.500 4v16M16.500 4v16' stroke='@' stroke-width='5'/>",
    "cross": "<path d='M5 5l14 14M19 5 5 19' stroke='@' stroke-width='4' stroke-linecap='round'/>",
    "alert": "<path d='M12 3v11' stroke='@' stroke-width='5' stroke-linecap='round'/>"
    "<circle cx='12' cy='20' r='2.600' fill='@'/>",
    "again": "<path d='M18.500 7A8 8 0 1 0 20 13' fill='none' stroke='@' stroke-width='3' "
    "stroke-linecap='round'/><path d='M20.500 2v8h-8z' fill='@'/>",
    "hourglass": "<path d='M5 3h14M5 21h14' stroke='@' stroke-width='2.600' stroke-linecap='round'/>"
    "<path d='M7 4h10c0 5-4 6-4 8s4 3 4 8H7c0-5 4-6 4-8s-4-3-4-8z' fill='@'/>",
    "menu": "<path d='M4 6h16M4 12h16M4 18h16' stroke='@' stroke-width='2.600' stroke-linecap='round'/>",
    "at": "<circle cx='12' cy='12' r='4' fill='none' stroke='@' stroke-width='2.600'/>"
    "<path d='M16 8v5.500a2.800 2.800 0 0 0 5.500 0V12a9.500 9.500 0 1 0-4 7.800' fill='none' stroke='@'"
    " stroke-width='2.400' stroke-linecap='round'/>",
    "flag": "<path d='M6 3v19' stroke='@' stroke-width='3' stroke-linecap='round'/>"
    "<path d='M6 4h13l-3 5 3 5H6z' fill='@'/>",
    "spark": "<path d='M12 2l2.500 7.500L22 12l-7.500 2.500L12 22l-2.500-7.500L2 12l7.500-2.500z' fill='@'/>",
    "pin": "<path d='M8 3h8l-1 7 4 4H5l4-4zM12 14v8' fill='@' stroke='@' stroke-width='2'"
    " stroke-linejoin='round'/>",
    "box": "<rect x='2.500' y='2.500' width='19' height='19' rx='4' fill='none' stroke='@'"
    " stroke-width='2'/>",
    "tick": "<path d='M6 12.500l4.200 4.200L18 8' fill='none' stroke='@' stroke-width='3.200'"
    " stroke-linecap='round' stroke-linejoin='round'/>",
    "diamond": "<path d='M12 1.500 22.500 12 12 22.500 1.500 12z' fill='@'/>",
}

# The program's own picture, dark in every theme: a stage seen from the side, its light on the second screen.
APP_ICON = Template(
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'>"
    "<rect width='64' height='64' rx='14' fill='$card'/>"
    "<rect x='11' y='13' width='20' height='6' rx='3' fill='$text'/>"
    "<rect x='11' y='24' width='26' height='6' rx='3' fill='$muted'/>"
    "<rect x='11' y='35' width='16' height='6' rx='3' fill='$text'/>"
    "<rect x='11' y='46' width='22' height='6' rx='3' fill='$muted'/>"
    "<rect x='43' y='34' width='10' height='18' rx='3' fill='$us'/>"
    "<rect x='43' y='22' width='10' height='9' rx='3' fill='$them'/>"
    "<circle cx='48' cy='15' r='4.500' fill='$accent'/></svg>"
)


def draw_icon(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """A picture of `side` logical pixels for a screen of that pixel ratio."""
    return _draw(name, colour, find_look().colours.shade, side, ratio)


@lru_cache(maxsize=512)
def _draw(name: str, colour: str, shade: str, side: int, ratio: float) -> QPixmap:
    body = OUTLINES[name].replace("@", colour).replace("%", shade)
    return _paint(f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>{body}</svg>", side, ratio)


@lru_cache(maxsize=1)
def make_app_icon() -> QIcon:
    """The window's icon in the sizes that title bars, task bars and switchers ask for."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(paint_app_icon(side))
    return icon


def paint_app_icon(side: int) -> QPixmap:
    """The program's icon with sides of so many pixels."""
    return _paint(APP_ICON.substitute(asdict(DARK)), side, 1.0)


def _paint(svg: str, side: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    with open_painter(picture) as painter:
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(picture.rect()))
    picture.setDevicePixelRatio(ratio)
    return drop_tools(picture)


# Badges beside a name and kinds of chat rows: (icon, role of its colour).
BADGES: dict[str, tuple[str, Role]] = {
    "host": ("mic", "accent"),
    "moderator": ("shield", "good"),
    "top_gifter": ("crown", "gold"),
    "subscriber": ("star", "fan"),
    "fan_level": ("heart", "bad"),
    "gifter_level": ("gem", "gem"),
}
KINDS: dict[str, tuple[str, Role]] = {
    "follow": ("follow", "good"),
    "share": ("share", "us"),
    "subscribe": ("star", "fan"),
    "super_fan": ("heart", "fan"),
    "question": ("question", "wait"),
    "gift": ("gift", "them"),
    "emote": ("emote", "muted"),
    "notice": ("notice", "muted"),
    "gap": ("gap", "warn"),
}
