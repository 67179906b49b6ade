"""What stands in the place of a pane that failed: what happened, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.labels import Label
from app.ui.look import GRID, enlarge, enlarge_size, set_gaps
from app.ui.pane import Pane
from app.ui.wishes import FillScreen, ReportProblem, ShowAgain
from app.words import placeholder as words
from app.words import show

if TYPE_CHECKING:
    from app.ui.pane import Row

BAR_PX = 60  # a pane that may be lower than this is a bar: there all stands beside each other


class ClosedPane(Pane):
    """Says that a pane was closed. It stands where that stood, and covers or fills what that did.

    Args:
        row: of the pane that failed.
        needs_room: whether that covered the others, or wanted a larger share.
    """

    is_closed = True

    def __init__(self, row: Row, *, needs_room: bool = False) -> None:
        super().__init__(row.title)
        self.setObjectName("card")
        kind = row.kind
        self.COVERS, self.FILLS, self._needs_room = kind.COVERS, kind.FILLS, needs_room
        self.smallest = QSize(*row.smallest)
        self._can_report = False
        self._name, self._is_bar = row.name, row.smallest[1] < BAR_PX
        self.sentence = Label(words.CLOSED.fill(pane=row.title))
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.button = QPushButton(show(words.SHOW_AGAIN))
        self.button.clicked.connect(lambda: self.wish.emit(ShowAgain(self._name)))
        self.reporting = QPushButton(show(words.REPORT))
        self.reporting.clicked.connect(lambda: self.wish.emit(ReportProblem()))
        self._lay_out()

    @property
    def needs_room(self) -> bool:
        """As much as the pane that failed."""
        return self._needs_room

    def fill(self, *, is_over: bool, is_out: bool) -> None:  # noqa: ARG002 - where it stands shows the same
        """Fill what the pane would fill."""
        self._needs_room = is_over
        self.room_changed.emit()

    def find_first_stop(self) -> QWidget | None:
        """The way back."""
        return self.button

    def offer(self, wishes: frozenset[type]) -> None:
        """A report can be made where somebody makes it."""
        self._can_report = ReportProblem in wishes
        self._choose_buttons()

    def go_back(self) -> None:
        """Leave what it fills."""
        if self.FILLS and self._needs_room:
            self.wish.emit(FillScreen())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow place there is room for the way back only."""
        super().resizeEvent(event)
        self._choose_buttons()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No more than the pane needed."""
        return enlarge_size(self.smallest)

    def _choose_buttons(self) -> None:
        needed = self.button.sizeHint().width() + self.reporting.sizeHint().width() + enlarge(5 * GRID)
        self.reporting.setVisible(self._can_report and not self._is_bar and needed <= self.width())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        set_gaps(buttons, GRID)
        buttons.addWidget(self.button)
        buttons.addWidget(self.reporting)
        buttons.addStretch()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        column = QBoxLayout(beside if self._is_bar else below, self)
        set_gaps(column, GRID, 2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(self.sentence, 1)
        column.addLayout(buttons)
