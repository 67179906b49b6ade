"""The scrolling list of the chat: follows the newest row until the reader scrolls up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.ui.panes.chat.fonts import ChatFonts
from app.ui.panes.chat.hold import Hold
from app.ui.panes.chat.model import ChatModel
from app.ui.panes.chat.rows_view import RowsView
from app.ui.panes.chat.sentences import line

if TYPE_CHECKING:
    from app.ui.panes.chat.filters import Sieve
    from app.ui.panes.chat.highlights import Rules
    from app.ui.panes.chat.source import ChatFrame
    from app.ui.panes.chat.style import RowStyle

SCROLLING_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier
FOLLOW_PX = 15  # as near to the bottom as counts as being there (product.md D1)


class ChatView(RowsView):
    """Shows a chat model.

    Signals:
        unread: how many rows came below the reader's place; None while following the bottom.
    """

    unread = Signal(object)

    def __init__(self, model: ChatModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._following = True
        self._read = 0
        self.hold = Hold(self.viewport())
        self.hold.released.connect(self._let_go)
        self.verticalScrollBar().valueChanged.connect(self._note_scrolling)

    @property
    def following(self) -> bool:
        """Whether the newest row is kept in view."""
        return self._following

    def present(self, frame: ChatFrame) -> None:
        """Show a frame: stay at the bottom, or stay with the row that is being read."""
        place, top = self.verticalScrollBar().value(), self.top_row()
        is_full, before = self.below_px() >= 0, self.rows.find(top[0])
        follows = self._following and not (self.hold.look() and is_full)
        with self.silence():
            self.rows.present(frame, reading=not follows)
        if follows or frame.fresh:
            self._follow()
        else:
            self._stay(place + self.rows.find(top[0]) - before, top)
        self.shift(None if frame.edits or not is_full else top)

    def follow(self) -> None:
        """Go to the newest row and stay there; what was kept for the reader may leave."""
        self._follow()
        self.viewport().update()

    def _let_go(self) -> None:
        """The chat stood still for a moment only: it goes on where it would be."""
        if self._following:
            self.follow()

    def _follow(self) -> None:
        self._following = True
        with self.silence():
            self.rows.trim()
        self._read = self.rows.newest
        self._show_bottom()
        self.unread.emit(None)

    def _stay(self, place: int, top: tuple[int, int]) -> None:
        """Keep the first row in view where it was, to the pixel: it may have been cut at the upper edge."""
        self.settle()
        with self.silence():
            self.verticalScrollBar().setValue(max(0, place))
        self._measure_down()
        if (at := self.rows.find(top[0])) < len(self.rows.rows):
            header = self.verticalHeader()
            header.setOffset(header.sectionPosition(at) - top[1])
        self.unread.emit(self.rows.count_after(self._read))

    def zoom(self, pixels: int) -> None:
        """Use another text size, in pixels of scale 1."""
        self.layouts.resize(ChatFonts(pixels, self.layouts.fonts.style))
        self.verticalHeader().setDefaultSectionSize(self.layouts.fonts.line_height)
        self._reflow()

    def sift(self, sieve: Sieve) -> None:
        """Show what passes this sieve, from the newest row on."""
        with self.silence():
            is_other = self.rows.sift(sieve)
        if is_other:
            self.follow()

    def keep(self, scrollback: int) -> None:
        """Show so many rows."""
        with self.silence():
            is_other = self.rows.keep(scrollback)
        if is_other:
            self.follow()

    def mark(self, rules: Rules) -> None:
        """Let rows stand out by these rules."""
        if rules != self.layouts.rules:
            self.layouts.mark(rules)
            self._reflow()

    def mark_words(self, needle: str) -> None:
        """Mark what was looked for wherever it stands."""
        if self.painter.needle != needle:
            self.painter.needle = needle
            self.viewport().update()

    def show_row(self, seq: int) -> None:
        """Bring a row to the middle of the view and make it the current one."""
        at = self.rows.find(seq)
        first = at
        room = self.viewport().height() // 2
        while first > 0 and room > 0:
            first -= 1
            room -= self.layouts.find_layout(self.rows.rows[first], self.viewport().width()).height
        self.choose_row(at)
        self.verticalScrollBar().setValue(first)
        self.viewport().update()

    def choose_row(self, at: int) -> None:
        """Make a row the current one and choose no other, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(at, 0), flags.ClearAndSelect | flags.Rows)

    def last_seen(self) -> int:
        """Number of the last row in view, 0 without any."""
        at = self.rowAt(self.viewport().height() - 1)
        rows = self.rows.rows
        return rows[at].seq if rows else 0

    def restyle(self, style: RowStyle) -> None:
        """Show what the user chose of each row."""
        if style != self.layouts.fonts.style:
            self.layouts.resize(ChatFonts(self.text_pixels, style))
            self.redress()

    def redress(self) -> None:
        """Take colours and sizes of now: rows are laid out, measured and drawn anew."""
        self.zoom(self.text_pixels)

    @property
    def text_pixels(self) -> int:
        """The text size, in pixels of scale 1."""
        return self.layouts.fonts.size

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width wraps rows anew; only those in view are measured."""
        super().resizeEvent(event)
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """A font that changed may change heights; when the window loses the focus, what comes is new."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.looked_until = self.rows.newest
            self.viewport().update()
        if event.type() == QEvent.Type.FontChange:
            self._reflow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys that scroll move the place, not the choice."""
        if not self.scroll_by_key(event):
            super().keyPressEvent(event)

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll by rows, pages or to an end if the key says so; whether it did."""
        move = MOVES.get(Qt.Key(event.key()))
        if move is None or event.modifiers() & ~SCROLLING_MODIFIERS:
            return False
        move(self)
        return True

    def scroll_rows(self, rows: int) -> None:
        """Move the place by rows: down when positive."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rows)

    def scroll_pages(self, pages: int) -> None:
        """Move the place by one view: up for -1, down for 1. The row at the edge stays in view."""
        top = max(0, self.rowAt(0))
        room, rows = self.viewport().height(), 0
        beyond = range(top - 1, -1, -1) if pages < 0 else range(top, len(self.rows.rows))
        for at in beyond:
            room -= self.layouts.find_layout(self.rows.rows[at], self.viewport().width()).height
            if room < 0:
                break
            rows += 1
        self.verticalScrollBar().setValue(top + pages * max(1, rows))

    def scroll_to_top(self) -> None:
        """Go to the oldest row that is kept."""
        self.verticalScrollBar().setValue(0)

    def chosen_text(self) -> str:
        """The chosen rows as lines of text."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return "\n".join(line(self.rows.rows[row]) for row in rows)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        """Choosing rows repaints them as a whole."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def _note_scrolling(self) -> None:
        """The reader moved. Within 15 px of the bottom they follow it again."""
        if self.is_measuring:
            return
        if self.below_px() <= FOLLOW_PX:
            self.follow()
            return
        if self._following:
            self._following = False
            self._read = self.rows.newest
        self._measure_down()
        self.unread.emit(self.rows.count_after(self._read))

    def _reflow(self) -> None:
        if self._following:
            self._show_bottom()
        else:
            self._measure_down()
            self.settle()
        self.viewport().update()

    def _show_bottom(self) -> None:
        """Measure upwards from the last row, then scroll.

        The geometries must be settled in between, else Qt scrolls by the old heights and cuts the last row.
        """
        self.measure(range(len(self.rows.rows) - 1, -1, -1))
        self.settle()
        with self.silence():
            self.scrollToBottom()

    def _measure_down(self) -> None:
        """Rows that come into view get their heights, which moves those below them."""
        if self.measure(range(self.verticalScrollBar().value(), len(self.rows.rows))):
            self.settle()
            self.viewport().update()


# Home and End alone and with Ctrl do the same: there is no line to go to the end of.
MOVES: dict[Qt.Key, Callable[[ChatView], None]] = {
    Qt.Key.Key_Up: lambda view: view.scroll_rows(-1),
    Qt.Key.Key_Down: lambda view: view.scroll_rows(1),
    Qt.Key.Key_PageUp: lambda view: view.scroll_pages(-1),
    Qt.Key.Key_PageDown: lambda view: view.scroll_pages(1),
    Qt.Key.Key_Home: ChatView.scroll_to_top,
    Qt.Key.Key_End: ChatView.follow,
}
