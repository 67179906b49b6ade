"""Below the rows, while nothing new comes: what happened, in full, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.session import Connect, Leave
from app.ui.labels import Label
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.phases import AT_REST, TRYING, join_sentences, sentence_of, what_next
from app.ui.text import clean
from app.ui.wishes import WatchDemo
from app.words import chat as words
from app.words import show

if TYPE_CHECKING:
    from app.ui.standing import Standing

WORDS_LIMIT = 600
# What the buttons are called, longest first.
REST_NAMES = (
    (words.FOLLOW_AGAIN, words.WATCH_DEMO, words.START_PAGE),
    (words.AGAIN, words.DEMO, words.START),
)
TRY_NAMES = ((words.TRY_NOW, words.WATCH_DEMO, words.START_PAGE),)


class Situation(QFrame):
    """Says it in words that are never cut, with a button for each way on.

    Its wishes are to follow the same creator again, at once; to watch the built-in room; and to show nothing
    of this room any more, but the start page.
    """

    wish = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("situation")
        self.words = Label("", size="caption")
        self.words.setWordWrap(True)
        self.words.setAccessibleName(show(words.WHAT_HAPPENED))
        self._target = ""
        self.again_button = self._button(lambda: Connect(self._target))
        self.demo_button = self._button(WatchDemo)
        self.leave_button = self._button(Leave)
        self._buttons = (self.again_button, self.demo_button, self.leave_button)
        self._trying = False
        self._named: object = None
        self._lay_out()
        self.hide()

    def present(self, frame: Standing) -> None:
        """Show what fits the state; nothing while the room is on air or a first attempt is under way."""
        status = frame.status
        resting, trying = status.phase in AT_REST, status.phase in TRYING
        self.setVisible(resting or trying)
        text = join_sentences(sentence_of(status, frame.now_ms), what_next(status, frame.now_ms))
        self.words.present(clean(show(text), WORDS_LIMIT))
        self._target = frame.target
        self.again_button.setVisible(bool(frame.target))
        self.demo_button.setVisible(resting)
        self.leave_button.setVisible(resting)
        self._trying = trying
        self._name_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A narrow pane has shorter words."""
        super().resizeEvent(event)
        self._name_buttons()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._named = None
        self._name_buttons()

    def _name_buttons(self) -> None:
        """The longest words with which all buttons stand beside each other."""
        gap_px = enlarge(GRID // 2)
        room_px = self.contentsRect().width() - enlarge(4 * GRID)
        shown = [button for button in self._buttons if not button.isHidden()]
        if self._named == (room_px, shown, self._trying):
            return
        self._named = room_px, shown, self._trying
        for names in TRY_NAMES if self._trying else REST_NAMES:
            for button, name in zip(self._buttons, names, strict=True):
                button.setText(show(name))
            if sum(button.sizeHint().width() + gap_px for button in shown) - gap_px <= room_px:
                return

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        set_gaps(row, GRID // 2)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        set_gaps(column, GRID // 2, 2 * GRID, GRID, 2 * GRID, GRID // 2)
        column.addWidget(self.words)
        column.addLayout(row)

    def _button(self, wish: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setObjectName("small")
        button.clicked.connect(lambda: self.wish.emit(wish()))
        return button
