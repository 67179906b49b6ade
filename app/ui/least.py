"""Chooses what a gift is worth at least to be seen: a button with a menu, in the title of a pane."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.figures import compact_openly, group_openly
from app.words import gifts as words
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

LEAST = (0, 10, 100, 1_000, 10_000)  # diamonds


class LeastButton(QPushButton):
    """Says from which worth on gifts are seen. What somebody chose tells nothing of the audience: it is open.

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
        self.setText(show(self.write_short(diamonds)))
        self.setToolTip(show(self.name_least(diamonds)))
        self.setAccessibleName(show(self.name_least(diamonds)))

    def write_short(self, diamonds: int) -> str:
        """What stands on the button."""
        return words.LEAST_SHORT.fill(least=compact_openly(diamonds)) if diamonds else words.LEAST_ANY_SHORT

    def name_least(self, diamonds: int) -> str:
        """What is seen from so many diamonds on."""
        return words.LEAST.fill(least=group_openly(diamonds)) if diamonds else words.LEAST_ANY

    def open_menu(self) -> None:
        """Let another one be chosen."""
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - not for the first picture

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def fill_menu(self, menu: QMenu) -> None:
        """Put what can be chosen into a menu; what was set in the settings is among it."""
        for diamonds in sorted({*LEAST, self.diamonds}):
            action = menu.addAction(show(self.name_least(diamonds)), partial(self.chosen.emit, diamonds))
            action.setCheckable(True)
            action.setChecked(diamonds == self.diamonds)
