"""The list of the chat as it flows: follows the newest row until the reader scrolls up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.panes.chat.fonts import ChatFonts
from app.ui.panes.chat.hold import Hold
from app.ui.panes.chat.model import ChatModel
from app.ui.panes.chat.rows_view import RowsView

if TYPE_CHECKING:
    from app.ui.panes.chat.filters import Sieve
    from app.ui.panes.chat.highlights import Rules
    from app.ui.panes.chat.source import ChatFrame
    from app.ui.panes.chat.style import RowStyle

FOLLOW_PX = 15  # as near to the bottom as counts as being there (product.md D1)


class FlowView(RowsView):
    """Shows the frames of a chat model.

    Signals:
        unread: how many rows came below the reader's place; None while following the bottom.
    """

    unread = Signal(object)

    def __init__(self, model: ChatModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._is_following = True
        self._read = 0
        self.hold = Hold(self.viewport())
        self.hold.released.connect(self._let_go)
        self.verticalScrollBar().valueChanged.connect(self._note_scrolling)

    @property
    def is_following(self) -> bool:
        """Whether the newest row is kept in view."""
        return self._is_following

    def present(self, frame: ChatFrame) -> None:
        """Show a frame: stay at the bottom, or stay with the row that is being read."""
        place, top = self.verticalScrollBar().value(), self.find_top_row()
        is_full, before = self.measure_below_px() >= 0, self.rows.find(top[0])
        follows = self._is_following and not (self.hold.look() and is_full)
        if frame.is_fresh:
            self.layouts.forget()
        self.bar.hold(is_held=True)
        with self.silence():
            self.rows.present(frame, reading=not follows)
        if follows or frame.is_fresh:
            self._follow()
        else:
            self._stay(place + self.rows.find(top[0]) - before, top)
        self.bar.hold(is_held=False)
        if follows and is_full and QToolTip.isVisible() and self.viewport().underMouse():
            QToolTip.hideText()  # it is about a row that moves away
        self.shift(None if frame.edits or self.rows.is_merging or not is_full else top)

    def follow(self) -> None:
        """Go to the newest row and stay there; what was kept for the reader may leave."""
        self._follow()
        self.viewport().update()

    def stop_following(self) -> None:
        """Stay where the reader is, and count what comes below."""
        if self._is_following:
            self._is_following, self._read = False, self.rows.newest
        self.unread.emit(self.rows.count_after(self._read))

    def stand_at(self, first: int) -> None:
        """Have that row first in the view, as far as rows below it fill the rest, and stay there."""
        self.measure(range(first, len(self.rows.rows)))
        self.settle()
        with self.silence():
            self.verticalScrollBar().setValue(first)
        if self.rowViewportPosition(first) < 0:  # at the end Qt shows the end of a row that is higher
            self.verticalHeader().setOffset(self.verticalHeader().sectionPosition(first))
        self.stop_following()
        self.viewport().update()

    def _let_go(self) -> None:
        """Go on after standing still for a moment, with the newest row."""
        if self._is_following:
            self.follow()

    def _follow(self) -> None:
        self._is_following = True
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
        self.reflow()

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

    def merge(self, *, wished: bool) -> None:
        """Make similar comments one row, or not."""
        with self.silence():
            is_other = self.rows.merge(wished=wished)
        if is_other:
            self.follow()

    def mark(self, rules: Rules) -> None:
        """Let rows stand out by these rules."""
        if rules != self.layouts.rules:
            self.layouts.mark(rules)
            self.reflow()

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
        self.layouts.fit(self.viewport().height())
        self.reflow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """A font that changed may change heights; when the window loses the focus, what comes is new."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.looked_until = self.rows.newest
            self.viewport().update()
        if event.type() == QEvent.Type.FontChange:
            self.reflow()

    def _note_scrolling(self) -> None:
        """The reader moved. Within 15 px of the bottom they follow it again."""
        if self.is_measuring:
            return
        if self.measure_below_px() <= FOLLOW_PX:
            self.follow()
            return
        self.stop_following()
        self._measure_down()

    def reflow(self) -> None:
        """Rows have other heights: measure those in view anew."""
        if self._is_following:
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
