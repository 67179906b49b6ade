"""A list of chat rows that paints each row once: rows that moved are copied, not drawn again.

A table view with a fixed header, scrolled by rows, whose heights are measured only when rows come into view:
3.6 ms an append at 1,000 rows and 5.2 ms at 200,000 (a QListView: 50-900 ms; measured, PySide6 6.11).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui.look import Sizes, find_look
from app.ui.painting import open_painter
from app.ui.panes.chat.fonts import ChatFonts
from app.ui.panes.chat.layout import ChatLayouts
from app.ui.panes.chat.marked_bar import MarkedBar
from app.ui.panes.chat.model import ROOT, ChatModel
from app.ui.panes.chat.painter import DressedRow, PlacedRow, RowPainter, list_pictures
from app.ui.tables import set_up_table
from app.ui.viewport import give_viewport
from app.words import chat as words

if TYPE_CHECKING:
    from app.pictures.wish import Key
    from app.state import ChatRow
    from app.ui.pictures import Pictures


class RowsView(QTableView):
    """Shows a chat model.

    Attributes:
        rows: the model.
        is_measuring: what moves now is not moved by the reader.
        painter: draws them.
        bar: the scroll bar.
        looked_until: number of the last row when the window lost the focus; a line stands below it.
    """

    def __init__(self, model: ChatModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.is_measuring = False
        self.looked_until = 0
        self._strip = self._timed_seq = 0  # px at the top that were left free
        self.layouts = ChatLayouts(ChatFonts(Sizes().chat))
        self.painter = RowPainter(self.layouts)
        give_viewport(self)
        self.bar = MarkedBar()
        self.setVerticalScrollBar(self.bar)
        self.setModel(model)
        self._set_up()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the rows of those parts, and the ground above the first and below the last."""
        self._strip = self._measure_strip()
        self._write_first_time(self._strip)
        with open_painter(self.viewport()) as painter:
            for part in event.region():  # type: ignore[attr-defined]  # its stubs lack it
                self._draw_part(painter, part)

    def _draw_part(self, painter: QPainter, part: QRect) -> None:
        """The ground once, then the rows: a call of Qt takes as long as some letters."""
        painter.setClipRect(part)
        painter.fillRect(part, QColor(find_look().colours.card))
        part.setTop(max(part.top(), self._strip))
        if part.isEmpty():
            return
        painter.setClipRect(part)
        self.painter.draw(painter, self._list_rows(part), part)

    def _list_rows(self, part: QRect) -> Iterator[DressedRow]:
        """The rows of that part. One that cannot be laid out is left out, and told as the faults of slots."""
        at, end, width = self.rowAt(part.top()), part.bottom(), self.viewport().width()
        ratio = self.viewport().devicePixelRatio()
        choices = self.selectionModel() if self.selectionModel().hasSelection() else None
        top = self.rowViewportPosition(at)
        while 0 <= at < len(self.rows.rows) and top <= end:
            height = self.rowHeight(at)
            try:
                layout = self.layouts.find_layout(self.rows.rows[at], width)
                is_chosen = choices is not None and choices.isRowSelected(at, ROOT)
                looks = is_chosen, self._is_timed(at), self._is_first_new(at)
                row = self.painter.dress(PlacedRow(layout, QRect(0, top, width, height), *looks), ratio)
            except Exception as fault:  # noqa: BLE001
                sys.excepthook(type(fault), fault, fault.__traceback__)
            else:
                yield row
            at, top = at + 1, top + height

    def _is_timed(self, at: int) -> bool:
        return self.rows.rows[at].seq == self._timed_seq or self._is_first_of_span(at)

    def _write_first_time(self, strip: int) -> None:
        """The first row that is whole says its time, so that there always is one; the one before no more."""
        rows = self.rows.rows
        at = max(0, self.rowAt(strip))
        at += rows != [] and self.rowViewportPosition(at) < strip
        before, self._timed_seq = self._timed_seq, rows[at].seq if at < len(rows) else 0
        for seq in {before, self._timed_seq} if before != self._timed_seq else ():
            place = self.rows.find(seq)
            top, width = self.rowViewportPosition(place), self.layouts.fonts.slot_x
            if top >= strip:
                self.viewport().update(0, top, width, self.rowHeight(place))

    def _is_first_of_span(self, at: int) -> bool:
        """Whether the row is the first of its minute, or of what else is said once."""
        rows, every_ms = self.rows.rows, self.layouts.fonts.times.every_ms
        return not at or rows[at].at_ms // every_ms != rows[at - 1].at_ms // every_ms

    def _is_first_new(self, at: int) -> bool:
        """Whether nobody has looked since the row before it."""
        rows = self.rows.rows
        return at > 0 and rows[at - 1].seq <= self.looked_until < rows[at].seq

    def _measure_strip(self) -> int:
        """How much of the top is left free, so that no line of the first row is cut through its letters."""
        at = self.rowAt(0)
        hidden = -self.rowViewportPosition(at) if at >= 0 else 0
        if hidden <= 0:
            return 0
        layout = self.layouts.find_layout(self.rows.rows[at], self.viewport().width())
        begins = (self.layouts.fonts.pad_y + top for top in layout.lines)
        return next((top for top in begins if top >= hidden), layout.height) - hidden

    def _clear_strip(self, down: int) -> None:
        """The picture moved: what was left free at the top stands elsewhere now."""
        width = self.viewport().width()
        if down > 0:
            self.viewport().update(0, 0, width, down + self._strip)
        if strip := self._measure_strip():
            self.viewport().update(0, 0, width, strip)
        self._write_first_time(strip)

    def illustrate(self, pictures: Pictures) -> None:
        """Find pictures there, and draw rows again whose pictures came."""
        self.painter.pictures = pictures
        pictures.arrived.connect(self._repaint_pictures)

    def _repaint_pictures(self, keys: frozenset[Key]) -> None:
        at, bottom = max(0, self.rowAt(0)), self.viewport().height()
        while at < len(self.rows.rows) and (top := self.rowViewportPosition(at)) < bottom:
            if not keys.isdisjoint(list_pictures(self.rows.rows[at])):
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(at))
            at += 1

    def scrollContentsBy(self, right: int, down: int) -> None:  # noqa: N802
        """Rows move; while we measure, only where they stand: `shift` moves the picture once at the end."""
        if not self.is_measuring:
            before = self.verticalOffset()
            super().scrollContentsBy(right, down)
            self._clear_strip(before - self.verticalOffset())
            return
        bar, header = self.verticalScrollBar(), self.verticalHeader()
        if bar.value() == bar.maximum():
            header.setOffsetToLastSection()
        else:
            header.setOffsetToSectionPosition(bar.value())

    def find_top_row(self) -> tuple[int, int]:
        """Number and place of the first row in view."""
        at = max(0, self.rowAt(0))
        return (self.rows.rows[at].seq, self.rowViewportPosition(at)) if self.rows.rows else (0, 0)

    def shift(self, top: tuple[int, int] | None) -> None:
        """Copy the picture to where the rows are now, given where that one was; without, draw it anew."""
        at = self.rows.find(top[0]) if top else len(self.rows.rows)
        if top is None or at >= len(self.rows.rows) or self.rows.rows[at].seq != top[0]:
            self.viewport().update()
        elif down := self.rowViewportPosition(at) - top[1]:
            self.viewport().scroll(0, down)
            self._clear_strip(down)

    def measure_below_px(self) -> int:
        """How far the end of the rows is below the view; negative where they do not fill it."""
        header = self.verticalHeader()
        return header.length() - header.offset() - self.viewport().height()

    def measure(self, candidates: range) -> bool:
        """Give rows their heights until the view is full; whether one got another."""
        if self.is_measuring:
            return False
        header, width, left = self.verticalHeader(), self.viewport().width(), self.viewport().height()
        changed = False
        self.layouts.prepare(self._list_likely(candidates), width)
        with self.silence():
            for at in candidates:
                if left <= 0:
                    break
                height = self.layouts.find_layout(self.rows.rows[at], width).height
                if header.sectionSize(at) != height:
                    header.resizeSection(at, height)
                    changed = True
                left -= height
        return changed

    def _list_likely(self, candidates: range) -> Iterator[ChatRow]:
        """Rows that fill the view if their heights stay as they are."""
        header, left = self.verticalHeader(), self.viewport().height()
        for at in candidates:
            if left <= 0:
                return
            yield self.rows.rows[at]
            left -= header.sectionSize(at)

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Nobody hears of rows and heights meanwhile: Qt would draw the whole view anew, once for each."""
        header = self.verticalHeader()
        before = self.is_measuring, header.blockSignals(True)
        self.is_measuring = True
        try:
            yield
        finally:
            self.is_measuring = before[0]
            header.blockSignals(before[1])

    def settle(self) -> None:
        """Let scroll bar and header follow the heights."""
        with self.silence():
            self.updateGeometries()

    def _set_up(self) -> None:
        self.verticalHeader().setMinimumSectionSize(8)
        set_up_table(self, words.CHAT, self.layouts.fonts.line_height)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # A column that became wider would draw the view a second time, a moment after it was painted.
        self.horizontalHeader().blockSignals(True)
        self.setAutoScroll(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        # Else Qt draws what it could copy when the rows move.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
