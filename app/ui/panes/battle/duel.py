"""A battle of two: us at the left, them at the right, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.figures import compact, group_digits
from app.ui.labels import Label, NameLabel, Picture
from app.ui.look import GRID, Role, current, enlarge, fit_pixels, make_font, set_gaps
from app.ui.panes.battle.bar import BAR_PX, ShareBar
from app.ui.panes.battle.words import apart, gap, name_of_others, score_age_s, share, side_name
from app.words import battle as words
from app.words import show

if TYPE_CHECKING:
    from app.state import BattleView, SideView

TOP = 3
SHAPE_PX = 14
GAP_SIZE = 0.9  # of the scores
EDGES_PX = 6 * GRID + 4
NOBODY_YET = "–"


class SideColumn(QWidget):
    """One side: shape and name, score, best contributors. `right` mirrors it."""

    def __init__(self, *, right: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour: Role = "them" if right else "us"
        self._right = right
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.name = NameLabel(size="body", colour=self.colour, bold=True)
        self.name.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter)
        self.score = Label("0", size="score", bold=True)
        self.score.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter)
        self._shape = Picture("diamond" if right else "round", self.colour, SHAPE_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._name_row())
        column.addWidget(self.score)

    def present(self, side: SideView, *, others: str, old: bool) -> None:
        """Show a side; an old score is grey. `others` is what one without a name is called."""
        self.name.present(side_name(side, others=others))
        self.score.present(compact(side.score))
        self.score.setToolTip(group_digits(side.score))
        self.score.tint("muted" if old else "text")
        points = words.POINTS.fill(name=self.name.text(), points=side.score)
        self.setAccessibleName(show(points))

    def _name_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        set_gaps(row, 6)
        widgets = [self._shape, self.name]
        for widget in reversed(widgets) if self._right else widgets:
            row.addWidget(widget, 1 if widget is self.name else 0)
        return row


class Contributors(QWidget):
    """The best three of both sides, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(0)
        self._cells = [[self._cell(grid, place, first) for place in range(TOP)] for first in (0, 4)]
        grid.setColumnMinimumWidth(3, 2 * GRID)
        for column in (1, 5):
            grid.setColumnStretch(column, 1)

    @property
    def texts(self) -> list[list[str]]:
        """What is shown, by side and place."""
        return [[f"{name.text()} {points.text()}".strip() for name, points in cells] for cells in self._cells]

    def present(self, sides: tuple[SideView, SideView]) -> None:
        """Show the best contributors of both sides."""
        for side, cells in zip(sides, self._cells, strict=True):
            for place, (name, points) in enumerate(cells):
                best = side.contributors[place] if place < len(side.contributors) else None
                name.present(best.user.name if best else NOBODY_YET)
                name.tint("text" if best else "muted")
                points.present(compact(best.score) if best else "")

    def resize_text(self, pixels: int) -> None:
        """Use another text size."""
        for name, points in (cell for cells in self._cells for cell in cells):
            name.resize_text(pixels)
            points.resize_text(pixels)

    def needed_px(self) -> int:
        """The height of the three lines."""
        return TOP * max(label.sizeHint().height() for label in self._cells[0][0])

    @staticmethod
    def _cell(grid: QGridLayout, place: int, column: int) -> tuple[NameLabel, Label]:
        word = words.BEST if place == 0 else str(place + 1)
        rank = Label(word, size="rank", colour="muted", bold=not place)
        name, points = NameLabel(size="note"), Label(" ", size="note", colour="muted")
        points.present("")  # with its first text Qt's label begins to follow its font
        points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for offset, widget in enumerate((rank, name, points)):
            grid.addWidget(widget, place, column + offset)
        return name, points


class Duel(QWidget):
    """Shows a battle with two sides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = SideColumn(right=False), SideColumn(right=True)
        self.gap = Label("0", size="score", bold=True)
        self.meaning = Label(words.EVEN, size="caption", colour="muted")
        self.bar = ShareBar()
        self.best = Contributors()
        self._figure_px = self._wanted_px = current().sizes.score
        for label in (self.gap, self.meaning):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()

    def present(self, battle: BattleView, now_ms: int) -> None:
        """Show the battle at a moment."""
        us, them = battle.sides[0], battle.sides[1]
        age_s = score_age_s(battle, now_ms)
        others = name_of_others(battle.sides)
        self.left.present(us, others=others, old=bool(age_s))
        self.right.present(them, others=others, old=bool(age_s))
        figure, meaning = (gap if us.is_us else apart)(us.score, them.score)
        self.gap.present(figure)
        leader: Role = "us" if us.score >= them.score else "them"
        self.gap.tint("muted" if age_s or not us.is_us else leader)
        self.meaning.present(words.OLD_SCORE.fill(seconds=age_s) if age_s else meaning)
        self.meaning.tint("warn" if age_s else "muted")
        self.bar.present(share(us.score, them.score), faded=bool(age_s))
        self.best.present((us, them))
        self._fit_figures()

    def scale(self, factor: float) -> None:
        """Larger type for a larger pane."""
        sizes = current().sizes
        small, body, self._wanted_px = (
            round(pixels * factor) for pixels in (sizes.note, sizes.body, sizes.score)
        )
        self.bar.thicken(round(enlarge(BAR_PX) * factor))
        for side in (self.left, self.right):
            side.name.resize_text(body)
        self.best.resize_text(small)
        self._fit_figures()

    def redress(self) -> None:
        """Take the sizes of now; the pane scales it anew."""
        self._figure_px = 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Scores of hundreds of millions are written smaller rather than cut."""
        super().resizeEvent(event)
        self._fit_figures()

    def _fit_figures(self) -> None:
        """The largest type in which both scores and what stands between them fit beside each other."""
        least = current().sizes.least_score
        sides, gap = self._measure_figures()
        room = self.width() - enlarge(EDGES_PX)
        wanted, meaning = self._wanted_px, self.meaning.sizeHint().width()
        beside = fit_pixels(sides + gap, wanted, room)
        pixels = max(least, min(beside, fit_pixels(sides, wanted, room - meaning)))
        if pixels == self._figure_px:
            return
        self._figure_px = pixels
        self.gap.resize_text(round(pixels * GAP_SIZE))
        for side in (self.left, self.right):
            side.score.resize_text(pixels)

    def needed_px(self) -> int:
        """The height of everything that is shown, in its type of now."""
        side = self.left.name.sizeHint().height() + self.left.score.sizeHint().height()
        middle = self.meaning.sizeHint().height() + self.gap.sizeHint().height()
        best = 0 if self.best.isHidden() else self.best.needed_px() + enlarge(GRID)
        return max(side, middle) + enlarge(GRID) + self.bar.sizeHint().height() + best

    def _measure_figures(self) -> tuple[int, int]:
        """Widths of both sides, each as wide as the wider score, and of the gap, in the wanted size.

        Smaller ones are in proportion: Qt would load a font for each size in which it measures.
        """
        score = QFontMetrics(make_font(self._wanted_px, bold=True))
        gap = QFontMetrics(make_font(round(self._wanted_px * GAP_SIZE), bold=True))
        sides = 2 * max(score.horizontalAdvance(side.score.text()) for side in (self.left, self.right))
        return sides, gap.horizontalAdvance(self.gap.text())

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.meaning)
        middle.addWidget(self.gap)
        sides = QHBoxLayout()
        set_gaps(sides, GRID)
        sides.addWidget(self.left, 1)
        sides.addLayout(middle)
        sides.addWidget(self.right, 1)
        column = QVBoxLayout(self)
        set_gaps(column, GRID, 2 * GRID, 0, 2 * GRID, 0)
        column.addLayout(sides)
        column.addWidget(self.bar)
        column.addWidget(self.best)
