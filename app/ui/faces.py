"""People as small round pictures: their own, else the initial of their name on its colour."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.ui.look import find_look, make_font, name_colour
from app.ui.painting import drop_tools, open_painter
from app.ui.text import clean

if TYPE_CHECKING:
    from app.events import User
    from app.ui.pictures import Pictures

KEPT = 256
INITIAL = 0.56  # of the side
FEW = 8  # letters among which the initial is looked for


def draw_face(painter: QPainter, pictures: Pictures, user: User, place: QPoint, side: int) -> None:
    """Draw a person with the upper left corner there."""
    ratio = painter.device().devicePixelRatio()
    picture = pictures.find("avatar", user.id, user.avatar_url, side, ratio)
    if picture is None:
        letter = clean(user.name[:FEW])[:1].upper()
        picture = _draw_initial(letter, name_colour(user.id), find_look().colours.ink, side, ratio)
    painter.drawPixmap(place, picture)


@lru_cache(maxsize=KEPT)
def _draw_initial(letter: str, colour: str, ink: str, side: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    disc = QRectF(0, 0, side, side)
    with open_painter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(disc)
        painter.setPen(QColor(ink))
        painter.setFont(make_font(round(side * INITIAL), bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, letter)
    return drop_tools(picture)
