"""The line on top of the chat with the comment that is pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.session import Tell
from app.state.facts import Pinning
from app.ui.labels import Label, NameLabel
from app.ui.look import GRID, set_gaps
from app.ui.panes.chat.sentences import read_words
from app.ui.text import clean_isolated
from app.words import chat as words
from app.words import show

if TYPE_CHECKING:
    from app.state import ChatRow


NAME_LIMIT = 20


class PinLine(QFrame):
    """Who said what, until it is taken down.

    Signals:
        wish: to take it down.
    """

    wish = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(show(words.PINNED_ROW))
        self.name, self.said = Label(size="note", bold=True), NameLabel(size="note")
        self.down = QPushButton(show(words.CLOSE))
        self.down.setObjectName("span")
        self.down.setAccessibleName(show(words.UNPIN))
        self.down.setToolTip(show(words.UNPIN))
        self.down.clicked.connect(lambda: self.wish.emit(Tell(Pinning(None))))
        row = QHBoxLayout(self)
        set_gaps(row, GRID, 2 * GRID, 0, GRID, GRID // 2)
        row.addWidget(self.name)
        row.addWidget(self.said, 1)
        row.addWidget(self.down)
        self.hide()

    def present(self, row: ChatRow | None) -> None:
        """Show what is pinned; nothing while nothing is."""
        self.setVisible(row is not None)
        if row is not None:
            name = clean_isolated(row.user.name, NAME_LIMIT) if row.user.key else ""
            self.name.present(words.PINNED_BY.fill(name=name))
            self.said.present(read_words(row))
