"""The window of the inspector. While it is open, the events are remembered; closing it forgets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.ui.actions import INSPECTOR
from app.ui.bindings import Bindings
from app.ui.frames import fit_size
from app.ui.labels import Label
from app.ui.look import GRID, enlarge, enlarge_size, find_look, make_font, make_sheet, set_gaps
from app.ui.panes.inspector.cells import CellDelegate
from app.ui.panes.inspector.detail import Detail
from app.ui.panes.inspector.model import EventsModel
from app.ui.panes.inspector.source import InspectorFrame, InspectorSource
from app.words import inspector as words
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.state.inspector import Inspector, Sighting

TICK_MS = 100
SIZE = QSize(1280, 760)
ROW_PX = 26
WIDTHS = (76, 104, 134, 200, 60)
WORDS_COLUMN = 3
SHARES = (62, 38)  # while nothing is chosen the list is all there is to read
NARROW_PX = 1000
SMALL_PX, SPARED = 640, (2, 4)  # below, what happened is read rather than method and size


class InspectorWindow(QWidget):
    """Every event as it comes.

    Args:
        inspector: what remembers them.
    """

    def __init__(self, inspector: Inspector, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(show(words.TITLE))
        self.setObjectName("stage")
        self._inspector = inspector
        self._source = InspectorSource()
        self._seen: object = None
        self._is_at_end = True
        self.model = EventsModel(parent=self)
        self.filter = QLineEdit()
        self.hold = QCheckBox(show(words.HOLD))
        self.count = Label("", size="caption", colour="muted")
        self.table, self.detail = QTableView(), Detail()
        self.note = Label(words.NO_EVENT, size="body", colour="muted")
        self.place = QStackedWidget()
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self._set_up_table()
        self._lay_out()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.CoarseTimer)
        self._wire()

    def _wire(self) -> None:
        self.filter.textChanged.connect(lambda _: self._apply_filter())
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        bar = self.table.verticalScrollBar()
        bar.valueChanged.connect(self._note_place)
        bar.rangeChanged.connect(self._keep_end)
        self._timer.timeout.connect(self.tick)
        self.bindings = Bindings(self, INSPECTOR, {})

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin with an empty list."""
        super().showEvent(event)
        if not self._inspector.is_open:
            self._inspector.open()
            self._apply_filter()
            self._timer.start()

    def tick(self) -> None:
        """Add what came since the last look, unless the list is held still."""
        if self.isMinimized() or self.hold.isChecked():
            return
        if self._seen != self._source.stamp(self._inspector, 0):
            self._look()

    def present(self, frame: InspectorFrame) -> None:
        """Show a frame. Who reads further up keeps their place."""
        if frame.is_fresh:
            self.model.show_only(self.filter.text(), frame.rows)
            self.table.scrollToBottom()
        else:
            self._append(frame.rows)
        self._tell(frame.came)

    def _look(self) -> None:
        self._seen = self._source.stamp(self._inspector, 0)
        self.present(self._source.frame(self._inspector, 0))

    def _append(self, rows: Sequence[Sighting]) -> None:
        bar = self.table.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        cut = self.model.append(rows)
        if at_end:
            self.table.scrollToBottom()
        elif cut:
            bar.setValue(max(0, bar.value() - cut))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Nothing is remembered for a window that nobody sees."""
        self._timer.stop()
        self._inspector.close()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow window the message stands below the list, which has fewer columns in a small one."""
        super().resizeEvent(event)
        self._choose_form()

    def redress(self) -> None:
        """Take the sizes of now."""
        self.panes.setHandleWidth(enlarge(GRID))
        self._cells.redress()
        self.table.verticalHeader().setDefaultSectionSize(enlarge(ROW_PX))
        self.table.setFont(make_font(find_look().sizes.caption))
        for at, width in enumerate(WIDTHS):
            self.table.setColumnWidth(at, enlarge(width))
        self._choose_form()

    def _note_place(self, value: int) -> None:
        self._is_at_end = value >= self.table.verticalScrollBar().maximum()

    def _keep_end(self, _least: int, most: int) -> None:
        """Rows became higher, or the table lower: whoever read the end still does."""
        if self._is_at_end:
            self.table.verticalScrollBar().setValue(most)

    def _choose_form(self) -> None:
        narrow = self.width() < enlarge(NARROW_PX)
        self.panes.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        for column in SPARED:
            self.table.setColumnHidden(column, self.width() < enlarge(SMALL_PX))

    def _apply_filter(self) -> None:
        """Begin anew with all that is remembered."""
        self._source = InspectorSource()
        self._look()

    def _tell(self, came: int) -> None:
        rows = self.model.rowCount()
        self.count.present(words.COUNTS.fill(shown=rows, came=came))
        self.note.present(words.NO_MATCH if self.filter.text().strip() else words.NO_EVENT)
        self.place.setCurrentWidget(self.table if rows else self.note)

    def _choose(self, current: QModelIndex) -> None:
        """Show the event that was chosen, and let the list stand still."""
        self.detail.present(self.model.rows[current.row()] if current.isValid() else None)
        if current.isValid():
            self.hold.setChecked(True)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        self._cells = CellDelegate(self.model, table)
        table.setItemDelegate(self._cells)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        table.horizontalHeader().setSectionResizeMode(WORDS_COLUMN, QHeaderView.ResizeMode.Stretch)
        table.setAccessibleName(show(words.EVENTS))

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(show(words.FILTER))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(show(words.FILTER_NAME))
        self.hold.setToolTip(show(words.ABOUT_HOLD))
        head = QHBoxLayout()
        set_gaps(head, 2 * GRID)
        head.addWidget(self.filter, 1)
        head.addWidget(self.hold)
        head.addWidget(self.count)
        self._lay_out_panes()
        column = QVBoxLayout(self)
        set_gaps(column, GRID, 2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addLayout(head)
        column.addWidget(self.panes, 1)
        self.setStyleSheet(make_sheet())
        self.redress()
        self.resize(fit_size(enlarge_size(SIZE)))

    def _lay_out_panes(self) -> None:
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setWordWrap(True)
        self.place.addWidget(self.note)
        self.place.addWidget(self.table)
        panes = self.panes
        panes.setChildrenCollapsible(False)
        for pane, share in zip((self.place, self.detail), SHARES, strict=True):
            panes.addWidget(pane)
            panes.setStretchFactor(panes.count() - 1, share)
        panes.setSizes([share * 100 for share in SHARES])
