"""Says how large the pixels of a screen really are, by a line that is measured with a ruler."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSizePolicy, QVBoxLayout, QWidget

from app.ui.boxes import DecimalBox
from app.ui.labels import Label
from app.ui.look import GRID, enlarge, find_look, set_gaps
from app.ui.painting import open_painter
from app.ui.rulers import find_pixel_mm, name_screen
from app.ui.wishes import Prefer
from app.words import glance as words
from app.words import show

LINE_MM, SHORT_MM = 100, 50  # where there is no room for the long one
ROOM_PX, WIDTH_PX, HEIGHT_PX, THICK_PX = 120, 480, 40, 3
LEAST_MM, MOST_MM, STEP_MM = 5.0, 900.0, 0.5


class Ruler(QWidget):
    """A line with ends, as long as it is told to be."""

    def __init__(self, pixels: int) -> None:
        super().__init__()
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the line."""
        return QSize(self._pixels + enlarge(GRID), enlarge(HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A line that is cut measures nothing."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw it from end to end."""
        left, thick, middle = (self.width() - self._pixels) / 2, enlarge(THICK_PX), self.height() / 2
        colour = QColor(find_look().colours.text)
        with open_painter(self) as painter:
            painter.fillRect(QRectF(left, middle - thick / 2, self._pixels, thick), colour)
            for x in (left, left + self._pixels - thick):
                painter.fillRect(QRectF(x, 0, thick, self.height()), colour)


class RulerDialog(QDialog):
    """Asks how long the line is, and keeps what follows for the screen that it stands on.

    Args:
        rulers: what was measured before, by the name of the screen.
        grant: keeps it.
        over: what the dialog stands over.
    """

    def __init__(
        self, rulers: Mapping[str, Any] | None, grant: Callable[[object], None], over: QWidget
    ) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(show(words.RULER))
        self._grant, self._screen = grant, over.screen()
        pitch = find_pixel_mm(self._screen, rulers)
        room = self._screen.availableSize().width() - enlarge(ROOM_PX)
        length = next((one for one in (LINE_MM, SHORT_MM) if one / pitch <= room), SHORT_MM)
        self._pixels = round(min(length / pitch, room))
        self.box = _make_box(self._pixels * pitch)
        self._lay_out()
        self.box.setFocus()
        self.box.selectAll()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """As high as its words are in its width: a dialog does not see to that by itself."""
        super().showEvent(event)
        room = self._screen.availableSize()
        width = min(max(self.sizeHint().width(), enlarge(WIDTH_PX)), room.width())
        self.resize(width, min(self._column.heightForWidth(width), room.height()))

    def accept(self) -> None:
        """Keep what was measured."""
        self.box.interpretText()
        self._keep(self.box.value() / self._pixels)
        super().accept()

    def forget(self) -> None:
        """Use again what the screen says of itself."""
        self._keep(None)
        self.reject()

    def _keep(self, pixel_mm: float | None) -> None:
        name = name_screen(self._screen)

        def change(kept: Mapping[str, Any] | None) -> dict[str, Any] | None:
            others = {one: measure for one, measure in (kept or {}).items() if one != name}
            return (others if pixel_mm is None else {**others, name: pixel_mm}) or None

        self._grant(Prefer({"rulers": change}))

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        set_gaps(column, 2 * GRID, 3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        why = Label(words.RULER_WHY, size="body")
        why.setWordWrap(True)
        caption = Label(words.RULER_LENGTH, size="caption", colour="muted")
        caption.setBuddy(self.box)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        usual = buttons.addButton(show(words.RULER_USUAL), QDialogButtonBox.ButtonRole.ResetRole)
        usual.clicked.connect(self.forget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for widget in (why, Ruler(self._pixels), caption, self.box, buttons):
            column.addWidget(widget)


def _make_box(millimetres: float) -> DecimalBox:
    """Takes a length, by keys too: an arrow is half a millimetre."""
    box = DecimalBox()
    box.setDecimals(1)
    box.setRange(LEAST_MM, MOST_MM)
    box.setSingleStep(STEP_MM)
    box.setSuffix(show(words.MILLIMETRES))
    box.setAccessibleName(show(words.RULER_LENGTH))
    box.setValue(millimetres)
    return box
