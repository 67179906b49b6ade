"""Draws a chat row: time, picture, name, badges and words; a bar and a tint where it stands out."""

from __future__ import annotations

import sys
from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING, NamedTuple

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
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QRect

    from app.pictures.wish import Key
    from app.state import ChatRow
    from app.ui.look import Role
    from app.ui.panes.chat.layout import ChatLayouts, RowLayout

BAR, SELECTED_BAR, LINE = 3, 6, 2
KEPT_LOOKS = 12
KEPT_COLOURS = 512


class PlacedRow(NamedTuple):
    """A row in its rectangle; nobody has looked since the row before one that `is_new`."""

    layout: RowLayout
    area: QRect
    is_selected: bool
    is_timed: bool
    is_new: bool


class DressedRow(NamedTuple):
    """A row with what its place and the theme make of it.

    Attributes:
        role: of the colour in which it stands out; None where it does not.
        ground: the colour that it is drawn on, `#rrggbb`.
        stamps: pictures for rows on that ground.
    """

    place: PlacedRow
    role: Role | None
    ground: str
    stamps: Stamps


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

    def dress(self, place: PlacedRow, ratio: float) -> DressedRow:
        """Find how a row looks, with so many pixels of the screen for a logical one."""
        role = find_role(place.layout)
        ground = find_ground(place.layout, role, selected=place.is_selected)
        return DressedRow(place, role, ground, self._stamps(self._layouts.fonts, ground, ratio))

    def draw(self, painter: QPainter, rows: Iterable[DressedRow], part: QRect) -> None:
        """Draw rows on the card's colour, as far as they are in this part.

        All grounds, then all pictures, then all words: the same again and again takes a processor half as
        long as turns. What cannot be drawn costs its row, and is told as the faults of slots are.
        """
        rows = sorted(rows, key=self._can_stick_out)  # those have a clip of their own
        for step in (self._draw_ground, self._draw_pictures, self._draw_words):
            rows = [row for row in rows if _is_drawn(step, painter, row, part)]

    def _can_stick_out(self, row: DressedRow) -> bool:
        """Whether something of it could be outside of its rectangle."""
        return not row.place.layout.is_plain or bool(self.needle)

    def _draw_ground(self, painter: QPainter, row: DressedRow, _: QRect) -> None:
        place, area = row.place, row.place.area
        if row.ground != find_look().colours.card:
            painter.fillRect(area, _find_colour(row.ground))
        _mark(painter, row.role, area, selected=place.is_selected)
        if place.is_new:
            line = _find_colour(find_look().colours.focus)
            painter.fillRect(0, area.y(), area.width(), enlarge(LINE), line)

    def _draw_pictures(self, painter: QPainter, row: DressedRow, _: QRect) -> None:
        """The time, who or what it is, and badges."""
        place, fonts = row.place, self._layouts.fonts
        top = place.area.y() + fonts.pad_y
        baseline = top + place.layout.baseline
        if place.is_timed and not place.is_new and fonts.time_width:
            time, above = row.stamps.find_time(place.layout.row.at_ms)
            painter.drawPixmap(fonts.edge, round(baseline) - above, time)
        self._draw_person(painter, place.layout, row.stamps, top + (fonts.line - fonts.avatar) // 2)
        if place.layout.chips:
            self._draw_chips(painter, place.layout, row.stamps, baseline)

    def _draw_words(self, painter: QPainter, row: DressedRow, part: QRect) -> None:
        """The name in its person's colour, words and the emotes in them; piled accents end with the row."""
        place, layout, look = row.place, row.place.layout, find_look()
        if part.right() < layout.x and not place.is_new:  # as where only a time changed
            return
        top = place.area.y() + self._layouts.fonts.pad_y
        if self._can_stick_out(row):
            painter.setClipRect(place.area.intersected(part))
        if place.is_new:
            self._write_new(painter, round(top + layout.baseline))
        if layout.name:
            colour = look.colours.text if place.is_selected else _find_name_colour(layout)
            painter.setPen(_find_colour(colour))
            # Whole pixels below the row: halves would be rounded otherwise above the view than in it.
            drop = floor(self._layouts.fonts.pad_y + layout.baseline - layout.name.ascent + 0.5)
            self._draw_text(painter, layout.name.text, QPointF(layout.x, place.area.y() + drop))
        painter.setPen(_find_colour(look.find_colour("text" if place.is_selected else layout.colour)))
        self._draw_text(painter, layout.text, QPointF(layout.x, top))
        if layout.emotes:
            self._draw_emotes(painter, layout, top)

    def _write_new(self, painter: QPainter, baseline: int) -> None:
        """What the line above what came since the window lost the focus means."""
        fonts = self._layouts.fonts
        if fonts.time_width:
            painter.setPen(_find_colour(find_look().colours.focus))
            painter.setFont(fonts.small)
            painter.drawText(fonts.edge, baseline, show(words.NEW))

    def _draw_text(self, painter: QPainter, text: QTextLayout, place: QPointF) -> None:
        if not self.needle:
            text.draw(painter, place)
            return
        look = QTextCharFormat()
        look.setBackground(_find_colour(find_look().colours.wait))
        look.setForeground(_find_colour(find_look().colours.ink))
        text.draw(painter, place, [make_range(*part, look) for part in find_parts(text.text(), self.needle)])

    def _draw_person(self, painter: QPainter, layout: RowLayout, stamps: Stamps, top: int) -> None:
        """The icon or the picture."""
        fonts, row = self._layouts.fonts, layout.row
        side, ratio = fonts.avatar, stamps.ratio
        if layout.icon:
            gift = self.pictures.find("gift", row.gift_id, row.icon_url, side, ratio)
            _put(painter, gift or stamps.icon(layout.icon), fonts.slot_x, top, side)
        elif layout.name and fonts.style.has_avatars:
            face = self.pictures.find("avatar", row.user.id, row.user.avatar_url, side, ratio)
            face = face or stamps.initial(layout.initial, _find_name_colour(layout))
            painter.drawPixmap(fonts.slot_x, top, face)

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


def _is_drawn(
    draw: Callable[[QPainter, DressedRow, QRect], None], painter: QPainter, row: DressedRow, part: QRect
) -> bool:
    """Draw; whether that went well."""
    try:
        draw(painter, row, part)
    except Exception as fault:  # noqa: BLE001 - a row that cannot be drawn costs itself
        sys.excepthook(type(fault), fault, fault.__traceback__)
        return False
    return True


def _find_name_colour(layout: RowLayout) -> str:
    """Its person's colour; quiet where nobody is meant, or what was said is gone."""
    row = layout.row
    return find_look().colours.muted if row.is_deleted or not row.user.id else name_colour(row.user.id)


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
