"""Where everything stands on the page, and how large. Pure: from a size and what is to be said, placed texts.

Nothing is smaller than is usual: what there is no room for is left out, the last questions first. Where not
even what is asked first has room, it is smaller, down to the least size, at last the first row of it alone.
What is there grows until the page is full, the most important rows most, and none more than is of use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from app.frozen import value
from app.ui.optics import LEAST_ARCMIN, USUAL_ARCMIN
from app.ui.panes.glance.pieces import Cell, Piece, PlacedText, Row, break_rows, drop_lines, split_names
from app.ui.panes.glance.row_fit import GAP_EM, Lettering, find_full_width, find_good_width, share_out

# Sizes as multiples of the smallest one of a page: what they are at least, and at most.
USUAL, LARGEST = (1.0, 1.7), (1.5, 4.0)
ASKED_FIRST = 3  # pieces that are rather smaller than left out
BAR_EM = 0.6
EDGE, GAP, MOST_GAP = 0.35, 0.3, 1.2  # around all, between pieces; multiples of the least size
STEPS, NAME_STEPS = 24, 8  # of growth; so many are given for whole names
STEPS_A_SIZE = 8
EXACT = 1e-6


@value
class Sheet:
    """What is written on.

    Attributes:
        width, height: pixels.
        least_px: the smallest size of a font that can be read from where the eye is.
    """

    width: int
    height: int
    least_px: int

    @property
    def usual(self) -> Sheet:
        """The same for letters that can be read with ease."""
        return replace(self, least_px=ceil(self.least_px * USUAL_ARCMIN / LEAST_ARCMIN))

    @property
    def edge(self) -> int:
        """Free room around everything."""
        return round(self.least_px * EDGE)

    @property
    def gap(self) -> int:
        """Free room between two pieces, at least."""
        return round(self.least_px * GAP)

    @property
    def step(self) -> int:
        """Sizes of fonts are so far apart."""
        return max(1, self.least_px // STEPS_A_SIZE)


class Stack(NamedTuple):
    """Pieces below each other."""

    x: int
    width: int
    pieces: tuple[Piece, ...]

    @property
    def rows(self) -> list[Row]:
        """All of their rows."""
        return [row for piece in self.pieces for row in piece.rows]


class Plan(NamedTuple):
    """The stacks of a page: one over the whole width, and what stands below it.

    Attributes:
        growth: 0 for the least sizes, 1 for the largest.
    """

    head: Stack
    below: tuple[Stack, ...]
    growth: float = 0.0

    @property
    def stacks(self) -> tuple[Stack, ...]:
        """All of them."""
        return self.head, *self.below


def arrange(sheet: Sheet, pieces: Sequence[Piece], letters: Lettering) -> list[PlacedText]:
    """Place as many pieces as there is room for, the first ones of them."""
    first = min(len(pieces), ASKED_FIRST)
    cut = [drop_lines(piece) for piece in pieces]
    for one, most, fewest in ((sheet.usual, len(pieces), first), (sheet, first, 1)):
        composer = Composer(one, letters)
        for form in (pieces, cut) if cut != list(pieces) else (pieces,):
            for count in range(most, fewest - 1, -1):
                if plan := _choose_plan(one, form[:count], composer):
                    return composer.place(plan)
    least = [replace(piece, rows=piece.rows[:1]) for piece in pieces[:1]]
    plan = _choose_plan(sheet, least, Composer(sheet, letters)) if least else None
    return Composer(sheet, letters).place(plan) if plan else []


def _choose_plan(sheet: Sheet, pieces: Sequence[Piece], composer: Composer) -> Plan | None:
    """The best plan that shows all of these; names matter more than what yields to them."""
    others = [piece for piece in pieces if not piece.is_yielding]
    for form, has_names in ((pieces, True), (others, False)):
        plans = [plan for plan in list_plans(sheet, form) if composer.can_fit(plan, has_names=has_names)]
        if plans:
            return composer.spare_names(max(map(composer.grow, plans), key=composer.rate))
    return None


def list_plans(sheet: Sheet, pieces: Sequence[Piece]) -> list[Plan]:
    """All below each other, or two columns below what stands above all; each also with rows that break."""
    narrow = [break_rows(piece) for piece in pieces]
    some = [break_rows(piece, has_largest=False) for piece in pieces]
    forms: list[Sequence[Piece]] = []
    for form in (list(pieces), some, narrow, [split_names(piece) for piece in narrow]):
        forms += [form] if form not in forms else []
    return [plan for form in forms for plan in _list_columns(sheet, form)]


def _list_columns(sheet: Sheet, pieces: Sequence[Piece]) -> list[Plan]:
    edge, room = sheet.edge, sheet.width - 2 * sheet.edge
    one = Plan(Stack(edge, room, ()), (Stack(edge, room, tuple(pieces)),))
    head, left, right = (
        tuple(piece for piece in pieces if piece.column == name) for name in ("head", "left", "right")
    )
    if not (left and right):
        return [one]
    between = 3 * sheet.gap
    half = (room - between) // 2
    two = (Stack(edge, half, left), Stack(edge + half + between, half, right))
    return [one, Plan(Stack(edge, room, head), two)]


class Composer:
    """Measures plans, and places what they hold.

    Args:
        sheet: what is written on.
        letters: what is written in.
    """

    def __init__(self, sheet: Sheet, letters: Lettering) -> None:
        self._sheet, self._letters = sheet, letters
        self._good: dict[Row, float] = {}

    def can_fit(self, plan: Plan, *, has_names: bool = False) -> bool:
        """Whether all of it can be said, if wished with enough of each name, and is not too high."""
        pairs = [(row, stack) for stack in plan.stacks for row in stack.rows]
        is_wide = all(self._is_wide(row, stack, plan.growth, has_names=has_names) for row, stack in pairs)
        return is_wide and self._measure(plan) <= self._sheet.height - 2 * self._sheet.edge

    def grow(self, plan: Plan) -> Plan:
        """The same in the largest sizes that fit."""
        least, most = 0, STEPS  # the first fits
        while least < most:
            step = (least + most + 1) // 2
            is_step_good = self.can_fit(plan._replace(growth=step / STEPS))
            least, most = (step, most) if is_step_good else (least, step - 1)
        return plan._replace(growth=least / STEPS)

    def rate(self, plan: Plan) -> tuple[float, int]:
        """How good a plan is: large first, then how few of its texts are shortened or left out."""
        return plan.growth, -sum(
            self._count_short(row, stack.width, plan.growth) for stack in plan.stacks for row in stack.rows
        )

    def spare_names(self, plan: Plan) -> Plan:
        """The same a little smaller, where that leaves the names of hosts whole."""
        steps = range(min(NAME_STEPS, round(plan.growth * STEPS)) + 1)
        smaller = (plan._replace(growth=plan.growth - step / STEPS) for step in steps)
        return next(filter(self._has_whole_names, smaller), plan)

    def _has_whole_names(self, plan: Plan) -> bool:
        pairs = ((row, stack.width) for stack in plan.stacks for row in stack.rows)
        return not any(self._count_short(*pair, plan.growth) for pair in pairs if pair[0].has_hosts)

    def place(self, plan: Plan) -> list[PlacedText]:
        """All texts. What is left of the height goes between the pieces, and the rest above and below."""
        free = self._sheet.height - 2 * self._sheet.edge - self._measure(plan)
        gaps = len(plan.head.pieces) + max(len(stack.pieces) for stack in plan.below) - 1
        more = min(free // (gaps + 2), round(self._sheet.least_px * MOST_GAP))
        gap, top = self._sheet.gap + more, self._sheet.edge + (free - more * gaps) // 2
        head = [*self._place_stack(plan.head, top, gap, plan.growth)]
        below = top + self._measure_stack(plan.head, plan.growth, gap) + (gap if head else 0)
        return head + [
            one for stack in plan.below for one in self._place_stack(stack, below, gap, plan.growth)
        ]

    def _count_short(self, row: Row, width: int, growth: float) -> int:
        """How many of its cells say less in that width than they could."""
        shares = share_out(row, width / self._find_pixels(row, width, growth), self._letters) or []
        pairs = zip(row.cells, shares, strict=bool(shares))
        return sum(share.text != cell.texts[0] for cell, share in pairs)

    def _is_wide(self, row: Row, stack: Stack, growth: float, *, has_names: bool) -> bool:
        """Whether a row can be said in the width of its stack; what grew says all of it."""
        pixels = self._find_pixels(row, stack.width, growth)
        width = stack.width / pixels
        if row.lines and find_full_width(row, self._letters) > width:
            return False
        if growth or (has_names and row.has_hosts):
            return self._find_good(row) <= width
        return width > 0 and share_out(row, width, self._letters) is not None

    def _find_good(self, row: Row) -> float:
        if row not in self._good:
            self._good[row] = find_good_width(row, self._letters)
        return self._good[row]

    def _find_pixels(self, row: Row, width: int, growth: float) -> int:
        """The size of a row. The largest ones shrink before they hinder the others from growing."""
        grown, least = self._grow_pixels(row, growth), self._sheet.least_px
        if row.is_largest and row.cells:
            grown = max(least, min(grown, int(width / self._find_good(row))))
        return grown - (grown - least) % self._sheet.step  # few sizes: Qt keeps each font that it draws

    def _grow_pixels(self, row: Row, growth: float) -> int:
        least, most = (self._sheet.least_px * one for one in (LARGEST if row.is_largest else USUAL))
        return round(least + (most - least) * growth)

    def _find_height(self, row: Row, width: int, growth: float) -> int:
        """While nothing grows, a wider page makes no row higher: more room must not show less."""
        pixels = self._find_pixels(row, width, growth) if growth else self._grow_pixels(row, 0)
        return round(pixels * (self._letters.line_em if row.share is None else BAR_EM))

    def _measure_stack(self, stack: Stack, growth: float, gap: int) -> int:
        heights = sum(self._find_height(row, stack.width, growth) for row in stack.rows)
        return heights + gap * max(0, len(stack.pieces) - 1)

    def _measure(self, plan: Plan) -> int:
        """The height of all, as narrow as it may be."""
        gap = self._sheet.gap
        head = self._measure_stack(plan.head, plan.growth, gap)
        below = max(self._measure_stack(stack, plan.growth, gap) for stack in plan.below)
        return head + below + (gap if head else 0)

    def _place_stack(self, stack: Stack, y: int, gap: int, growth: float) -> Iterator[PlacedText]:
        for piece in stack.pieces:
            for row in piece.rows:
                pixels = self._find_pixels(row, stack.width, growth)
                height = self._find_height(row, stack.width, growth)
                yield from self._place_row(
                    PlacedText(piece.name, stack.x, y, stack.width, height, pixels), row
                )
                y += height
            y += gap

    def _place_row(self, frame: PlacedText, row: Row) -> Iterator[PlacedText]:
        """Its bar, or its cells: from the left, from the right, and in the middle of what is between."""
        if row.share is not None:
            yield replace(frame, share=row.share, is_old=row.is_old)
            return
        shares = share_out(row, frame.width / frame.pixels, self._letters) or []
        left, right, gap = frame.x, frame.x + frame.width, round(GAP_EM * frame.pixels)
        sides: dict[str, list[PlacedText]] = {"left": [], "right": [], "middle": []}
        for cell, share in zip(row.cells, shares, strict=True):
            wide = ceil(share.width * frame.pixels - EXACT)
            if share.text:
                sides[cell.side].append(_write(frame, cell, share.text, wide))
        for one in sides["left"]:
            yield replace(one, x=left)
            left += one.width + gap
        for one in reversed(sides["right"]):
            yield replace(one, x=right - one.width)
            right -= one.width + gap
        yield from (replace(one, x=left, width=right - left) for one in sides["middle"])


def _write(frame: PlacedText, cell: Cell, text: str, width: int) -> PlacedText:
    """A cell of a row, whose place in it is not known yet."""
    return replace(
        frame,
        width=width,
        text=text,
        colour=cell.colour,
        is_bold=cell.is_bold,
        side=cell.side,
        icon=cell.icon,
    )
