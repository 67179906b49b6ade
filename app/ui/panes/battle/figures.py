"""The largest type of the window: clock and gap beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.labels import Label
from app.ui.look import Role

if TYPE_CHECKING:
    from app.ui.look import Size

CENTRE = Qt.AlignmentFlag.AlignCenter


class GrowingFigure(Label):
    """A figure whose weight and size change together."""

    def __init__(self, *, size: Size = "result", colour: Role = "text") -> None:
        super().__init__(size=size, colour=colour, bold=True)
        self.setAlignment(CENTRE)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the font, whatever script the words are in."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: it is never cut."""
        return self.sizeHint()

    def write(self, pixels: int, *, bold: bool) -> None:
        """Use another size and weight."""
        if bold != self._bold:
            self._bold = bold
            self._pixels = 0
        self.resize_text(pixels)


class Hero(QWidget):
    """Clock and gap; the result takes the place of the gap once there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock, self.gap = GrowingFigure(), GrowingFigure()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self.clock)
        row.addStretch(1)
        row.addWidget(self.gap)
        row.addStretch(1)

    def present(self, clock: str, gap: str) -> None:
        """Show both; an empty one takes no room."""
        for label, text in ((self.clock, clock), (self.gap, gap)):
            label.present(text)
            label.setVisible(bool(text))
