"""What is to be reached: the room's goals, diamonds of this stream, wished gifts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.session import Tell
from app.settings.options.gifts import MOST_DIAMONDS
from app.state.facts import WishRemoval
from app.ui.boxes import WholeBox
from app.ui.card import Card
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.panes.goals.form import WishForm
from app.ui.panes.goals.line import GoalLine, make_remove_button
from app.ui.panes.goals.source import GoalFrame, GoalRow, GoalSource
from app.ui.panes.goals.texts import name_goal
from app.ui.wishes import Prefer
from app.words import goals as words
from app.words import show

if TYPE_CHECKING:
    from app.settings import Choices

LEAST_TARGET_PX, TARGET_PX = 64, 124
STEP = 1_000
BORDERS_PX = 4


class GoalPane(Card):
    """A line a goal; the target is typed in its line, wished gifts below. In a small pane it scrolls."""

    SOURCE = GoalSource
    EVERY_MS = 250

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._latest: GoalFrame | None = None
        self._places: Sequence[tuple[str, int]] = ()
        self.lines: list[GoalLine] = []
        self.target, self.own = WholeBox(), GoalLine()
        self._set_up_target()
        self.form = WishForm()
        self.form.wished.connect(lambda wish: self.wish.emit(Tell(wish)))
        self._column = QVBoxLayout()
        set_gaps(self._column, GRID)
        self._area = self._make_area()
        self.body.addWidget(self._area)
        self.redress()
        self._present_target()

    def present(self, frame: GoalFrame) -> None:
        """Show a frame."""
        self._latest = frame
        places = [(row.kind, row.number) for row in frame.rows]
        if places != self._places:
            self._places = places
            self._make_lines(frame.rows)
        for line, row in zip(self.lines, frame.rows, strict=True):
            line.present(name_goal(row), row.current, row.target, is_old=row.has_ended)
        self.form.present(frame.gifts, frame.now_ms)
        self._present_target()

    def prefer(self, choices: Choices) -> None:
        """Take the target of a stream."""
        if choices.gift_target != self.target.value():
            self.target.setValue(choices.gift_target)
        self._present_target()

    def redress(self) -> None:
        """Take the sizes of now."""
        self.target.setMinimumWidth(enlarge(LEAST_TARGET_PX))
        self._fit_target()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What the target is of is read rather than that its box is wide."""
        super().resizeEvent(event)
        self._fit_target()

    def _fit_target(self) -> None:
        """The box has what the words before it leave."""
        bar, name = self._area.verticalScrollBar().sizeHint().width(), self.own.name.sizeHint().width()
        room = self.width() - bar - enlarge(5 * GRID) - name - BORDERS_PX
        self.target.setMaximumWidth(min(enlarge(TARGET_PX), max(enlarge(LEAST_TARGET_PX), room)))

    def _present_target(self) -> None:
        diamonds = self._latest.diamonds if self._latest else 0
        self.own.present(show(words.TARGET), diamonds, self.target.value())

    def _keep_target(self) -> None:
        self._present_target()
        self.wish.emit(Prefer({"gift_target": self.target.value()}))

    def _set_up_target(self) -> None:
        self.target.setRange(0, MOST_DIAMONDS)
        self.target.setSingleStep(STEP)
        self.target.setGroupSeparatorShown(True)
        self.target.setKeyboardTracking(False)
        self.target.setSpecialValueText(show(words.NO_TARGET))
        self.target.setAccessibleName(show(words.TARGET_BOX))
        self.target.setToolTip(show(words.TARGET_BOX))
        self.target.editingFinished.connect(self._keep_target)
        self.own.tools.addWidget(self.target)

    def _make_lines(self, rows: tuple[GoalRow, ...]) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self.lines = [self._make_line(row) for row in rows]
        for line in self.lines:
            self._column.addWidget(line)

    def _make_line(self, row: GoalRow) -> GoalLine:
        line = GoalLine()
        if row.kind == "wish":
            button = make_remove_button(name_goal(row))
            button.clicked.connect(partial(self._remove, row.number))
            line.tools.addStretch(1)
            line.tools.addWidget(button)
        return line

    def _remove(self, number: int, *_: bool) -> None:
        self.wish.emit(Tell(WishRemoval(number)))

    def _make_area(self) -> QScrollArea:
        inner, area = QWidget(), QScrollArea()
        inner.setObjectName("sheet")
        column = QVBoxLayout(inner)
        set_gaps(column, GRID, 2 * GRID, 0, 2 * GRID, GRID)
        column.addWidget(self.own)
        column.addLayout(self._column)
        column.addWidget(self.form)
        column.addStretch(1)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area
