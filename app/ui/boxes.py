"""Boxes for numbers and choices: their arrows in our colours, which a style sheet draws from files only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from app.ui.look import GRID, enlarge, find_look
from app.ui.painting import open_painter

if TYPE_CHECKING:
    _Spin = QAbstractSpinBox
else:
    _Spin = object  # Qt's classes are beside it, not below it

FROM_EDGE, HALF_WIDTH = 13, 4  # px: middle of an arrow, and half of its width


class ChoiceBox(QComboBox):
    """One of several words."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """With an arrow down."""
        super().paintEvent(event)
        with open_painter(self) as painter:
            _draw_arrow(painter, self, self.height() / 2, HALF_WIDTH)


class Stepping(_Spin):
    """What boxes for numbers have in common: room at the left, and arrows."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(enlarge(GRID), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """With its arrows."""
        super().paintEvent(event)
        _draw_steps(self)


class WholeBox(Stepping, QSpinBox):
    """A whole number."""


class DecimalBox(Stepping, QDoubleSpinBox):
    """A number with decimals."""


def _draw_steps(box: QAbstractSpinBox) -> None:
    """One arrow up, one down; each pale where the number goes no further."""
    can = QAbstractSpinBox.StepEnabledFlag
    with open_painter(box) as painter:
        for flag, share, half in (
            (can.StepUpEnabled, 0.32, -HALF_WIDTH),
            (can.StepDownEnabled, 0.68, HALF_WIDTH),
        ):
            painter.setOpacity(1.0 if box.stepEnabled() & flag else 0.4)
            _draw_arrow(painter, box, box.height() * share, half)


def _draw_arrow(painter: QPainter, box: QWidget, y: float, half: int) -> None:
    """A triangle at the far edge, downwards where `half` of its width is positive."""
    is_mirrored = box.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x, wide, high = enlarge(FROM_EDGE), abs(enlarge(half)), enlarge(half) * 0.6
    x = x if is_mirrored else box.width() - x
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(find_look().colours.muted))
    painter.drawPolygon(
        QPolygonF([QPointF(x - wide, y - high), QPointF(x + wide, y - high), QPointF(x, y + high)])
    )
