"""Draws a chat row: time, badges, name and words; events with a bar and a tint as well."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from app.ui.icons import KINDS
from app.ui.look import current, enlarge
from app.ui.panes.chat.stamps import Stamps

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from app.ui.panes.chat.layout import ChatLayouts, RowLayout

BAR, SELECTED_BAR = 3, 6
KEPT_LOOKS = 8
KEPT_COLOURS = 64
QUIET_KINDS = frozenset({"comment", "emote", "notice"})


class RowPainter:
    """Draws rows from their layouts."""

    def __init__(self, layouts: ChatLayouts) -> None:
        self._layouts = layouts
        self._stamps = lru_cache(maxsize=KEPT_LOOKS)(Stamps)

    def draw(self, painter: QPainter, layout: RowLayout, area: QRect, *, selected: bool) -> None:
        """Draw a row inside of its rectangle, never outside: accents may be piled up to any height."""
        fonts, ground = self._layouts.fonts, _ground(layout, selected=selected)
        stamps = self._stamps(fonts, ground, painter.device().devicePixelRatio())
        painter.setClipRect(area)
        painter.fillRect(area, _colour(ground))
        _mark(painter, layout, area, selected=selected)
        baseline = fonts.pad_y + layout.baseline
        time, above = stamps.time(layout.row.at_ms)
        painter.drawPixmap(fonts.pad_x, area.y() + round(baseline) - above, time)
        x, (top, drop) = layout.text_x, stamps.chip_place(baseline)
        for chip in layout.chips:
            painter.drawPixmap(x, area.y() + top, stamps.chip(chip, drop))
            x += fonts.chip_width(chip) + fonts.chip_gap
        painter.setPen(_colour(layout.colour))
        layout.text.draw(painter, QPointF(layout.text_x, area.y() + fonts.pad_y))


@lru_cache(maxsize=KEPT_COLOURS)
def _colour(name: str) -> QColor:
    return QColor(name)


def _ground(layout: RowLayout, *, selected: bool) -> str:
    """What the row is drawn on."""
    colours = current().colours
    if selected:
        return colours.selected
    return colours.card if layout.row.kind in QUIET_KINDS else colours.raised


def _mark(painter: QPainter, layout: RowLayout, area: QRect, *, selected: bool) -> None:
    """The bar at the left edge: of chosen rows, and of those that are no words."""
    kind, look = layout.row.kind, current()
    if selected:
        painter.fillRect(0, area.y(), enlarge(SELECTED_BAR), area.height(), _colour(look.colours.focus))
    elif kind not in QUIET_KINDS and kind in KINDS:
        painter.fillRect(0, area.y(), enlarge(BAR), area.height(), _colour(look.colour_of(KINDS[kind][1])))
