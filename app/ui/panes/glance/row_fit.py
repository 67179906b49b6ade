"""How the cells of a row share its width. Pure; widths are in ems, parts of the size of the font."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.panes.glance.pieces import Cell, Row

GAP_EM, ICON_EM, LEAST_NAME_EM = 0.7, 1.2, 4.0


class Lettering(Protocol):
    """Measures the letters that the page is written in."""

    def measure(self, text: str, *, is_bold: bool) -> float:
        """The width of a text in ems."""
        ...

    def cut(self, text: str, width_em: float, *, is_bold: bool) -> str:
        """The text, no wider than that; it ends in an ellipsis where it is cut."""
        ...

    @property
    def line_em(self) -> float:
        """The height of a line in ems."""
        ...

    @property
    def cap_em(self) -> float:
        """The height of a capital in ems."""
        ...


class CellShare(NamedTuple):
    """What a cell has of a row.

    Attributes:
        text: what is written.
        width: in ems, with its icon.
    """

    text: str
    width: float


def find_good_width(row: Row, letters: Lettering) -> float:
    """What a row needs to say everything, and enough of each name."""
    return _add([_find_enough(cell, letters) for cell in row.cells])


def find_full_width(row: Row, letters: Lettering) -> float:
    """What a row needs to say everything."""
    return _add([_measure(cell, cell.texts[0], letters) for cell in row.cells])


def _find_enough(cell: Cell, letters: Lettering) -> float:
    wide = _measure(cell, cell.texts[1 if cell.is_wordy else 0], letters)
    return min(wide, cell.enough_em + _measure_icon(cell)) if cell.can_be_cut else wide


def share_out(row: Row, width: float, letters: Lettering) -> list[CellShare] | None:
    """What each cell says in a row of that width; None where it has too little for numbers and short names.

    What is said first is said in full first; names beside each other have equal parts, if they want them.
    """
    forms = ([_find_least(cell, letters, may_go=may_go) for cell in row.cells] for may_go in (False, True))
    least = next((form for form in forms if _add([share.width for share in form]) <= width), None)
    if least is None:
        return None
    shares = list(least)
    for at, cell in enumerate(row.cells):
        others = [share.width for share in shares[:at]] + _reserve(row, shares, at, width, letters)
        shares[at] = _choose(cell, others, width, letters) or least[at]
    return shares


def _reserve(row: Row, shares: Sequence[CellShare], at: int, width: float, letters: Lettering) -> list[float]:
    """What the cells behind that one have at least: names an equal part of what is left for names."""
    fixed = [share.width for cell, share in zip(row.cells, shares, strict=True) if not cell.can_be_cut]
    names = len(row.cells) - len(fixed)
    equal = (width - sum(fixed) - GAP_EM * (len(row.cells) - 1)) / names if names else 0
    return [
        max(share.width, min(equal, _measure(cell, cell.texts[-1], letters)))
        if cell.can_be_cut and equal >= LEAST_NAME_EM
        else share.width
        for cell, share in zip(row.cells[at + 1 :], shares[at + 1 :], strict=True)
    ]


def _choose(cell: Cell, others: Sequence[float], width: float, letters: Lettering) -> CellShare | None:
    """The longest that there is room for beside the others."""
    for text in cell.texts:
        wide = _measure(cell, text, letters)
        if _add([*others, wide]) <= width:
            return CellShare(text, wide)
    if not cell.can_be_cut:
        return None
    room = width - _add(others) - (GAP_EM if any(others) else 0)
    return None if room < LEAST_NAME_EM + _measure_icon(cell) else _cut(cell, room, letters)


def _find_least(cell: Cell, letters: Lettering, *, may_go: bool) -> CellShare:
    """The least that a cell can say."""
    if cell.can_go and may_go:
        return CellShare("", 0)
    text = cell.texts[-1]
    wide = _measure(cell, text, letters)
    least = LEAST_NAME_EM + _measure_icon(cell)
    return CellShare(text, wide) if wide <= least or not cell.can_be_cut else _cut(cell, least, letters)


def _cut(cell: Cell, room: float, letters: Lettering) -> CellShare:
    text = letters.cut(cell.texts[-1], room - _measure_icon(cell), is_bold=cell.is_bold)
    return CellShare(text, room)


def _measure(cell: Cell, text: str, letters: Lettering) -> float:
    return letters.measure(text, is_bold=cell.is_bold) + _measure_icon(cell) if text else 0


def _measure_icon(cell: Cell) -> float:
    return ICON_EM if cell.icon else 0


def _add(widths: Sequence[float]) -> float:
    """Widths with the gaps between them; what is left out needs none."""
    seen = [one for one in widths if one]
    return sum(seen) + GAP_EM * max(0, len(seen) - 1)
