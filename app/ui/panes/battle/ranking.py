"""A battle of more than two: a row a side, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.battle_items import BETWEEN
from app.ui.battle_words import choose_others_name, name_row, rank_sides
from app.ui.figures import compact_openly
from app.ui.labels import Label, NameLabel
from app.ui.look import GRID, Role, set_gaps
from app.ui.panes.battle.bar import ShareBar
from app.ui.panes.battle.face import Faces
from app.ui.panes.battle.fit import TOP
from app.ui.sentence_label import SentenceLabel
from app.ui.text import NAME_LIMIT, clean_isolated
from app.words import battle as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.events import Contributor
    from app.state import SideView
    from app.ui.panes.battle.fit import BattlePlan

BAR_PX = 8


def write_best(contributors: Sequence[Contributor]) -> str:
    """The best of these in one line, or nothing."""
    parts = (
        f"{clean_isolated(one.user.name, NAME_LIMIT)} {compact_openly(one.score)}"
        for one in contributors[:TOP]
    )
    return words.BEST_NAMES.fill(names=BETWEEN.join(parts)) if contributors else ""


class SideRow(QWidget):
    """Rank, picture, name and score over a bar, and who brought most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rank = Label(size="body", colour="muted", bold=True)
        self.faces = Faces()
        self.name = NameLabel(size="body", bold=True)
        self.score = Label(size="body", bold=True)
        self.bar = ShareBar(thickness=BAR_PX, duel=False)
        self.best_faces, self.best = Faces(), SentenceLabel(size="note", colour="muted")
        column = QVBoxLayout(self)
        set_gaps(column, 0, 0, 0, 0, 0)
        column.addLayout(_line_up(self.name, self.rank, self.faces, self.name, self.score))
        column.addWidget(self.bar)
        column.addLayout(_line_up(self.best, self.best_faces, self.best))

    @property
    def all_faces(self) -> tuple[Faces, Faces]:
        """Its places for pictures."""
        return self.faces, self.best_faces

    def fit(self, plan: BattlePlan) -> None:
        """Use these sizes."""
        for label in (self.rank, self.name, self.score):
            label.resize_text(plan.name)
        self.faces.resize_side(plan.name)
        self.bar.thicken(plan.bar)
        self.best.resize_text(plan.small)
        self.best_faces.resize_side(plan.small)
        for part in (self.best_faces, self.best):
            part.setVisible(bool(plan.lines.best))

    def present(self, rank: int, side: SideView, best: int, *, others: str, old: bool) -> None:
        """Show a side beside the best score. `others` is what one without a name is called."""
        colour: Role = "us" if side.is_us else "them"
        self.rank.present(str(rank))
        self.faces.present(side.hosts)
        self.name.present(name_row(side, others))
        self.name.tint(colour)
        self.score.present(compact_openly(side.score))
        self.score.tint("muted" if old else "text")
        self.bar.present(side.score / best if best else 0.0, colour=colour, faded=old)
        self.best_faces.present([one.user for one in side.contributors[:TOP]])
        self.best.present(write_best(side.contributors))


def _line_up(widest: QWidget, *parts: QWidget) -> QHBoxLayout:
    """Parts beside each other, of which one takes what is left."""
    line = QHBoxLayout()
    set_gaps(line, GRID)
    for part in parts:
        line.addWidget(part, 1 if part is widest else 0)
    return line


class SideRanking(QWidget):
    """Shows any number of sides; where there is no room for all, the best and ours.

    Args:
        illustrate: lets a place for pictures learn where they come from.
    """

    def __init__(self, illustrate: Callable[[Faces], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SideRow] = []
        self._illustrate = illustrate
        self._plan: BattlePlan | None = None
        self._sides: tuple[SideView, ...] = ()
        self._is_old = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fit(self, plan: BattlePlan) -> None:
        """Use these sizes, and as many rows."""
        self._plan = plan
        self._column.setSpacing(plan.gap)
        for row in self.rows:
            row.fit(plan)
        self.present(self._sides, is_old=self._is_old)

    def present(self, sides: tuple[SideView, ...], *, is_old: bool) -> None:
        """Show the sides."""
        self._sides, self._is_old = sides, is_old
        ranks = list(enumerate(rank_sides(sides), 1))
        shown = choose_rows(ranks, self._plan.lines.rows if self._plan else len(ranks))
        while len(self.rows) < len(shown):
            self._add_row()
        best, others = max((side.score for side in sides), default=0), choose_others_name(sides)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(shown))
            if at < len(shown):
                rank, side = shown[at]
                row.present(rank, side, best, others=others, old=is_old)

    def _add_row(self) -> None:
        row = SideRow()
        for faces in row.all_faces:
            self._illustrate(faces)
        if self._plan is not None:
            row.fit(self._plan)
        self.rows.append(row)
        self._column.addWidget(row)


def choose_rows(ranks: list[tuple[int, SideView]], count: int) -> list[tuple[int, SideView]]:
    """The best so many; ours is among them, else it stands last."""
    shown = ranks[:count]
    ours = next((pair for pair in ranks[count:] if pair[1].is_us), None)
    return [*shown[:-1], ours] if ours and shown else shown
