"""The column of the page: its parts below each other, in the largest type with which all fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.look import GRID, enlarge, find_look

MOST_PX, EDGE_PX = 760, 3 * GRID
NARROW_PX, NARROW_EDGE_PX = 400, GRID  # there words need the room more than edges do
ABOVE = 0.4  # of the height that is left


class Type(NamedTuple):
    """Names of sizes in `find_look().sizes`, whether there is a picture, and the gap between parts."""

    title: str
    words: str
    number: str
    has_picture: bool
    gap: int


TYPES = (
    Type("large", "body", "hero_most", True, 2 * GRID),
    Type("score", "body", "large", True, 2 * GRID),
    Type("score", "body", "large", False, GRID),
    Type("heading", "caption", "score", False, GRID),
)


class Dress(Protocol):
    """Who writes the parts in another type."""

    def __call__(self, title_px: int, words_px: int, number_px: int, /, *, has_picture: bool) -> int:
        """Write in these sizes; how wide the widest word is then."""
        ...


class Column(QScrollArea):
    """Holds the parts in the middle; what is too high for the page can be scrolled to.

    A part is a widget with `is_empty`: then it takes no room.

    Args:
        dress: writes the parts in the type that fits.
    """

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress = dress
        self._parts: Sequence[Any] = ()  # widgets that are parts
        self._gap = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and is scrolled to
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet = QWidget()
        self.sheet.setObjectName("sheet")
        self.setWidget(self.sheet)

    def hold(self, parts: Sequence[Any]) -> None:
        """Show these parts, in this order, and none that it held before."""
        for part in self._parts:
            part.setHidden(part not in parts)
        self._parts = parts
        for part in parts:
            if part.parentWidget() is not self.sheet:
                part.setParent(self.sheet)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another size may take another type."""
        super().resizeEvent(event)
        self.arrange()
        used = self.window().focusWidget()
        if used is not None and self.sheet.isAncestorOf(used):
            self.ensureWidgetVisible(used)

    def arrange(self) -> None:
        """Choose the largest type that fits and put everything in its place."""
        room, sizes = self.contentsRect(), find_look().sizes
        width = room.width()
        for kind in TYPES:
            self._gap = enlarge(kind.gap)
            pixels = (getattr(sizes, name) for name in kind[:3])
            widest_px = self._dress(*pixels, has_picture=kind.has_picture)
            for part in self._parts:
                part.setHidden(part.is_empty)
            fits = self._sum_heights(width) <= room.height() and widest_px <= self._choose_line_px(width)
            if fits:
                break
        else:
            width -= self.verticalScrollBar().sizeHint().width()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(policy)
        self._place(width, max(self._sum_heights(width), room.height()))

    def _sum_heights(self, width: int) -> int:
        shown = self._list_shown()
        heights = sum(_measure_height(part, self._measure_width(part, width)) for part in shown)
        return heights + self._gap * (len(shown) + 1)

    def _place(self, width: int, height: int) -> None:
        self.sheet.resize(width, height)
        top = self._gap + round((height - self._sum_heights(width)) * ABOVE)
        for part in self._list_shown():
            part_px = self._measure_width(part, width)
            high = _measure_height(part, part_px)
            part.setGeometry(QRect((width - part_px) // 2, top, part_px, high))
            top += high + self._gap

    def _list_shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    @staticmethod
    def _measure_width(part: QWidget, width: int) -> int:
        return min(Column._choose_line_px(width), part.maximumWidth())

    @staticmethod
    def _choose_line_px(width: int) -> int:
        """As wide as a line may be that is read well."""
        edge_px = NARROW_EDGE_PX if width < enlarge(NARROW_PX) else EDGE_PX
        return min(width - 2 * enlarge(edge_px), enlarge(MOST_PX))


def _measure_height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
