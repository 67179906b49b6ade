"""Draws a chat row: time, picture, name, badges and words; a bar and a tint where it stands out."""

from __future__ import annotations

from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextCharFormat, QTextLayout

from app.ui.icons import draw_icon
from app.ui.look import enlarge, find_look, name_colour
from app.ui.panes.chat.badges import find_badge, list_badge_keys
from app.ui.panes.chat.grounds import find_ground, find_role
from app.ui.panes.chat.stamps import Stamps
from app.ui.panes.chat.words import find_parts, make_range
from app.ui.pictures import Pictures
from app.words import chat as words
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from app.pictures.wish import Key
    from app.state import ChatRow
    from app.ui.look import Role
    from app.ui.panes.chat.layout import ChatLayouts, RowLayout

BAR, SELECTED_BAR, LINE = 3, 6, 2
KEPT_LOOKS = 12
KEPT_COLOURS = 512


class RowPainter:
    """Draws rows from their layouts.

    Attributes:
        needle: is marked wherever it stands, folded; empty for nothing.
        pictures: where pictures are found.
    """

    def __init__(self, layouts: ChatLayouts) -> None:
        self.needle = ""
        self.pictures = Pictures()
        self._layouts = layouts
        self._stamps = lru_cache(maxsize=KEPT_LOOKS)(Stamps)

    def draw(
        self, painter: QPainter, layout: RowLayout, area: QRect, *, selected: bool, timed: bool = True
    ) -> None:
        """Draw a row in its rectangle, on the card's colour; the painter is clipped to what is free."""
        fonts, role = self._layouts.fonts, find_role(layout)
        ground = find_ground(layout, role, selected=selected)
        stamps = self._stamps(fonts, ground, painter.device().devicePixelRatio())
        if ground != find_look().colours.card:
            painter.fillRect(area, _find_colour(ground))
        _mark(painter, role, area, selected=selected)
        top = area.y()
        baseline = top + fonts.pad_y + layout.baseline
        if timed and fonts.time_width:
            time, above = stamps.find_time(layout.row.at_ms)
            painter.drawPixmap(fonts.edge, round(baseline) - above, time)
        self._draw_person(painter, layout, stamps, top, selected=selected)
        if layout.chips:
            self._draw_chips(painter, layout, stamps, baseline)
        words_role = "text" if selected else layout.colour
        painter.setPen(_find_colour(find_look().find_colour(words_role)))
        self._draw_text(painter, layout.text, QPointF(layout.x, top + fonts.pad_y))
        if layout.emotes:
            self._draw_emotes(painter, layout, top + fonts.pad_y)

    def draw_new(self, painter: QPainter, layout: RowLayout, area: QRect) -> None:
        """The line above what came since the window lost the focus, and what it means."""
        colour, fonts = _find_colour(find_look().colours.focus), self._layouts.fonts
        painter.fillRect(0, area.y(), area.width(), enlarge(LINE), colour)
        if fonts.time_width:
            painter.setPen(colour)
            painter.setFont(fonts.small)
            baseline = round(area.y() + fonts.pad_y + layout.baseline)
            painter.drawText(fonts.edge, baseline, show(words.NEW))

    def _draw_text(self, painter: QPainter, text: QTextLayout, place: QPointF) -> None:
        if not self.needle:
            text.draw(painter, place)
            return
        look = QTextCharFormat()
        look.setBackground(_find_colour(find_look().colours.wait))
        look.setForeground(_find_colour(find_look().colours.ink))
        text.draw(painter, place, [make_range(*part, look) for part in find_parts(text.text(), self.needle)])

    def _draw_person(
        self, painter: QPainter, layout: RowLayout, stamps: Stamps, y: int, *, selected: bool
    ) -> None:
        """The icon or the picture, and the name in its person's colour."""
        fonts, row = self._layouts.fonts, layout.row
        top = y + fonts.pad_y + (fonts.line - fonts.avatar) // 2
        colours = find_look().colours
        is_pale = row.is_deleted or not row.user.id
        colour = colours.muted if is_pale else name_colour(row.user.id)
        side, ratio = fonts.avatar, stamps.ratio
        if layout.icon:
            gift = self.pictures.find("gift", row.gift_id, row.icon_url, side, ratio)
            _put(painter, gift or stamps.icon(layout.icon), fonts.slot_x, top, side)
        elif layout.name and fonts.style.has_avatars:
            face = self.pictures.find("avatar", row.user.id, row.user.avatar_url, side, ratio)
            painter.drawPixmap(fonts.slot_x, top, face or stamps.avatar(row.user.name, colour))
        if layout.name:
            painter.setPen(_find_colour(colours.text if selected else colour))
            # Whole pixels below the row: halves would be rounded otherwise above the view than in it.
            drop = floor(fonts.pad_y + layout.baseline - layout.name.ascent + 0.5)
            self._draw_text(painter, layout.name.text, QPointF(layout.x, y + drop))

    def _draw_emotes(self, painter: QPainter, layout: RowLayout, y: int) -> None:
        """In their places; until they came, a mark of the same size."""
        ratio, side = painter.device().devicePixelRatio(), self._layouts.fonts.emote
        for emote, x, top in layout.emotes:
            picture = self.pictures.find("emote", emote.emote_id, emote.image_url, side, ratio)
            picture = picture or draw_icon("emote", find_look().colours.muted, side, ratio)
            _put(painter, picture, layout.x + x, y + top, side)

    def _draw_chips(self, painter: QPainter, layout: RowLayout, stamps: Stamps, baseline: float) -> None:
        fonts, x = self._layouts.fonts, layout.chips_x
        top, drop = stamps.find_chip_place(baseline)
        side, ratio = fonts.icon, stamps.ratio
        for chip in layout.chips:
            badge = find_badge(self.pictures, chip, side, ratio)
            painter.drawPixmap(x, top, stamps.chip(chip, drop, is_free=badge is not None))
            if badge is not None:
                _put(painter, badge, x, top, side)
            x += fonts.chip_width(chip) + fonts.chip_gap


def _put(painter: QPainter, picture: QPixmap, x: int, y: int, side: int) -> None:
    """Draw a picture in the middle of a square."""
    size = picture.deviceIndependentSize()
    left, above = (side - size.width()) / 2, (side - size.height()) / 2
    painter.drawPixmap(x + round(left), y + round(above), picture)


def list_pictures(row: ChatRow) -> tuple[Key, ...]:
    """Which pictures a row may show."""
    gift: tuple[Key, ...] = (("gift", row.gift_id),) if row.gift_id else ()
    emotes: tuple[Key, ...] = tuple(("emote", emote.emote_id) for emote in row.emotes)
    return (("avatar", row.user.id), *list_badge_keys(row.user), *gift, *emotes)


@lru_cache(maxsize=KEPT_COLOURS)
def _find_colour(name: str) -> QColor:
    return QColor(name)


def _mark(painter: QPainter, role: Role | None, area: QRect, *, selected: bool) -> None:
    """The bar at the left edge: of chosen rows, and of those that stand out."""
    look = find_look()
    if selected:
        painter.fillRect(0, area.y(), enlarge(SELECTED_BAR), area.height(), _find_colour(look.colours.focus))
    elif role:
        painter.fillRect(0, area.y(), enlarge(BAR), area.height(), _find_colour(look.find_colour(role)))
