"""One goal: what it is, how far it is in words and as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.labels import FittingLabel, NameLabel
from app.ui.look import GRID, Role, enlarge, find_look, set_gaps
from app.ui.painting import open_painter
from app.ui.panes.goals.texts import find_percent, write_progress
from app.words import goals as words
from app.words import show

BAR_PX = 8
WHOLE = 100


class GoalBar(QWidget):
    """How much is reached: filled from the left; with an edge around it once it is whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent = 0
        self._is_old = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def present(self, percent: int, *, is_old: bool) -> None:
        """Show so many percent; muted where its time is over."""
        if (percent, is_old) != (self._percent, self._is_old):
            self._percent, self._is_old = percent, is_old
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        return QSize(enlarge(80), enlarge(BAR_PX))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw."""
        colours, area = find_look().colours, QRectF(self.rect())
        with open_painter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(area, QColor(colours.raised))
            reached: Role = "good" if self._percent >= WHOLE else "us"
            colour = find_look().find_colour("muted" if self._is_old else reached)
            width = area.width() * min(self._percent, WHOLE) / WHOLE
            painter.fillRect(QRectF(0, 0, width, area.height()), QColor(colour))


class GoalLine(QWidget):
    """A goal with its bar, and room beside the words for what changes it.

    Attributes:
        name: what it is.
        progress: how far, in words.
        bar: the same, drawn.
        tools: what changes it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.progress = NameLabel(), FittingLabel(size="caption", colour="muted")
        self.bar, self.tools = GoalBar(), QHBoxLayout()
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for row in (head, foot):
            set_gaps(row, GRID)
        set_gaps(column, 0, 0, 0, 0, 0)
        head.addWidget(self.name, 1)
        head.addLayout(self.tools)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.progress, 1)
        column.addLayout(head)
        column.addLayout(foot)

    def present(self, name: str, current_value: int, target: int, *, is_old: bool = False) -> None:
        """Show a goal; without a target there is no bar."""
        self.name.present(name)
        self.progress.word(*(write_progress(current_value, target) if target else ("",)))
        self.bar.setVisible(bool(target))
        self.bar.present(find_percent(current_value, target), is_old=is_old)


def make_remove_button(gift: str) -> QPushButton:
    """A button that takes a wish away."""
    button = QPushButton(show(words.REMOVE))
    button.setObjectName("span")
    about = show(words.REMOVE_WISH.fill(gift=gift))
    button.setToolTip(about)
    button.setAccessibleName(about)
    return button
