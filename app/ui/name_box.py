"""The box for the name of a creator, with the button that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.ui.look import GRID, enlarge, set_gaps
from app.ui.text import clean
from app.words import show
from app.words import window as words
from app.words.discretion import is_discreet

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_PX = 96
LONGEST = 500
BY_NUMBER = ":"  # room:7300…


class NameBox(QWidget):
    """Takes a name, or the address of a profile or live page.

    Signals:
        entered: what was typed, when it is to be followed.
        edited: something else is typed.
    """

    entered = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent: tuple[str, ...] = ()
        self._offer = ""
        self.box = _Line()
        self.box.setPlaceholderText(show(words.NAME_OR_ADDRESS))
        self.box.setClearButtonEnabled(True)
        self.box.setMaxLength(LONGEST)
        self.box.setAccessibleName(show(words.NAME_BOX))
        self.button = QPushButton(show(words.CONNECT))
        self.button.setObjectName("primary")
        self.setFocusProxy(self.box)
        self.row = QHBoxLayout(self)
        set_gaps(self.row, GRID, 0, 0, 0, 0)
        self.row.addWidget(self.box, 1)
        self.row.addWidget(self.button)
        self.box.returnPressed.connect(self._enter)
        self.box.textEdited.connect(self.edited)
        self.button.clicked.connect(self._enter)
        self.redress()

    def redress(self) -> None:
        """Take the sizes of now."""
        self.box.setMinimumWidth(enlarge(LEAST_PX))

    def recall(self, names: Sequence[str]) -> None:
        """Offer names that were followed before: the last one stands in the box until something is typed.

        In streamer mode none are offered.
        """
        names = () if is_discreet() else tuple(names)
        if names == self._recent:
            return
        self._recent = names
        self._complete(names)
        if self.box.text() in ("", self._offer):
            self._offer = write_followed_name(names[0]) if names else ""
            self.box.setText(self._offer)
            self.box.selectAll()

    def _complete(self, names: Sequence[str]) -> None:
        from PySide6.QtWidgets import QCompleter  # noqa: PLC0415 - nobody was followed before the first start

        if before := self.box.completer():
            before.deleteLater()
        completer = QCompleter([write_followed_name(name) for name in names], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(completer)

    def focus_all(self) -> None:
        """Let it be typed over."""
        self.box.setFocus()
        self.box.selectAll()

    def _enter(self) -> None:
        if typed := self.box.text().strip():
            self.entered.emit(typed)
        else:
            self.box.setFocus()


class _Line(QLineEdit):
    """Leaves keys to the window that Qt takes for editing and nobody knows."""

    def event(self, event: QEvent) -> bool:
        """Ctrl+K would take away the rest of the line."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_end_of_line(event):
            event.ignore()
            return False
        return super().event(event)


def _is_end_of_line(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.DeleteEndOfLine)


def write_followed_name(name: str) -> str:
    """A name that was followed, as it is typed: @mira, room:7300."""
    shown = clean(name)
    return shown if BY_NUMBER in shown else f"@{shown}"
