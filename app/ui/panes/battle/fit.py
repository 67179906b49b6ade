"""How large everything of a battle is written: as large as the pane allows, by arithmetic alone.

Type is in proportion to one unit, the largest that fits in height. What does not fit in width stays smaller,
and lets the rest grow.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from app.frozen import value

HERO, SCORE, NAME, SMALL, BAR = 1.0, 0.62, 0.55, 0.36, 0.24  # of the unit
RANKED_HEROES = (1.6, 1.3, HERO)  # over rows, which are many; smaller rather than without contributors
BELOW_HERO, MOST_BAR = 0.85, 0.4  # of the largest type: what scores may be, and the bar
CALM = 0.86  # of the clock's size, before its last seconds
LEAST_NAME, MOST_SMALL = 0.045, 0.046  # of the width; a longer name is cut
FAR_LETTERS = 14.5  # a pane of that many names' heights has room for a name that can be read from afar
WIDE_EM = 30  # of the small type: in so wide a pane a contributor has room in one line
KEEPS = 0.9  # of the larger types: what is left of each where more is said
FACE, RANK = 1.3, 1.0  # of a name's type: what a picture takes beside it, and a place
SPARE_PX = 3  # a line: what hinting may add
SPARE = 1.04  # of a width: the same
LEAST_SCORES = 0.75  # of the width: the words between the scores give way
GAPS = 7  # between all lines there can be
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
        far_px: the smallest that can be read from two metres.
        items: lines of cards.
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
    far_px: int
    items: int = 0
    names: int = 1
    rows: int = 0


@value
class Lines:
    """What is shown.

    Attributes:
        best: contributors of a side.
        has_two: each of them has two lines, points below the name.
        items: lines of cards.
        rows: how many sides of a battle of more than two.
        has_names, has_scores, has_notes: names; scores over their bar; what was earned, and cards.
        hero: what clock and gap may be, of the unit.
    """

    best: int = 0
    has_two: bool = False
    items: int = 1
    rows: int = 0
    has_names: bool = True
    has_scores: bool = True
    has_notes: bool = True
    hero: float = HERO


@value
class BattlePlan:
    """What is shown, and sizes of type in px.

    Attributes:
        lines: what is shown.
        hero: clock and gap.
        score: scores.
        name: names, and rows of a battle of more than two.
        small: all else.
        bar: height of a bar.
        gap: between lines.
    """

    lines: Lines
    hero: int
    score: int
    name: int
    small: int
    bar: int
    gap: int


# What there is room for, the most first.
DUELS = (
    *(Lines(best=best) for best in range(TOP, -1, -1)),
    Lines(has_notes=False),
    Lines(has_notes=False, has_names=False),
    Lines(has_notes=False, has_names=False, has_scores=False),
)


def plan_battle(measure: Measure) -> BattlePlan:
    """Plan a battle: as much as can be read, as large as it fits."""
    choices = _list_rankings(measure.rows) if measure.rows else DUELS
    for lines in choices[:-1]:
        plan = _grow(measure, lines)
        if _find_least(plan) >= measure.least_px:
            return _say_more(measure, plan)
    return _grow(measure, choices[-1])


def _say_more(measure: Measure, plan: BattlePlan) -> BattlePlan:
    """A line for each card, and in a narrow pane two for each contributor, where all else stays as large."""
    is_narrow = bool(plan.lines.best) and not measure.rows and measure.width < WIDE_EM * plan.small
    for has_two, items in product(
        (True, False) if is_narrow else (False,), range(max(1, measure.items), 0, -1)
    ):
        other = _grow(measure, replace(plan.lines, has_two=has_two, items=items))
        if _is_as_good(measure, other, plan):
            return other
    return plan


def _is_as_good(measure: Measure, other: BattlePlan, plan: BattlePlan) -> bool:
    """Whether nothing is much smaller, nor too small to be read from afar if it is large enough for that."""
    sizes = ((other.hero, plan.hero), (other.score, plan.score), (other.name, plan.name))
    kept = (after >= max(KEEPS * before, min(before, measure.far_px)) for after, before in sizes)
    return all(kept) and _find_least(other) >= measure.least_px


def _list_rankings(rows: int) -> tuple[Lines, ...]:
    """All sides with their best contributors first; then without, then fewer sides."""
    counts = (*range(rows, min(rows, FEWEST) - 1, -1), 0)
    plain = tuple(
        Lines(
            rows=count,
            has_names=False,
            has_scores=False,
            has_notes=has_notes,
            hero=hero,
        )
        for count in counts
        for has_notes in (True, False)
        for hero in (RANKED_HEROES if count else (HERO,))
    )
    return (*(replace(one, best=1) for one in plain[: len(RANKED_HEROES)]), *plain)


def _find_least(plan: BattlePlan) -> int:
    """The smallest type that is used."""
    lines = plan.lines
    return min(
        plan.hero,
        plan.score if lines.has_scores else plan.hero,
        plan.name if lines.has_names or lines.rows else plan.hero,
        plan.small if lines.best or lines.has_notes else plan.hero,
    )


def _grow(measure: Measure, lines: Lines) -> BattlePlan:
    """The plan of the largest unit that fits in height."""
    low, high = float(LEAST_PX), float(LARGEST_PX)
    for _ in range(STEPS):
        middle = (low + high) / 2
        if _sum_lines(measure, _size(measure, lines, middle)) <= measure.height:
            low = middle
        else:
            high = middle
    return _spread(measure, _size(measure, lines, low))


def _spread(measure: Measure, plan: BattlePlan) -> BattlePlan:
    """What is left over goes between the lines, where type cannot grow in width."""
    left = max(0.0, measure.height - _sum_lines(measure, plan)) / (GAPS + plan.lines.rows)
    return replace(plan, gap=plan.gap + int(min(left, plan.small)))


def _size(measure: Measure, lines: Lines, unit: float) -> BattlePlan:
    """Everything in proportion to the unit, and no wider than there is room."""
    hero = _size_hero(measure, lines, unit)
    small = _size_small(measure, unit)
    score = min(BELOW_HERO * hero, _size_score(measure, unit, small))
    name = _size_row(measure, unit) if lines.rows else _size_name(measure, unit, small)
    bar = ROW_BAR * name if lines.rows else min(BAR * unit, MOST_BAR * hero)
    return BattlePlan(
        lines,
        _round_down_px(hero),
        _round_down_px(score),
        _round_down_px(min(name, hero)),
        _round_down_px(small),
        _round_down_px(bar),
        measure.gap_px,
    )


def _sum_lines(measure: Measure, plan: BattlePlan) -> float:
    """The height of all lines."""
    lines = plan.lines
    best = lines.best * max(1, lines.rows) * (1 + lines.has_two)
    small = best + (lines.has_notes and 1 + min(lines.items, measure.items))
    names = measure.names * lines.has_names
    parts = (
        _measure_line(measure, plan.hero),
        (_measure_line(measure, plan.score) + plan.bar) * lines.has_scores,
        _measure_line(measure, plan.name) * names,
        (_measure_line(measure, plan.name) + plan.bar + plan.gap) * lines.rows,
        _measure_line(measure, plan.small) * small,
        plan.gap * GAPS,
    )
    return sum(parts)


def _size_score(measure: Measure, unit: float, small: float) -> float:
    room = max(LEAST_SCORES * measure.width, measure.width - measure.meaning * small) - 4 * measure.gap_px
    return min(SCORE * unit, _fit(2 * measure.score, room))


def _size_name(measure: Measure, unit: float, small: float) -> float:
    """A long name is cut rather than written smaller than this."""
    half = measure.width / 2 - 3 * measure.gap_px
    far = measure.far_px if measure.width >= FAR_LETTERS * measure.far_px else LEAST_NAME * measure.width
    return min(NAME * unit, max(measure.least_px, small, far, _fit(measure.name + FACE, half)))


def _size_row(measure: Measure, unit: float) -> float:
    wanted = measure.name + measure.score + FACE + RANK
    room = measure.width - 4 * measure.gap_px
    return min(NAME * unit, max(measure.least_px, LEAST_NAME * measure.width, _fit(wanted, room)))


def _size_small(measure: Measure, unit: float) -> float:
    if measure.rows:
        return max(measure.least_px, min(SMALL * unit, MOST_SMALL * measure.width))
    return min(SMALL * unit, max(measure.least_px, MOST_SMALL * measure.width))


def _size_hero(measure: Measure, lines: Lines, unit: float) -> float:
    room = measure.width - 4 * measure.gap_px
    return min(lines.hero * unit, _fit(measure.clock + measure.gap, room))


def _measure_line(measure: Measure, pixels: int) -> float:
    return measure.line * pixels + SPARE_PX


def _fit(width: float, room: float) -> float:
    """The largest type in which something so wide has room, hinting included."""
    return max(1.0, room - SPARE_PX) / (SPARE * width) if width else LARGEST_PX


def _round_down_px(size: float) -> int:
    return max(LEAST_PX, int(size))
