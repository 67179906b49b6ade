"""What is said of battles that are over, for rows and for copies."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from app.ui.battle_items import BETWEEN
from app.ui.battle_words import BETWEEN_NAMES, choose_others_name, name_side
from app.ui.figures import compact, compact_openly, write_countdown, write_time_of_day
from app.ui.look import Role
from app.ui.several_names import LEAST_LETTERS, fit_names, join_names
from app.ui.tables_out import guard_cell
from app.ui.text import NAME_LIMIT, clean, isolate
from app.words import battle as words
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.state import BattleRecord, SideView
    from app.words import Phrase

AGAINST = " : "
TITLES: dict[str, tuple[Phrase, Role]] = {
    "win": (words.WON_AGAINST, "us"),
    "lose": (words.LOST_TO, "them"),
    "draw": (words.DRAW_WITH, "text"),
    "": (words.FOUGHT_WITH, "text"),
}
MARKS = {"win": words.AHEAD_MARK, "lose": words.BEHIND_MARK}
RESULTS = {"win": words.WON, "lose": words.LOST, "draw": words.DRAW, "": ""}


def title_record(record: BattleRecord) -> tuple[str, Role]:
    """How it ended and with whom, and the colour of that."""
    title, colour = TITLES[record.outcome]
    return show(title.fill(names=_join_sides(record))), colour


def split_title(record: BattleRecord) -> tuple[str, str, list[str]]:
    """The same for less room: what comes before the names, as a word and as a mark, and the names."""
    word, mark = show(RESULTS[record.outcome]), MARKS.get(record.outcome)
    hosts = [name for side in _list_against(record) for name in _list_hosts(side, record)]
    whole = f"{word}{BETWEEN}" if word else ""
    return whole, f"{show(mark)} " if mark else whole, hosts


def list_opponents(record: BattleRecord) -> list[str]:
    """The names of the other sides; of all, where none is known to be ours."""
    others = choose_others_name(record.sides)
    return [_name(side, others) for side in _list_against(record)]


def write_scores(record: BattleRecord) -> str:
    """15,230 : 13,990, ours first."""
    return AGAINST.join(compact_openly(side.score) for side in record.sides)


def detail_record(record: BattleRecord) -> str:
    """When, how long, and who gave most."""
    return _write_details(_list_times(record), join_names(_list_best(record)))


def fit_details(
    record: BattleRecord, room: float, measure: Callable[[str], float], cut: Callable[[str, float], str]
) -> str:
    """The same for less room: first no time, then a part of each name, then the first, at last no length.

    Args:
        record: what is told.
        room: for all of it.
        measure: how much of that a text takes.
        cut: shortens a text to so much.
    """
    names, times = _list_best(record), _list_times(record)
    some = fit_names(names[:1], room, measure, cut)
    first = show(words.AND_OTHERS.fill(names=some, count=len(names) - 1)) if len(names) > 1 else some
    least = join_names(min(name, LEAST_LETTERS, key=measure) for name in names)
    whole = join_names(names)
    forms = ((times, whole), (times, least), (times[1:], least), (times[1:], first))
    shown, best = next((one for one in forms if measure(_write_details(*one)) <= room), ([], whole))
    if best == first:
        return _write_details(shown, first)
    left = room - measure(_write_details(shown, " ")) + measure(" ")
    return _write_details(shown, fit_names(names, left, measure, cut))


def write_earned(record: BattleRecord) -> str:
    """What was earned; empty where nobody knows."""
    return "" if record.earned is None else show(words.EARNED.fill(diamonds=compact(record.earned)))


def copy_records(records: Iterable[BattleRecord]) -> str:
    """A table with tabs, which spreadsheets take apart; nothing in it is a formula there."""
    text = io.StringIO()
    table = csv.writer(text, csv.excel_tab, lineterminator="\n")
    table.writerow([show(title) for title, _ in COLUMNS])
    for record in records:
        table.writerow([guard_cell(read(record)) for _, read in COLUMNS])
    return text.getvalue()


def _list_best(record: BattleRecord) -> list[str]:
    return [clean(one.user.name, NAME_LIMIT) for one in record.us.contributors] if record.us else []


def _list_times(record: BattleRecord) -> list[str]:
    """When, and how long."""
    length = write_countdown(record.length_s * 1000) if record.length_s else ""
    return [one for one in (write_time_of_day(record.start_ms), length) if one]


def _write_details(times: list[str], best: str) -> str:
    named = show(words.BEST_NAMES.fill(names=best)) if best else ""
    return BETWEEN.join(part for part in (*times, named) if part)


def _list_against(record: BattleRecord) -> list[SideView]:
    return [side for side in record.sides if record.us is None or not side.is_us]


def _list_hosts(side: SideView, record: BattleRecord) -> list[str]:
    names = [clean(name, NAME_LIMIT) for name in side.names]
    return names if len(names) > 1 else [_name(side, choose_others_name(record.sides))]


def _join_sides(record: BattleRecord) -> str:
    """Who was fought; the names of a team, and of teams, turn none of the others."""
    sides = (map(isolate, _list_hosts(side, record)) for side in _list_against(record))
    return ", ".join(map(BETWEEN_NAMES.join, sides))


def _name(side: SideView, others: str) -> str:
    return clean(show(name_side(side, others=others)), 2 * NAME_LIMIT)


def _name_us(record: BattleRecord) -> str:
    return _name(record.us, words.US) if record.us else ""


def _join(names: list[str], between: str) -> str:
    return between.join(names)


def _list_scores(record: BattleRecord, *, ours: bool) -> str:
    return AGAINST.join(str(side.score) for side in record.sides if side.is_us == ours)


COLUMNS: tuple[tuple[Phrase, Callable[[BattleRecord], str]], ...] = (
    (words.BEGAN, lambda record: write_time_of_day(record.start_ms)),
    (words.OUR_NAMES, _name_us),
    (words.OPPONENTS, lambda record: _join(list_opponents(record), ", ")),
    (words.RESULT, lambda record: show(RESULTS[record.outcome])),
    (words.OUR_SCORE, lambda record: _list_scores(record, ours=True)),
    (words.THEIR_SCORES, lambda record: _list_scores(record, ours=False)),
    (words.LENGTH, lambda record: write_countdown(record.length_s * 1000) if record.length_s else ""),
    (words.EARNED_DIAMONDS, lambda record: "" if record.earned is None else str(record.earned)),
    (words.MVPS, lambda record: _join(_list_best(record), ", ")),
)
