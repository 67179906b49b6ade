"""What the page says of a battle."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from app.state.battle_times import OVER
from app.ui.battle_items import describe_item, list_items, name_item
from app.ui.battle_words import (
    choose_others_name,
    find_gap,
    find_phase,
    find_score_age_s,
    find_share,
    is_in_last_seconds,
    list_names,
    name_side,
    rank_sides,
    word_clock,
    word_result,
)
from app.ui.figures import compact_openly
from app.ui.panes.glance.pieces import Cell, Piece, Row, Side
from app.ui.text import NAME_LIMIT, clean_sentence, isolate
from app.words import battle as words
from app.words import glance, show

if TYPE_CHECKING:
    from app.state import BattleView, SideView
    from app.ui.look import Role

TWO = 2
LINE_LIMIT = 3 * NAME_LIMIT  # of the names of a team
SIDES: tuple[tuple[Role, Side], ...] = (("us", "left"), ("them", "right"))


def write_battle(battle: BattleView, now_ms: int) -> Piece:
    """Are we winning, how long is left: the gap and the clock, both scores, their bar."""
    is_last = is_in_last_seconds(battle, now_ms)
    rows = [Row(tuple(_list_largest(battle, now_ms)), is_largest=True, can_break=is_last)]
    ours, theirs = _choose_sides(battle)
    if ours is not None and theirs is not None:
        is_old = bool(find_score_age_s(battle, now_ms))
        rows += [
            _write_scores(battle, ours, theirs),
            Row(share=find_share(ours.score, theirs.score), is_old=is_old),
        ]
    return Piece("battle", tuple(rows), "head")


def write_phase(battle: BattleView, now_ms: int) -> Piece:
    """Where it stands, who is before whom, what counts more, and whether the scores are old."""
    look, age_s = find_phase(battle, now_ms), find_score_age_s(battle, now_ms)
    cells = [Cell((show(look.word),), look.colour, is_bold=True), *_write_lead(battle)]
    if age_s:
        cells.append(Cell((show(words.OLD_SCORE.fill(seconds=age_s)),), "warn", side="right"))
    for item in list_items(battle, now_ms)[:1]:
        whole = describe_item(item, now_ms, has_player=True)
        brief = describe_item(item, now_ms, has_player=False)
        texts = (whole, brief, name_item(item), "")
        cells.append(Cell(texts, "wait", is_bold=True, is_wordy=True, side="right"))
    return Piece("phase", (Row(tuple(cells), can_break=True),), "head", is_yielding=True)


def _list_largest(battle: BattleView, now_ms: int) -> list[Cell]:
    """What is looked for first; the clock is heavier in the last seconds."""
    difference, _ = find_gap(battle)
    time = word_clock(battle, now_ms)
    word, colour = word_result(battle)
    ahead = difference if battle.phase not in OVER else show(word)
    cells = (
        [Cell((ahead,) if ahead == difference else (ahead, difference), colour, is_bold=True)]
        if ahead
        else []
    )
    if time or not cells:
        is_last = is_in_last_seconds(battle, now_ms)
        text = time or show(find_phase(battle, now_ms).word)
        cells.append(Cell((text,), "wait" if is_last else "text", is_bold=is_last, side="right"))
    return cells


def _write_lead(battle: BattleView) -> list[Cell]:
    """Ahead or behind; of more than two sides, which place."""
    _, word = find_gap(battle)
    us = next((side for side in battle.sides if side.is_us), None)
    if us is None or len(battle.sides) <= TWO:
        return [Cell((show(word), ""))] if word and battle.phase not in OVER else []
    place = 1 + sum(side.score > us.score for side in battle.sides)
    return [Cell((show(glance.PLACE.fill(place=place, count=len(battle.sides))), ""))]


def _choose_sides(battle: BattleView) -> tuple[SideView | None, SideView | None]:
    """Ours and the best other one; of sides none of which is ours, the two best."""
    ranks = rank_sides(battle.sides)
    us = next((side for side in ranks if side.is_us), next(iter(ranks), None))
    return us, next((side for side in ranks if side is not us), None)


def _write_scores(battle: BattleView, ours: SideView, theirs: SideView) -> Row:
    """Name and score of ours at the left, of theirs at the right; of teams a line for each name."""
    others = choose_others_name(battle.sides)
    names = [show(name_side(one, others=others)) for one in (ours, theirs)]
    our_score, their_score = (
        Cell((compact_openly(one.score),), colour, is_bold=True, side=side)
        for one, (colour, side) in zip((ours, theirs), SIDES, strict=True)
    )
    scores = Row((our_score, *_write_names(*names), their_score), can_break=True, can_part=True)
    if max(len(ours.names), len(theirs.names)) < TWO:
        return scores
    pairs = zip_longest(*(list_names(one, others=others) for one in (ours, theirs)), fillvalue="")
    lines = (*(Row(_write_names(*pair), can_part=True) for pair in pairs), Row((our_score, their_score)))
    return replace(scores, lines=lines)


def _write_names(ours: str, theirs: str) -> tuple[Cell, ...]:
    """Names before each other; empty for none."""
    return tuple(
        Cell((isolate(clean_sentence(show(name), LINE_LIMIT)),), can_be_cut=True, can_go=True, side=side)
        for name, (_, side) in zip((ours, theirs), SIDES, strict=True)
        if name
    )
