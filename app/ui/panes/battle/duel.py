"""A battle of two: us at the left, them at the right, always; each part is a row of the board."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.battle_words import MOST_NAMES, choose_others_name, list_names, name_side
from app.ui.figures import compact_openly, group_openly
from app.ui.labels import FittingLabel, IconLabel, Label, NameLabel
from app.ui.look import GRID, Role, set_gaps
from app.ui.panes.battle.face import Faces
from app.ui.panes.battle.fit import TOP, WIDE_EM, BattlePlan, Lines
from app.ui.text import clean
from app.words import battle as words
from app.words import show

if TYPE_CHECKING:
    from app.events import Contributor
    from app.state import SideView

SHAPE_PX = 14
NAME_SPARE_PX = 2
TWO_LINES = 1.7  # of the type: a picture beside two lines
NOBODY_YET = "–"
MIDDLE = Qt.AlignmentFlag.AlignVCenter
EDGES = (Qt.AlignmentFlag.AlignLeft | MIDDLE, Qt.AlignmentFlag.AlignRight | MIDDLE)
COLOURS: tuple[Role, Role] = ("us", "them")
PREFERRED, FIXED = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
MARKS: dict[str, str] = {words.AHEAD: words.AHEAD_MARK, words.BEHIND: words.BEHIND_MARK}
SHAPES = ("round", "diamond")


class NameLine(QWidget):
    """Shape, picture and name of a host over a half."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shape = IconLabel(SHAPES[place], COLOURS[place], SHAPE_PX)
        self.faces = Faces()
        self.name = NameLabel(size="body", colour=COLOURS[place], bold=True)
        self.name.setAlignment(EDGES[place])
        row = QHBoxLayout(self)
        row.setDirection(QBoxLayout.Direction.RightToLeft if place else QBoxLayout.Direction.LeftToRight)
        set_gaps(row, 6, 0, 0, 0, 0)
        row.addWidget(self.shape)
        row.addWidget(self.faces)
        row.addWidget(self.name, 1)

    @property
    def wish_px(self) -> int:
        """The width in which the name is whole."""
        return self.sizeHint().width() + ceil(self.name.measure(self.name.text())) + NAME_SPARE_PX

    def fit(self, pixels: int) -> None:
        """Use another size."""
        self.name.resize_text(pixels)
        self.faces.resize_side(pixels)


class SideName(QWidget):
    """Who stands on a side, one below the other."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = [NameLine(place) for _ in range(MOST_NAMES)]
        column = QVBoxLayout(self)
        set_gaps(column, 0, 0, 0, 0, 0)
        for line in self.lines:
            column.addWidget(line)
        column.addStretch()

    @property
    def names(self) -> list[str]:
        """What is shown."""
        return [line.name.text() for line in self.lines if not line.isHidden()]

    @property
    def wish_px(self) -> int:
        """The width in which all names are whole."""
        return max((line.wish_px for line in self.lines if not line.isHidden()), default=0)

    def present(self, side: SideView, *, others: str) -> None:
        """Show who it is; of those for whom there is no line, the last one has the pictures."""
        names = list_names(side, others=others)
        for at, line in enumerate(self.lines):
            is_last = at == len(names) - 1
            line.name.present(names[at] if at < len(names) else "")
            line.faces.present(side.hosts[at:] if is_last else side.hosts[at : at + 1])
            line.setVisible(at < len(names))
        name = clean(show(name_side(side, others=others)))
        self.setAccessibleName(show(words.POINTS.fill(name=name, points=side.score)))

    def fit(self, pixels: int) -> None:
        """Use another size."""
        for line in self.lines:
            line.fit(pixels)


class Best(QWidget):
    """The best contributors of a side, the first one named so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        self.rows = [BestRow(grid, place) for place in range(TOP)]

    @property
    def texts(self) -> list[str]:
        """What is shown, by place."""
        return [f"{row.name.text()} {row.points.text()}".strip() for row in self.rows]

    @property
    def wish_px(self) -> int:
        """The width in which all names are whole."""
        rows = [row.wishes for row in self.rows if not row.name.isHidden()]
        widest: list[int] = [max(column) for column in zip(*rows, strict=True)]
        return sum(widest) + self._grid.horizontalSpacing() * max(0, len(widest) - 1)

    def present(self, contributors: tuple[Contributor, ...]) -> None:
        """Show the best."""
        for place, row in enumerate(self.rows):
            row.present(contributors[place] if place < len(contributors) else None)

    def fit(self, lines: Lines, pixels: int, *, is_wide: bool) -> None:
        """Show so many, in that size; names come before the word for the first."""
        self.setVisible(bool(lines.best))
        self._grid.setHorizontalSpacing(pixels // (2 if is_wide else 3))
        for place, row in enumerate(self.rows):
            row.fit(pixels, is_shown=place < lines.best, is_wide=is_wide)
            row.place(self._grid, has_two=lines.has_two)


class BestRow:
    """A contributor: place, picture, name, points."""

    def __init__(self, grid: QGridLayout, place: int) -> None:
        self._line, self._has_two, self._is_wide, self._pixels = 2 * place, False, True, 0
        self._wordings = words.BEST if place == 0 else str(place + 1), str(place + 1)
        self.rank = Label(self._wordings[0], size="rank", colour="muted", bold=not place)
        self.faces = Faces()
        self.name, self.points = NameLabel(size="note"), Label(" ", size="note", colour="muted")
        self.points.present("")  # with its first text Qt's label begins to follow its font
        self.points.setAlignment(EDGES[1])
        self._parts = (self.rank, self.faces, self.name, self.points)
        for column, part in enumerate(self._parts):
            grid.addWidget(part, self._line, column)

    def present(self, best: Contributor | None) -> None:
        """Show somebody, or that nobody is there yet."""
        self.faces.present((best.user,) if best else ())
        self.name.present(best.user.name if best else "" if self._line else NOBODY_YET)
        self.name.tint("text" if best else "muted")
        self.points.present(compact_openly(best.score) if best else "")
        self._present_rank()

    def fit(self, pixels: int, *, is_shown: bool, is_wide: bool) -> None:
        """Use another size."""
        self._is_wide = is_wide
        self._present_rank()
        for part in self._parts:
            part.setVisible(is_shown)
        for label in (self.rank, self.name, self.points):
            label.resize_text(pixels)
        self._pixels = pixels

    @property
    def wishes(self) -> list[int]:
        """The widths that its parts need beside each other: place, picture, name, points."""
        rank, points = self.rank.sizeHint().width(), self.points.sizeHint().width()
        name = ceil(self.name.measure(self.name.text())) + NAME_SPARE_PX if self.name.text() else 0
        if self._has_two:
            return [rank, self.faces.width(), max(name, points)]
        return [rank, self.faces.width(), name, points]

    def _present_rank(self) -> None:
        """Where nobody is yet, only the first place is shown."""
        is_seen = not self._line or bool(self.name.text())
        self.rank.present(self._wordings[0 if self._is_wide else 1] if is_seen else "")

    def place(self, grid: QGridLayout, *, has_two: bool) -> None:
        """The points behind the name, or below it, the picture beside both lines."""
        self.faces.resize_side(round(TWO_LINES * self._pixels) if has_two else self._pixels)
        if has_two == self._has_two:
            return
        self._has_two = has_two
        self.points.setAlignment(EDGES[0 if has_two else 1])
        for part, at in ((self.rank, 0), (self.faces, 1)):
            grid.addWidget(part, self._line, at, 1 + has_two, 1)
        grid.addWidget(self.name, self._line, 2, 1, 1 + has_two)
        grid.addWidget(self.points, self._line + has_two, 3 - has_two)


class Scores(QWidget):
    """Both scores, and between them what they mean for us."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = Label("0", size="score", bold=True), Label("0", size="score", bold=True)
        self.meaning = FittingLabel(size="caption", colour="muted")
        self.meaning.setSizePolicy(PREFERRED, FIXED)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        set_gaps(row, GRID, 0, 0, 0, 0)
        for label, edge in ((self.left, EDGES[0]), (self.meaning, None), (self.right, EDGES[1])):
            if edge is not None:
                label.setAlignment(edge)
            row.addWidget(label, 0 if label is self.meaning else 1)

    def present(self, sides: tuple[SideView, ...], meaning: str, *, is_old: bool) -> None:
        """Show the scores; an old one is grey."""
        for label, side in zip((self.left, self.right), sides, strict=True):
            label.present(compact_openly(side.score))
            label.setToolTip(group_openly(side.score))
            label.tint("muted" if is_old else "text")
        self.meaning.word(meaning, MARKS.get(meaning, meaning))


class Duel:
    """What is shown of two sides, by rows of the board."""

    def __init__(self) -> None:
        self.names = (SideName(0), SideName(1))
        self.scores = Scores()
        self.best = (Best(), Best())

    @property
    def faces(self) -> list[Faces]:
        """All places for pictures."""
        rows = [row.faces for best in self.best for row in best.rows]
        return [*(line.faces for name in self.names for line in name.lines), *rows]

    def present(self, sides: tuple[SideView, ...], meaning: str, *, is_old: bool) -> None:
        """Show both sides."""
        others = choose_others_name(sides)
        for side, name, best in zip(sides, self.names, self.best, strict=True):
            name.present(side, others=others)
            best.present(side.contributors)
        self.scores.present(sides, meaning, is_old=is_old)

    def fit(self, plan: BattlePlan, width: int) -> None:
        """Use these sizes in a pane of that width."""
        is_wide = width >= WIDE_EM * plan.small
        for name, best in zip(self.names, self.best, strict=True):
            name.fit(plan.name)
            best.fit(plan.lines, plan.small, is_wide=is_wide)
        self.scores.meaning.resize_text(plan.small)
        for label in (self.scores.left, self.scores.right):
            label.resize_text(plan.score)
