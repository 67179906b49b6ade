"""Draws a chat row: time, badges, name and words; events with a bar and a tint as well."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from app.ui.icons import KINDS
from app.ui.panes.chat.layout import CHIP_GAP, PAD_X, PAD_Y
from app.ui.panes.chat.stamps import Stamps
from app.ui.theme import DARK

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
        baseline = PAD_Y + layout.baseline
        time, above = stamps.time(layout.row.at_ms)
        painter.drawPixmap(PAD_X, area.y() + round(baseline) - above, time)
        x, (top, drop) = layout.text_x, stamps.chip_place(baseline)
        for chip in layout.chips:
            painter.drawPixmap(x, area.y() + top, stamps.chip(chip, drop))
            x += fonts.chip_width(chip) + CHIP_GAP
        painter.setPen(_colour(layout.colour))
        layout.text.draw(painter, QPointF(layout.text_x, area.y() + PAD_Y))


@lru_cache(maxsize=KEPT_COLOURS)
def _colour(name: str) -> QColor:
    return QColor(name)


def _ground(layout: RowLayout, *, selected: bool) -> str:
    """What the row is drawn on."""
    if selected:
        return DARK.selected
    return DARK.card if layout.row.kind in QUIET_KINDS else DARK.raised


def _mark(painter: QPainter, layout: RowLayout, area: QRect, *, selected: bool) -> None:
    """The bar at the left edge: of chosen rows, and of those that are no words."""
    kind = layout.row.kind
    if selected:
        painter.fillRect(0, area.y(), SELECTED_BAR, area.height(), _colour(DARK.focus))
    elif kind not in QUIET_KINDS and kind in KINDS:
        painter.fillRect(0, area.y(), BAR, area.height(), _colour(KINDS[kind][1]))
