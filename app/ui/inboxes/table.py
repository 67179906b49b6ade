"""The list of an inbox: rows stay where they are while a hand is at them."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import merge
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.gift_tables import repaint_rows
from app.ui.inboxes.style import write_row_age
from app.ui.tables import set_up_table
from app.ui.viewport import give_viewport

if TYPE_CHECKING:
    from app.ui.inboxes.delegate import InboxDelegate
    from app.ui.inboxes.model import InboxModel
    from app.ui.inboxes.source import InboxFrame

HOLD_MS = 5_000  # after a mouse moved over the rows or a key was pressed


class InboxTable(QTableView):
    """Shows the frames of an inbox.

    While a mouse moves over it, or keys are pressed in it, rows that left stay, so that nothing moves; five
    seconds later they go, and what is chosen stays in its place as far as there is something to scroll.
    """

    def __init__(self, model: InboxModel, rows: InboxDelegate, name: str) -> None:
        super().__init__()
        give_viewport(self)
        self.setModel(model)
        self.setItemDelegate(rows)
        self._model, self._rows = model, rows
        self._latest: InboxFrame | None = None
        self._hold = QTimer(self, interval=HOLD_MS, singleShot=True)
        self._hold.timeout.connect(self.let_go)
        set_up_table(self, name, 1)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the chat's rows, in any language
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMouseTracking(True)
        self.viewport().installEventFilter(self)

    def present(self, frame: InboxFrame) -> None:
        """Show a frame; of rows whose ages are others than before, only the ages are drawn again."""
        before_ms, self._latest = self._model.now_ms, frame
        anchor = self._find_anchor()
        rows = self._keep_left(frame) if self._hold.isActive() and not frame.is_fresh else frame.rows
        self._model.present(rows, frame.now_ms, is_fresh=frame.is_fresh)
        self.fit_heights()
        self._go_back_to(anchor)
        if self.hasFocus():
            self._choose_current()
        self._repaint_ages(before_ms)

    def _choose_current(self) -> None:
        """Choose the current row where none is chosen: the one that was may have left."""
        if not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def fit_heights(self) -> None:
        """Give each row the height that its words need."""
        heights, width = self.verticalHeader(), self.viewport().width()
        for at, row in enumerate(self._model.rows):
            height = self._rows.find_height(row, width)
            if height != heights.sectionSize(at):
                heights.resizeSection(at, height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In another width words need other lines."""
        super().resizeEvent(event)
        self.fit_heights()

    def let_go(self) -> None:
        """What left goes now."""
        self._hold.stop()
        if self._latest is not None:
            self.present(self._latest)

    def list_chosen(self) -> list[Any]:
        """Rows that are chosen, in order."""
        return [
            self._model.rows[at] for at in sorted(one.row() for one in self.selectionModel().selectedRows())
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A mouse that moves over the rows holds them."""
        match event.type():
            case QEvent.Type.MouseMove | QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._hold.start()
            case QEvent.Type.Leave | QEvent.Type.Hide:
                self.let_go()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys hold the rows, too."""
        self._hold.start()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The row that waits longest is the first to have the keyboard."""
        is_first = not self.currentIndex().isValid()
        super().focusInEvent(event)  # which makes the first row the current one
        if is_first:
            rows = enumerate(self._model.rows)
            self.selectRow(next((at for at, row in rows if not row.ticked_ms), 0))
        self._choose_current()

    def hold(self) -> None:
        """Keep the rows where they are for a while."""
        self._hold.start()

    def _keep_left(self, frame: InboxFrame) -> Sequence[Any]:
        """The rows of a frame, among them those that left and are still shown."""
        here = {row.number for row in frame.rows}
        left = [row for row in self._model.rows if row.number not in here]
        return [*merge(frame.rows, left, key=lambda row: row.number)]

    def _find_anchor(self) -> tuple[int, int] | None:
        """Number and place of the row that is to stay: the current one, else the first in sight."""
        at = self.currentIndex().row()
        if not (self.hasFocus() and 0 <= self.rowViewportPosition(at) < self.viewport().height()):
            at = self.rowAt(0)
        if not (0 <= at < len(self._model.rows)) or not self.verticalScrollBar().value():
            return None
        return self._model.rows[at].number, self.rowViewportPosition(at)

    def _go_back_to(self, anchor: tuple[int, int] | None) -> None:
        if anchor is None:
            return
        number, place = anchor
        at = next((at for at, row in enumerate(self._model.rows) if row.number == number), None)
        if at is not None and self.rowViewportPosition(at) != place:
            self.updateGeometries()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(at) - place)

    def _repaint_ages(self, before_ms: int) -> None:
        """Draw ages in sight that are others than at that moment."""
        now_ms, rows = self._model.now_ms, self._model.rows

        def is_older(at: int) -> bool:
            return write_row_age(rows[at], before_ms) != write_row_age(rows[at], now_ms)

        if before_ms != now_ms:
            repaint_rows(self, is_older)
