"""Paints what is placed: texts that stand out 7:1 from their ground, and the share bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from app.ui.icons import draw_icon
from app.ui.look import find_look, make_font, measure_contrast
from app.ui.painting import keep_state
from app.ui.panes.glance.row_fit import ICON_EM

if TYPE_CHECKING:
    from app.ui.look import Role
    from app.ui.panes.glance.pieces import PlacedText

STRONG = 7.0  # WCAG 2.2, 1.4.6
ICON_SHARE = 0.85
OLD, HATCHING = 0.6, 110
SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "middle": Qt.AlignmentFlag.AlignHCenter,
}
WHERE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip


def find_ink(role: Role) -> str:
    """The colour of a text: that of its role where it stands out enough, else that of all texts."""
    look = find_look()
    colour = look.find_colour(role)
    return colour if measure_contrast(colour, look.colours.card) >= STRONG else look.colours.text


def find_rect(one: PlacedText, width: int, *, is_mirrored: bool) -> QRect:
    """Where it stands on a page of that width; in languages that are read from the right, mirrored."""
    return QRect(width - one.x - one.width if is_mirrored else one.x, one.y, one.width, one.height)


def paint(painter: QPainter, one: PlacedText, area: QRect, *, is_mirrored: bool) -> None:
    """Paint it there."""
    if one.share is not None:
        _paint_bar(painter, one, QRectF(area), is_mirrored=is_mirrored)
        return
    colour = find_ink(one.colour)
    if one.icon:
        area = _paint_icon(painter, one, area, is_mirrored=is_mirrored)
    painter.setFont(make_font(one.pixels, bold=one.is_bold))
    painter.setPen(QColor(colour))
    side = {"left": "right", "right": "left"}.get(one.side, one.side) if is_mirrored else one.side
    painter.drawText(area, WHERE.value | SIDES[side].value | ONE_LINE.value, one.text)


def _paint_icon(painter: QPainter, one: PlacedText, area: QRect, *, is_mirrored: bool) -> QRect:
    """Paint its drawing; the rest of its place."""
    side, room = round(one.pixels * ICON_SHARE), round(one.pixels * ICON_EM)
    drawing = draw_icon(
        one.icon, find_look().find_colour(one.colour), side, painter.device().devicePixelRatio()
    )
    x = area.right() + 1 - side if is_mirrored else area.x()
    painter.drawPixmap(x, area.y() + (area.height() - side) // 2, drawing)
    return area.adjusted(0, 0, -room, 0) if is_mirrored else area.adjusted(room, 0, 0, 0)


def _paint_bar(painter: QPainter, one: PlacedText, area: QRectF, *, is_mirrored: bool) -> None:
    """Ours from the side where our name stands; theirs is hatched, and a line divides them."""
    colours, outline = find_look().colours, QPainterPath()
    inset = area.height() / 6
    area = area.adjusted(0, inset, 0, -inset)
    share = one.share or 0.0
    outline.addRoundedRect(area, area.height() / 2, area.height() / 2)
    ours = round(area.width() * share)
    left = area.x() + (area.width() - ours if is_mirrored else 0)
    with keep_state(painter):
        painter.setOpacity(OLD if one.is_old else 1.0)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        theirs = area.adjusted(0, 0, -ours, 0) if is_mirrored else area.adjusted(ours, 0, 0, 0)
        painter.fillRect(theirs, QColor(colours.them))
        shade = QColor(colours.shade)
        shade.setAlpha(HATCHING)
        painter.fillRect(theirs, QBrush(shade, Qt.BrushStyle.BDiagPattern))
        painter.fillRect(QRectF(left, area.y(), ours, area.height()), QColor(colours.us))
        divider = left if is_mirrored else left + ours
        wide = area.height() / 6
        painter.fillRect(QRectF(divider - wide / 2, area.y(), wide, area.height()), QColor(colours.card))
