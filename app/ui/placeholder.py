"""What stands in the place of a pane that failed: what happened, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from app.ui.labels import Label
from app.ui.look import GRID, enlarge, enlarge_size, find_look, make_font, set_gaps
from app.ui.pane import Pane
from app.ui.text import write_tooltip
from app.ui.wishes import FillScreen, ReportProblem, ShowAgain
from app.words import placeholder as words
from app.words import show

if TYPE_CHECKING:
    from app.ui.pane import PaneRow

BAR_PX = 60  # a pane that may be lower than this is a bar: there all stands beside each other


class ClosedPane(Pane):
    """Says that a pane was closed. It stands where that stood, and covers or fills what that did.

    Args:
        row: of the pane that failed.
        is_prominent: whether that covered the others, or wanted a larger share.
    """

    is_closed = True

    def __init__(self, row: PaneRow, *, is_prominent: bool = False) -> None:
        super().__init__(row.title)
        self.setObjectName("card")
        kind = row.kind
        self.COVERS, self.FILLS, self._is_prominent = kind.COVERS, kind.FILLS, is_prominent
        self.smallest = QSize(*row.smallest)
        self._can_report = False
        self._name, self._is_bar = row.name, row.smallest[1] < BAR_PX
        self._whole = words.CLOSED.fill(pane=row.title)
        self.sentence = Label(self._whole)
        self.setToolTip(write_tooltip(show(self._whole)))
        self.setAccessibleDescription(show(self._whole))
        self.sentence.setWordWrap(True)
        self.button = QPushButton(show(words.SHOW_AGAIN))
        self.button.clicked.connect(lambda: self.wish.emit(ShowAgain(self._name)))
        self.reporting = QPushButton(show(words.REPORT))
        self.reporting.hide()
        self.reporting.clicked.connect(lambda: self.wish.emit(ReportProblem()))
        self._lay_out()

    @property
    def is_prominent(self) -> bool:
        """As much as the pane that failed."""
        return self._is_prominent

    def fill(self, *, is_over: bool, is_out: bool) -> None:  # noqa: ARG002 - where it stands shows the same
        """Fill what the pane would fill."""
        self._is_prominent = is_over
        self.room_changed.emit()

    def find_first_stop(self) -> QWidget | None:
        """The way back."""
        return self.button

    def offer(self, wishes: frozenset[type]) -> None:
        """A report can be made where somebody makes it."""
        self._can_report = ReportProblem in wishes
        self._fit()

    def go_back(self) -> None:
        """Leave what it fills."""
        if self.FILLS and self._is_prominent:
            self.wish.emit(FillScreen())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a small place there is room for the way back only, and for few words."""
        super().resizeEvent(event)
        self._fit()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No more than the pane needed."""
        return enlarge_size(self.smallest)

    def _fit(self) -> None:
        """Say as much as there is room for."""
        margins = enlarge(4 * GRID)
        self.button.setText(show(words.SHOW_AGAIN))
        if self.button.sizeHint().width() + margins > self.width():
            self.button.setText(show(words.SHOW))
        button, report = self.button.sizeHint(), self.reporting.sizeHint()
        has_room = button.width() + report.width() + margins + enlarge(GRID) <= self.width()
        self.reporting.setVisible(self._can_report and not self._is_bar and has_room)
        taken = QSize(button.width() + enlarge(GRID), 0) if self._is_bar else QSize(0, button.height())
        room = self.size() - taken - QSize(margins, enlarge(3 * GRID))
        is_whole = self._find_height(room.width()) <= room.height()
        self.sentence.resize_text(find_look().find_pixels("body" if is_whole else "caption"))
        self.sentence.present(self._whole if is_whole else words.SHORT)

    def _find_height(self, width: int) -> int:
        """How high the whole sentence is in a place of that width."""
        wraps = Qt.TextFlag.TextWordWrap.value
        metrics = QFontMetrics(make_font(find_look().find_pixels("body")))
        return metrics.boundingRect(QRect(0, 0, max(1, width), 1), wraps, show(self._whole)).height()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        set_gaps(buttons, GRID)
        buttons.addWidget(self.button)
        buttons.addWidget(self.reporting)
        buttons.addStretch()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        column = QBoxLayout(beside if self._is_bar else below, self)
        set_gaps(column, GRID // 2, 2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        if self._is_bar:
            column.addWidget(self.sentence, 1)
            column.addLayout(buttons)
            return
        column.addStretch()
        column.addWidget(self.sentence)
        column.addLayout(buttons)
        column.addStretch()
