"""What the battle pane says, as pure functions of the battle and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.state.battle_times import OVER
from app.ui.figures import add_sign, compact_openly, group_openly, write_countdown
from app.ui.look import Role
from app.ui.text import NAME_LIMIT, clean, isolate, write_handle
from app.words import battle as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.state import BattleView, SideView

STALE_MS = 5_000
LAST_SECONDS_MS = 10_000
CLOCKS_MS = 1_000  # how far ours may be from the server's without a word
UNKNOWN_CLOCK = "–:––"
MOST_NAMES, BETWEEN_NAMES = 3, " + "  # lines of a team


RESULTS: dict[str, tuple[str, Role]] = {
    "win": (words.WON, "us"),
    "lose": (words.LOST, "them"),
    "draw": (words.DRAW, "text"),
    "": (words.OVER, "text"),
}
BY_POINTS = {"win": words.WON_BY, "lose": words.LOST_BY}


class BattlePhaseLook(NamedTuple):
    """A phase's word and the role of its colour."""

    word: str
    colour: Role


PHASES: dict[str, BattlePhaseLook] = {
    "invited": BattlePhaseLook(words.INVITED, "muted"),
    "preparing": BattlePhaseLook(words.PREPARING, "wait"),
    "starting": BattlePhaseLook(words.STARTING, "wait"),
    "active": BattlePhaseLook(words.ACTIVE, "good"),
    "ended": BattlePhaseLook(words.ENDED, "muted"),
    "punishment": BattlePhaseLook(words.PUNISHMENT, "bad"),
    "done": BattlePhaseLook(words.DONE, "muted"),
    "cancelled": BattlePhaseLook(words.CANCELLED, "muted"),
    "unknown": BattlePhaseLook(words.UNKNOWN, "muted"),
}


def find_phase(battle: BattleView, now_ms: int) -> BattlePhaseLook:
    """Where it stands: one that is told to be on begins at a moment that was told before."""
    return PHASES["starting" if is_starting(battle, now_ms) else battle.phase]


def is_starting(battle: BattleView, now_ms: int) -> bool:
    """Whether it is on, and its clock is not."""
    return battle.phase == "active" and battle.start_ms > now_ms + CLOCKS_MS


def word_clock(battle: BattleView, now_ms: int) -> str:
    """Time left while it runs; before, the planned length; how long the punishment has been going on."""
    match battle.phase:
        case "active" if not is_starting(battle, now_ms):
            left = battle.remaining_ms(now_ms)
            return UNKNOWN_CLOCK if left is None else write_countdown(left)
        case "active" | "invited" | "preparing":
            return write_countdown(battle.duration_s * 1000)
        case "punishment" if battle.punish_ms:
            return write_countdown(max(0, now_ms - battle.punish_ms) // 1000 * 1000)
        case _:
            return ""


def is_in_last_seconds(battle: BattleView, now_ms: int) -> bool:
    """The last ten seconds, in which every gift counts."""
    left = battle.remaining_ms(now_ms)
    return battle.phase == "active" and left is not None and left <= LAST_SECONDS_MS


def find_score_age_s(battle: BattleView, now_ms: int) -> int:
    """How old the score is in whole seconds once that matters, else 0."""
    old_ms = now_ms - battle.updated_ms
    return old_ms // 1000 if battle.phase == "active" and old_ms > STALE_MS else 0


def rank_sides(sides: tuple[SideView, ...]) -> list[SideView]:
    """Best first; on equal scores in the order given."""
    return sorted(sides, key=lambda side: -side.score)


def name_side(side: SideView, *, others: str = words.THEM) -> str:
    """The best name there is for a side, of a team all names; `others` for one without that is not ours."""
    if len(side.names) > 1:
        return join_team(side.names)
    return side.name or write_handle(side.unique_id) or (words.US if side.is_us else others)


def name_row(side: SideView, others: str) -> str:
    """The name of a side among several, of which ours is marked."""
    name = name_side(side, others=others)
    return words.OUR_SIDE.fill(name=name) if side.is_us else name


def list_names(side: SideView, *, others: str = words.THEM) -> list[str]:
    """One name, of a team one for each host; the last one holds those for whom there is no line."""
    if len(side.names) < 2:  # noqa: PLR2004
        return [name_side(side, others=others)]
    rest = side.names[MOST_NAMES - 1 :]
    return [*side.names[: MOST_NAMES - 1], *([join_team(rest)] if rest else ())]


def join_team(names: Sequence[str]) -> str:
    """Names of a team in one line, each in its own direction; one stays as it is."""
    return BETWEEN_NAMES.join(isolate(clean(name, NAME_LIMIT)) for name in names) if names[1:] else names[0]


def choose_others_name(sides: tuple[SideView, ...]) -> str:
    """What a nameless side that is not ours is called: “Them” only where it is known which side is ours."""
    return words.THEM if any(side.is_us for side in sides) else words.A_SIDE


def find_share(ours: int, theirs: int) -> float:
    """Our part of all points, one half before there are any."""
    return ours / (ours + theirs) if ours + theirs else 0.5


def word_distance(first: int, second: int) -> tuple[str, str]:
    """The difference of two sides of which none is known to be ours."""
    return (compact_openly(abs(first - second)), words.APART) if first != second else ("0", words.EVEN)


def word_gap(ours: int, theirs: int) -> tuple[str, str]:
    """The difference with its sign, and what it means for us."""
    word: str = words.EVEN if ours == theirs else words.AHEAD if ours > theirs else words.BEHIND
    return add_sign(ours - theirs), word


def find_gap(battle: BattleView) -> tuple[str, str]:
    """Our difference to the best other side; of two sides none of which is ours, how far they are apart."""
    us = next((side for side in battle.sides if side.is_us), None)
    others = sorted((side.score for side in battle.sides if side is not us), reverse=True)
    if us is not None and others:
        return word_gap(us.score, others[0])
    return word_distance(others[0], others[1]) if len(others) > 1 else ("", "")


def word_result(battle: BattleView) -> tuple[str, Role]:
    """How it ended and the colour of who won: Won by 1,240, Lost by 3, Draw; empty while it is not over.

    Just Over where nobody said which side is ours.
    """
    if battle.phase not in OVER or not battle.sides:
        return "", "text"
    us = next((side for side in battle.sides if side.is_us), None)
    if us is None:
        return RESULTS[""]
    best_other = max((side.score for side in battle.sides if side is not us), default=0)
    by = abs(us.score - best_other)
    word, colour = RESULTS[us.outcome]
    if by and us.outcome in BY_POINTS:
        word = BY_POINTS[us.outcome].fill(points=group_openly(by))
    return word, colour
