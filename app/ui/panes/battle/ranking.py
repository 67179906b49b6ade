"""A battle of more than two: a row a side, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.figures import compact
from app.ui.labels import Label, NameLabel
from app.ui.look import GRID, Role, current, enlarge, set_gaps
from app.ui.panes.battle.bar import ShareBar
from app.ui.panes.battle.words import name_of_others, rank_sides, score_age_s, side_name
from app.words import battle as words

if TYPE_CHECKING:
    from app.state import BattleView, SideView

BAR_PX, BAR_GAP_PX = 8, 2


class SideRow(QWidget):
    """Rank, name and score over a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rank = Label(size="body", colour="muted", bold=True)
        self.name = NameLabel(size="body", bold=True)
        self.score = Label(size="body", bold=True)
        self.bar = ShareBar(thickness=BAR_PX, duel=False)
        line = QHBoxLayout()
        set_gaps(line, GRID)
        line.addWidget(self.rank)
        line.addWidget(self.name, 1)
        line.addWidget(self.score)
        column = QVBoxLayout(self)
        set_gaps(column, BAR_GAP_PX, 0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.bar)

    def resize_text(self, pixels: int) -> None:
        """Use another text size."""
        for label in (self.rank, self.name, self.score):
            label.resize_text(pixels)

    def present(self, rank: int, side: SideView, best: int, *, others: str, old: bool) -> None:
        """Show a side beside the best score. `others` is what one without a name is called."""
        colour: Role = "us" if side.is_us else "them"
        name = side_name(side, others=others)
        self.rank.present(str(rank))
        self.name.present(words.OUR_SIDE.fill(name=name) if side.is_us else name)
        self.name.tint(colour)
        self.score.present(compact(side.score))
        self.score.tint("muted" if old else "text")
        self.bar.present(side.score / best if best else 0.0, colour=colour, faded=old)


class Ranking(QWidget):
    """Shows a battle of any number of sides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SideRow] = []
        self._low = False
        self._pixels = current().sizes.body
        self.note = Label(size="caption", colour="warn")
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        set_gaps(self._column, GRID, 2 * GRID, 0, 2 * GRID, 0)
        self._column.addWidget(self.note)
        self._column.addStretch()

    def needed_px(self) -> int:
        """The height of the rows that are shown, in their type of now."""
        shown = [row for row in self.rows if not row.isHidden()]
        bar = 0 if self._low else enlarge(BAR_PX) + enlarge(BAR_GAP_PX)
        rows = sum(row.score.sizeHint().height() + bar for row in shown)
        note = 0 if self.note.isHidden() else self.note.sizeHint().height() + self._column.spacing()
        return rows + note + self._column.spacing() * max(0, len(shown) - 1)

    def slim(self, *, low: bool) -> None:
        """Do without the bars from the next frame on."""
        self._low = low
        set_gaps(self._column, 0 if low else GRID)

    def scale(self, factor: float) -> None:
        """Smaller type for a lower pane."""
        sizes = current().sizes
        self._pixels = max(sizes.least_rank, round(sizes.body * factor))
        for row in self.rows:
            row.resize_text(self._pixels)

    def present(self, battle: BattleView, now_ms: int) -> None:
        """Show the battle at a moment."""
        sides = rank_sides(battle.sides)
        others = name_of_others(battle.sides)
        age_s = score_age_s(battle, now_ms)
        self.note.present(words.OLD_SCORE.fill(seconds=age_s) if age_s else "")
        self.note.setVisible(bool(age_s))
        while len(self.rows) < len(sides):
            self.rows.append(SideRow())
            self.rows[-1].resize_text(self._pixels)
            self._column.insertWidget(len(self.rows) - 1, self.rows[-1])
        best = max((side.score for side in sides), default=0)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(sides))
            row.bar.setHidden(self._low)
            if at < len(sides):
                row.present(at + 1, sides[at], best, others=others, old=bool(age_s))
