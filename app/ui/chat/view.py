"""The scrolling list of the chat: follows the newest row until the reader scrolls up.

A table view with a fixed header, scrolled by rows, whose heights are measured only when rows come into view:
3.6 ms an append at 1,000 rows and 5.2 ms at 200,000 (a QListView: 50-900 ms; measured, PySide6 6.11).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui.chat.delegate import ChatDelegate
from app.ui.chat.layout import ChatFonts, ChatLayouts
from app.ui.chat.model import ChatModel, line

if TYPE_CHECKING:
    from app.ui.frames import ChatFrame

SCROLLING_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier
FOLLOW_PX = 15  # as near to the bottom as counts as being there (product.md D1)


class ChatView(QTableView):
    """Shows a chat model.

    Signals:
        unread: how many rows came below the reader's place; None while following the bottom.
    """

    unread = Signal(object)

    def __init__(self, model: ChatModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._layouts = ChatLayouts(ChatFonts())
        self._following = True
        self._read = 0
        self._measuring = False
        self.setModel(model)
        self.setItemDelegate(ChatDelegate(model, self._layouts, self))
        self._set_up()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def following(self) -> bool:
        """Whether the newest row is kept in view."""
        return self._following

    def present(self, frame: ChatFrame) -> None:
        """Show a frame: stay at the bottom, or stay with the row that is being read."""
        place = self.verticalScrollBar().value()
        self._measuring = True
        cut = self.rows.present(frame, reading=not self._following)
        self._measuring = False
        if self._following or frame.fresh:
            self.follow()
            return
        self._settle()
        self.verticalScrollBar().setValue(max(0, place - cut))
        self._measure_down()
        self.unread.emit(self.rows.newest - self._read)

    def follow(self) -> None:
        """Go to the newest row and stay there; what was kept for the reader may leave."""
        self._following = True
        self._measuring = True
        self.rows.trim()
        self._measuring = False
        self._read = self.rows.newest
        self._show_bottom()
        self.unread.emit(None)

    def zoom(self, pixels: int) -> None:
        """Use another text size."""
        self._layouts.resize(ChatFonts(pixels))
        self.verticalHeader().setDefaultSectionSize(self._layouts.fonts.line_height)
        self._reflow()
        self.viewport().update()

    @property
    def text_pixels(self) -> int:
        """The text size."""
        return self._layouts.fonts.pixels

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width wraps rows anew; only those in view are measured."""
        super().resizeEvent(event)
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """A font that changed, the system's for one, may change heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._reflow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Copy the chosen rows as lines of text; the keys that scroll move the place, not the choice."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.chosen_text())
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
            room -= self._layouts.of(self.rows.rows[at], self.viewport().width()).height
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

    def _set_up(self) -> None:
        header = self.verticalHeader()
        header.setVisible(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(8)
        header.setDefaultSectionSize(self._layouts.fonts.line_height)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Chat")

    def _scrolled(self) -> None:
        """The reader moved. Within 15 px of the bottom they follow it again."""
        if self._measuring:
            return
        if self._below_px() <= FOLLOW_PX:
            self.follow()
            return
        if self._following:
            self._following = False
            self._read = self.rows.newest
        self._measure_down()
        self.unread.emit(self.rows.newest - self._read)

    def _below_px(self) -> int:
        header = self.verticalHeader()
        return header.length() - header.offset() - self.viewport().height()

    def _reflow(self) -> None:
        if self._following:
            self._show_bottom()
        else:
            self._measure_down()
            self._settle()

    def _show_bottom(self) -> None:
        """Measure upwards from the last row, then scroll.

        The geometries must be settled in between, else Qt scrolls by the old heights and cuts the last row.
        """
        self._measure(range(len(self.rows.rows) - 1, -1, -1))
        self._settle()
        self._measuring = True
        self.scrollToBottom()
        self._measuring = False

    def _measure_down(self) -> None:
        self._measure(range(self.verticalScrollBar().value(), len(self.rows.rows)))

    def _measure(self, candidates: range) -> None:
        """Give rows their heights until the view is full.

        The header is silent meanwhile: what it tells of a section would draw the whole view a second time.
        """
        if self._measuring:
            return
        header, width, left = self.verticalHeader(), self.viewport().width(), self.viewport().height()
        header.blockSignals(True)
        changed = False
        for at in candidates:
            if left <= 0:
                break
            height = self._layouts.of(self.rows.rows[at], width).height
            if header.sectionSize(at) != height:
                header.resizeSection(at, height)
                changed = True
            left -= height
        header.blockSignals(False)
        if changed:
            self._settle()
            self.viewport().update()

    def _settle(self) -> None:
        self._measuring = True
        self.updateGeometries()
        self._measuring = False


# Home and End alone and with Ctrl do the same: there is no line to go to the end of.
MOVES: dict[Qt.Key, Callable[[ChatView], None]] = {
    Qt.Key.Key_Up: lambda view: view.scroll_rows(-1),
    Qt.Key.Key_Down: lambda view: view.scroll_rows(1),
    Qt.Key.Key_PageUp: lambda view: view.scroll_pages(-1),
    Qt.Key.Key_PageDown: lambda view: view.scroll_pages(1),
    Qt.Key.Key_Home: ChatView.scroll_to_top,
    Qt.Key.Key_End: ChatView.follow,
}
