"""The list of the chat under the reader's hand: keys, the current row, clicks, what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

from app.ui.panes.chat.flow import FlowView
from app.ui.panes.chat.sentences import write_line

if TYPE_CHECKING:
    from app.state import ChatRow

SCROLLING_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier


class ChatView(FlowView):
    """Shows a chat model.

    Signals:
        person_clicked: the person of the current row.
    """

    person_clicked = Signal()

    def mark_words(self, needle: str) -> None:
        """Mark what was looked for wherever it stands."""
        if self.painter.needle != needle:
            self.painter.needle = needle
            if self.layouts.show_whole(is_wished=bool(needle)):
                self.reflow()
            self.viewport().update()

    def turn_row(self, at: int) -> None:
        """Show all that a row says, or fold it again; who does that reads."""
        width = self.viewport().width()
        if 0 <= at < len(self.rows.rows) and self.layouts.turn_row(self.rows.rows[at], width):
            self.choose_row(at)
            self.reflow()
            self._bring_into_view(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Two clicks on a long row show it whole."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.turn_row(self.rowAt(event.position().toPoint().y()))

    def show_row(self, seq: int) -> None:
        """Bring a row into the middle of the view, whole, make it the current one, and stay there."""
        at = self.rows.find(seq)
        self.choose_row(at)
        self.stand_at(self._find_first(at))

    def _find_first(self, at: int) -> int:
        """The row that is first in a view with that one in its middle."""
        rows, width = self.rows.rows, self.viewport().width()
        room = (self.viewport().height() - self.layouts.find_layout(rows[at], width).height) // 2
        while at > 0 and (room := room - self.layouts.find_layout(rows[at - 1], width).height) >= 0:
            at -= 1
        return at

    def find_current_row(self) -> ChatRow | None:
        """The row that keys and menus act on; the last one in view while none was chosen."""
        rows, at = self.rows.rows, self.currentIndex().row()
        if at < 0 or not self.selectionModel().hasSelection():
            at = self.rowAt(self.viewport().height() - 1)
        return rows[at] if rows else None

    def step_row(self, step: int) -> None:
        """Make another row the current one and bring it into view; below the last one the chat goes on."""
        rows = self.rows.rows
        if not rows:
            return
        has_current = self.currentIndex().isValid() and self.selectionModel().hasSelection()
        row = self.find_current_row()
        at = self.rows.find(row.seq) + (step if has_current else 0) if row else 0
        at = max(0, min(at, len(rows) - 1))
        self.choose_row(at)
        if at == len(rows) - 1:
            self.follow()
        else:
            self._bring_into_view(at)

    def _bring_into_view(self, at: int) -> None:
        """Who chose a row reads."""
        self._scroll_to(at)
        self.stop_following()
        self.viewport().update()

    def _scroll_to(self, at: int) -> None:
        """Have a row in view; scroll no further than is needed."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if self.rowHeight(at) > height:
            self.stand_at(at)
            return
        if self.rowViewportPosition(at) < 0:
            bar.setValue(at)
        while self.rowViewportPosition(at) + self.rowHeight(at) > height and bar.value() < bar.maximum():
            bar.setValue(bar.value() + 1)

    def find_chosen_area(self) -> QRect:
        """Where the current row is in the view; empty while none was chosen."""
        return self.visualRect(self.currentIndex()) if self.selectionModel().hasSelection() else QRect()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Who chose a row and sees it, sees it still."""
        at, area = self.currentIndex().row(), self.find_chosen_area()
        is_seen = area.intersects(QRect(QPoint(), event.oldSize()))
        super().resizeEvent(event)
        if is_seen and not self.is_following:
            self._scroll_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on picture or name asks for the person."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        at = self.rowAt(place.y())
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers() or at < 0:
            return
        layout = self.layouts.find_layout(self.rows.rows[at], self.viewport().width())
        in_line = place.y() < self.rowViewportPosition(at) + self.layouts.fonts.line_height
        if layout.name and in_line and self.layouts.fonts.slot_x <= place.x() < layout.chips_x:
            self.choose_row(at)
            self.person_clicked.emit()

    def choose_row(self, at: int) -> None:
        """Make a row the current one and choose no other, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(at, 0), flags.ClearAndSelect | flags.Rows)

    def find_last_seen(self) -> int:
        """Number of the last row in view, 0 without any."""
        at = self.rowAt(self.viewport().height() - 1)
        rows = self.rows.rows
        return rows[at].seq if rows else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down move the current row; the other keys that scroll move the place."""
        step = STEPS.get(Qt.Key(event.key()))
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.step_row(step)
        elif not self.scroll_by_key(event):
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

    def read_chosen_text(self) -> str:
        """The chosen rows as lines of text."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return "\n".join(write_line(self.rows.rows[row]) for row in rows)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        """Choosing rows repaints them as a whole."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()


STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
# Home and End alone and with Ctrl do the same: there is no line to go to the end of.
MOVES: dict[Qt.Key, Callable[[ChatView], None]] = {
    Qt.Key.Key_Up: lambda view: view.scroll_rows(-1),
    Qt.Key.Key_Down: lambda view: view.scroll_rows(1),
    Qt.Key.Key_PageUp: lambda view: view.scroll_pages(-1),
    Qt.Key.Key_PageDown: lambda view: view.scroll_pages(1),
    Qt.Key.Key_Home: ChatView.scroll_to_top,
    Qt.Key.Key_End: ChatView.follow,
}
