"""How large everything of a battle is written: as large as the pane allows, by arithmetic alone.

Type is in proportion to one unit, the largest that fits in height. What does not fit in width stays smaller,
and lets the rest grow.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.frozen import value

HERO, SCORE, NAME, SMALL, BAR = 1.0, 0.62, 0.55, 0.36, 0.24  # of the unit
BELOW_HERO, MOST_BAR = 0.85, 0.4  # of the largest type: what scores may be, and the bar
CALM = 0.86  # of the clock's size, before its last seconds
LEAST_NAME, MOST_SMALL = 0.045, 0.042  # of the width; a longer name is cut
FACE, RANK = 1.3, 1.0  # of a name's type: what a picture takes beside it, and a place
SPARE_PX = 3  # a line: what hinting may add
SPARE = 1.04  # of a width: the same
LEAST_SCORES = 0.75  # of the width: the words between the scores give way
STEPS = 12  # of the search, each halves what is left
LARGEST_PX = 640
TOP, FEWEST = 3, 2  # contributors, sides
ROW_BAR = 0.3  # of a row's type
LEAST_PX = 9


@value
class Measure:
    """What was measured of a battle, once for each change of its texts.

    Attributes:
        width, height: px that there are.
        line: height of a line, of its type.
        clock, gap: widths of the largest texts, of their type; 0 for one that is not there.
        score, name: the same of the widest score and name.
        meaning: the same of the words between the scores.
        gap_px: between lines.
        least_px: the smallest type that is worth writing.
        has_items: there is a line of cards.
        names: lines of names, one a host.
        rows: of a battle of more than two; 0 for one of two.
    """

    width: int
    height: int
    line: float
    clock: float
    gap: float
    score: float
    name: float
    meaning: float
    gap_px: int
    least_px: int
    has_items: bool = False
    names: int = 1
    rows: int = 0


@value
class Plan:
    """Sizes of type in px, and what there is room for.

    Attributes:
        hero: clock and gap.
        score: scores.
        name: names, and rows of a battle of more than two.
        small: all else.
        bar: height of the share bar.
        best: how many contributors.
        has_notes: there is a line of what was earned.
        rows: how many sides.
    """

    hero: int
    score: int
    name: int
    small: int
    bar: int
    best: int = 0
    has_notes: bool = True
    rows: int = 0


def plan_duel(measure: Measure) -> Plan:
    """Plan a battle of two: as many contributors as can be read."""
    plans = (
        _grow(measure, partial(_size_duel, measure, best=best), _sum_duel) for best in range(TOP, -1, -1)
    )
    readable = next((plan for plan in plans if plan.small >= measure.least_px), None)
    return readable or _grow(measure, partial(_size_duel, measure, best=0, has_notes=False), _sum_duel)


def plan_ranking(measure: Measure) -> Plan:
    """Plan a battle of more: as many sides as can be read, at least two."""
    counts = range(max(FEWEST, measure.rows), FEWEST - 1, -1)
    plans = [
        partial(_size_ranking, measure, rows=rows, has_notes=has_notes)
        for rows in counts
        for has_notes in (True, False)
    ]
    fitting = (_grow(measure, plan, _sum_ranking) for plan in plans)
    readable = next((plan for plan in fitting if plan.name >= measure.least_px), None)
    return readable or _grow(measure, plans[-1], _sum_ranking)


def _size_duel(measure: Measure, unit: float, *, best: int, has_notes: bool = True) -> Plan:
    hero = _size_hero(measure, unit)
    small = _size_small(measure, unit)
    room = max(LEAST_SCORES * measure.width, measure.width - measure.meaning * small) - 4 * measure.gap_px
    score = min(SCORE * unit, BELOW_HERO * hero, _fit(2 * measure.score, room))
    half = measure.width / 2 - 3 * measure.gap_px
    name = min(NAME * unit, max(small, LEAST_NAME * measure.width, _fit(measure.name + FACE, half)))
    bar = min(BAR * unit, MOST_BAR * hero)
    return Plan(_px(hero), _px(score), _px(name), _px(small), _px(bar), best, has_notes)


def _size_ranking(measure: Measure, unit: float, *, rows: int, has_notes: bool) -> Plan:
    hero = _size_hero(measure, unit)
    wanted = measure.name + measure.score + FACE + RANK
    room = measure.width - 4 * measure.gap_px
    name = min(NAME * unit, max(LEAST_NAME * measure.width, _fit(wanted, room)))
    small = max(measure.least_px, min(_size_small(measure, unit), name))
    return Plan(_px(hero), _px(name), _px(name), _px(small), _px(ROW_BAR * name), 0, has_notes, rows)


def _size_small(measure: Measure, unit: float) -> float:
    return min(SMALL * unit, max(measure.least_px, MOST_SMALL * measure.width))


def _size_hero(measure: Measure, unit: float) -> float:
    room = measure.width - 4 * measure.gap_px
    return min(HERO * unit, _fit(measure.clock + measure.gap, room))


def _sum_duel(measure: Measure, plan: Plan) -> float:
    """The height of all lines."""
    small = plan.best + (plan.has_notes and 1 + measure.has_items)
    big = _line(measure, plan.hero) + _line(measure, plan.score) + measure.names * _line(measure, plan.name)
    return big + plan.bar + small * _line(measure, plan.small) + measure.gap_px * (4 + bool(small))


def _sum_ranking(measure: Measure, plan: Plan) -> float:
    row = _line(measure, plan.name) + plan.bar + measure.gap_px
    notes = (plan.has_notes and 1 + measure.has_items) * (_line(measure, plan.small) + measure.gap_px)
    return _line(measure, plan.hero) + plan.rows * row + notes + 2 * measure.gap_px


def _grow(measure: Measure, plan: Callable[[float], Plan], total: Callable[[Measure, Plan], float]) -> Plan:
    """The plan of the largest unit that fits in height."""
    low, high = float(LEAST_PX), float(LARGEST_PX)
    for _ in range(STEPS):
        middle = (low + high) / 2
        if total(measure, plan(middle)) <= measure.height:
            low = middle
        else:
            high = middle
    return plan(low)


def _line(measure: Measure, pixels: int) -> float:
    return measure.line * pixels + SPARE_PX


def _fit(width: float, room: float) -> float:
    """The largest type in which something so wide has room, hinting included."""
    return max(1.0, room - SPARE_PX) / (SPARE * width) if width else LARGEST_PX


def _px(size: float) -> int:
    return max(LEAST_PX, int(size))
