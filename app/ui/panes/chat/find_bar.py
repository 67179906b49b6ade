"""The bar in which words are looked for: a field, how many there are, the next and the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.figures import group_openly
from app.ui.labels import Label
from app.ui.look import GRID, set_gaps
from app.ui.panes.chat.fields import OwnKeysField
from app.words import chat as words
from app.words import show

LONGEST = 200


class FindField(OwnKeysField):
    """Takes the keys that would do something else in the window.

    Signals:
        stepped: 1 for the next, -1 for the one before.
        left: whoever looked has found it.
    """

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return goes on, with Shift back; Escape leaves."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Says what is looked for.

    Signals:
        asked_for: the words in the field.
        stepped: as of its field.
        left: as of its field.
    """

    asked_for = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FindField()
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(show(words.FIND))
        self.field.setAccessibleName(show(words.FIND))
        self.count = Label(size="caption", colour="muted")
        self.field.textChanged.connect(self.asked_for)
        self.field.stepped.connect(self.stepped)
        self.field.left.connect(self.left)
        row = QHBoxLayout(self)
        set_gaps(row, GRID // 2, GRID, 0, GRID, GRID // 2)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        self._add_button(row, words.UP, words.PREVIOUS, lambda: self.stepped.emit(-1))
        self._add_button(row, words.DOWN, words.NEXT, lambda: self.stepped.emit(1))
        self._add_button(row, words.CLOSE, words.LEAVE_FIND, self.left.emit)

    def present(self, place: int, count: int) -> None:
        """Say which hit is shown, of how many."""
        found = words.HITS.fill(place=group_openly(place), count=group_openly(count))
        text = found if count else words.NO_HIT if self.field.text().strip() else ""
        self.count.present(text)

    @staticmethod
    def _add_button(row: QHBoxLayout, text: str, name: str, do: object) -> None:
        button = QPushButton(show(text))
        button.setObjectName("span")
        button.setAccessibleName(show(name))
        button.setToolTip(show(name))
        button.clicked.connect(do)
        row.addWidget(button)
