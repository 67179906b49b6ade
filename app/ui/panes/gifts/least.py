"""Chooses what a gift is worth at least to be seen: a button with a menu, in the title of the pane."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.figures import compact, group_digits
from app.words import gifts as words
from app.words import show

LEAST = (0, 10, 100, 1_000, 10_000)  # diamonds


class LeastButton(QPushButton):
    """Says from which worth on gifts are seen.

    Signals:
        chosen: how many diamonds.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("span")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_menu)
        self.diamonds = 0
        self.present(0)

    def present(self, diamonds: int) -> None:
        """Show this as chosen."""
        self.diamonds = diamonds
        short = words.LEAST_SHORT.fill(diamonds=compact(diamonds)) if diamonds else words.LEAST_ANY_SHORT
        self.setText(show(short))
        self.setToolTip(show(name_least(diamonds)))
        self.setAccessibleName(show(name_least(diamonds)))

    def open_menu(self) -> None:
        """Let another one be chosen; what was set in the settings is among them."""
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - not for the first picture

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for diamonds in sorted({*LEAST, self.diamonds}):
            action = menu.addAction(show(name_least(diamonds)), partial(self.chosen.emit, diamonds))
            action.setCheckable(True)
            action.setChecked(diamonds == self.diamonds)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def name_least(diamonds: int) -> str:
    """What is seen from so many diamonds on."""
    return words.LEAST.fill(diamonds=group_digits(diamonds)) if diamonds else words.LEAST_ANY
