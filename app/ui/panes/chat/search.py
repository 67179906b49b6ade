"""Finding in the chat: the bar, the rows that have the words, and the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.ui.panes.chat.find_bar import FindBar
from app.ui.panes.chat.finder import Finder

if TYPE_CHECKING:
    from app.ui.panes.chat.view import ChatView

AGAIN_MS = 500  # rows come all the time: so often they are looked through


class Search(QObject):
    """Leads a find bar and a view.

    Attributes:
        bar: is hidden while nobody looks for anything.
        finder: knows the hits.
    """

    def __init__(self, view: ChatView, parent: QObject) -> None:
        super().__init__(parent)
        self.bar, self.finder, self._view = FindBar(), Finder(), view
        self.bar.hide()
        self._timer = QTimer(self, interval=AGAIN_MS)
        self._timer.timeout.connect(self.look_again)
        self.bar.asked_for.connect(self._begin)
        self.bar.stepped.connect(self.step)
        self.bar.left.connect(self.leave)

    def open(self) -> None:
        """Let somebody type what they look for."""
        self.bar.show()
        self.bar.field.setFocus()
        self.bar.field.selectAll()
        self.finder.prepare(self._view.rows.rows)
        self._begin(self.bar.field.text())
        self._timer.start()

    def leave(self) -> None:
        """Close the search; the place in the chat stays."""
        has_keyboard = self.bar.isAncestorOf(self.bar.window().focusWidget() or self._view)
        self._timer.stop()
        self.finder.forget()
        self.bar.hide()
        self._show()
        if has_keyboard:
            self._view.setFocus()

    def step(self, way: int) -> None:
        """Go to the next hit (1) or the one before (-1)."""
        if self.bar.isHidden():
            self.open()
            return
        self.look_again()
        self._go_to(self.finder.step(way))

    def look_again(self) -> None:
        """Rows came, left or changed."""
        self.finder.look(self._view.rows.rows)
        self._show()

    def _begin(self, needle: str) -> None:
        self.finder.look(self._view.rows.rows, needle)
        self._go_to(self.finder.begin_at(self._view.find_last_seen()))

    def _go_to(self, seq: int) -> None:
        if seq:
            self._view.show_row(seq)
        self._show()

    def _show(self) -> None:
        finder = self.finder
        self._view.bar.mark(finder.places, len(self._view.rows.rows))
        self._view.mark_words(finder.needle)
        self.bar.present(finder.place, len(finder.hits))
