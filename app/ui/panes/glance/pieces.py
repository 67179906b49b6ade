"""What the page is put together from: pieces of rows of cells, in the order of their rank."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Literal

from app.frozen import value
from app.ui.look import Role

Column = Literal["head", "left", "right"]
Side = Literal["left", "middle", "right"]


@value
class Cell:
    """A text in a row.

    Attributes:
        texts: the same in several lengths, the longest first; an empty one: it may be left out.
        can_be_cut: its only text may end in an ellipsis: a name, somebody's words; never a number.
        can_go: what can be cut may be left out, too.
        enough_em: so much of what can be cut is enough for the page to grow, in ems.
        is_wordy: its second text is enough for the page to grow.
        icon: a drawing before it; empty for none.
    """

    texts: tuple[str, ...]
    colour: Role = "text"
    is_bold: bool = False
    can_be_cut: bool = False
    can_go: bool = False
    enough_em: float = 6.0
    is_wordy: bool = False
    side: Side = "left"
    icon: str = ""


@value
class Row:
    """Cells from left to right, or a bar.

    Attributes:
        is_largest: it grows more than others, since it is what is looked for first.
        share: our part of a share bar, 0 to 1; None for a row of texts.
        is_old: what the bar shows is no news.
        can_break: on a narrow page it may become two rows.
        can_part: where that is not enough, each of its names may get a row of its own.
        lines: the same as several rows, for where it cannot say all in one.
    """

    cells: tuple[Cell, ...] = ()
    is_largest: bool = False
    can_break: bool = False
    can_part: bool = False
    share: float | None = None
    is_old: bool = False
    lines: tuple[Row, ...] = ()

    @property
    def has_hosts(self) -> bool:
        """Whether there are names in it that may go."""
        return any(cell.can_go for cell in self.cells)


@value
class Piece:
    """What answers one question. It is shown whole, or left out.

    Attributes:
        name: of the question.
        column: where it stands when the page is wide: above all others, at the left or at the right.
        is_yielding: it is left out where names that may go would go, or be cut short, beside it.
    """

    name: str
    rows: tuple[Row, ...]
    column: Column = "left"
    is_yielding: bool = False


def break_rows(piece: Piece, *, has_largest: bool = True) -> Piece:
    """The same piece for a narrow page; if wished, what is looked for first stays in one row."""
    rows = (_break_row(row) if has_largest or not row.is_largest else [row] for row in piece.rows)
    return replace(piece, rows=tuple(part for parts in rows for part in parts))


def split_names(piece: Piece) -> Piece:
    """The same piece where each name has a row of its own: first those at the left, as one reads teams."""
    rows: list[Row] = []
    groups = [(can_part, [*group]) for can_part, group in groupby(piece.rows, key=lambda row: row.can_part)]
    for can_part, group in groups:
        rows += _split_rows(group) if can_part else group
    return replace(piece, rows=tuple(rows))


def drop_lines(piece: Piece) -> Piece:
    """The same piece where there is no room for lines: names are cut instead."""
    return replace(piece, rows=tuple(replace(row, lines=()) for row in piece.rows))


def _break_row(row: Row) -> list[Row]:
    """Names and what is not cut; where no names come first, what stands at the left and at the right."""
    if row.lines:
        return [*row.lines]
    if not row.can_break:
        return [row]
    has_names = any(cell.can_be_cut and cell.side == "left" for cell in row.cells)
    halves: tuple[list[Cell], list[Cell]] = [], []
    for cell in row.cells:
        is_second = not cell.can_be_cut if has_names else cell.side == "right"
        halves[is_second].append(cell)
    rows = [replace(row, cells=tuple(half)) for half in halves if half]
    return [*rows[:1], *(replace(one, can_part=False) for one in rows[1:])]


def _split_rows(rows: list[Row]) -> list[Row]:
    """What is at the left of all rows, then what is at the right."""
    halves: tuple[list[Row], list[Row]] = [], []
    for row in rows:
        for at, is_right in enumerate((False, True)):
            cells = tuple(cell for cell in row.cells if (cell.side == "right") == is_right)
            halves[at].extend([replace(row, cells=cells)] if cells else [])
    return [*halves[0], *halves[1]]


@value
class PlacedText:
    """A text, or a bar, with its place on the page in pixels.

    Attributes:
        piece: the name of what it belongs to.
        pixels: the size of the font.
        share: of a bar; None for a text.
    """

    piece: str
    x: int
    y: int
    width: int
    height: int
    pixels: int
    text: str = ""
    colour: Role = "text"
    is_bold: bool = False
    side: Side = "left"
    icon: str = ""
    share: float | None = None
    is_old: bool = False
