"""Widgets one after another, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.look import GRID, enlarge

Part = TypeVar("Part", bound=QWidget)


class Flow(QWidget, Generic[Part]):
    """Lays its visible parts out as words of a paragraph.

    Attributes:
        IS_CENTRED: each line stands in the middle.
    """

    IS_CENTRED: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[Part] = ()

    @property
    def parts(self) -> Sequence[Part]:
        """What it shows."""
        return self._parts

    def hold(self, parts: Sequence[Part]) -> None:
        """Show these parts, in this order; what it held before is hidden."""
        if parts == self._parts:
            self._place()
            return
        for part in self._parts:
            part.setHidden(part not in parts)
        self._parts = parts
        for part in parts:
            if part.parentWidget() is not self:
                part.setParent(self)
            part.show()
        self._place()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A narrow one needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high its lines are together."""
        return max((place.bottom() + 1 for _, place in self._lay_out(width)), default=0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as it must be at the width that it has."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width may have other lines."""
        super().resizeEvent(event)
        self._place()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._place()

    def _place(self) -> None:
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part, place in self._lay_out(self.width()):
            if is_mirrored:
                place.moveRight(self.width() - 1 - place.left())
            part.setGeometry(place)

    def _lay_out(self, width: int) -> Iterator[tuple[Part, QRect]]:
        top, gap = 0, enlarge(GRID)
        for line in self._break_lines(width):
            sizes = [_find_size(part, width) for part in line]
            free = width - sum(size.width() for size in sizes) - gap * (len(sizes) - 1)
            left = free // 2 if self.IS_CENTRED else 0
            height = max(size.height() for size in sizes)
            for part, size in zip(line, sizes, strict=True):
                yield part, QRect(QPoint(left, top), QSize(size.width(), height))
                left += size.width() + gap
            top += height + gap

    def _break_lines(self, width: int) -> list[list[Part]]:
        lines: list[list[Part]] = []
        gap, left = enlarge(GRID), 0
        for part in self._parts:
            needed = _find_size(part, width).width()
            if lines and left + gap + needed <= width:
                lines[-1].append(part)
                left += gap + needed
            else:
                lines.append([part])
                left = needed
        return lines


def _find_size(part: QWidget, width: int) -> QSize:
    return part.sizeHint().boundedTo(QSize(width, part.sizeHint().height()))
