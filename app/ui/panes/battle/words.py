"""What the battle pane says, as pure functions of the battle and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.ui.figures import add_sign, compact, countdown, group_digits
from app.ui.look import Role
from app.words import battle as words

if TYPE_CHECKING:
    from app.state import BattleView, SideView

STALE_MS = 5_000
LAST_SECONDS_MS = 10_000
OVER = frozenset({"ended", "punishment", "done"})


RESULTS: dict[str, tuple[str, Role]] = {
    "win": (words.WON, "us"),
    "lose": (words.LOST, "them"),
    "draw": (words.DRAW, "text"),
    "": (words.OVER, "text"),
}
BY_POINTS = {"win": words.WON_BY, "lose": words.LOST_BY}


class PhaseLook(NamedTuple):
    """A phase's word and the role of its colour."""

    word: str
    colour: Role


PHASES: dict[str, PhaseLook] = {
    "invited": PhaseLook(words.INVITED, "muted"),
    "preparing": PhaseLook(words.PREPARING, "wait"),
    "active": PhaseLook(words.ACTIVE, "good"),
    "ended": PhaseLook(words.ENDED, "muted"),
    "punishment": PhaseLook(words.PUNISHMENT, "bad"),
    "done": PhaseLook(words.DONE, "muted"),
    "cancelled": PhaseLook(words.CANCELLED, "muted"),
    "unknown": PhaseLook(words.UNKNOWN, "muted"),
}


def clock(battle: BattleView, now_ms: int) -> str:
    """Time left while it runs; before, the planned length; empty where nobody told."""
    if battle.phase == "active":
        left = battle.remaining_ms(now_ms)
        return "" if left is None else countdown(left)
    return countdown(battle.duration_s * 1000) if battle.phase in ("invited", "preparing") else ""


def in_last_seconds(battle: BattleView, now_ms: int) -> bool:
    """The last ten seconds, in which every gift counts."""
    left = battle.remaining_ms(now_ms)
    return battle.phase == "active" and left is not None and left <= LAST_SECONDS_MS


def score_age_s(battle: BattleView, now_ms: int) -> int:
    """How old the score is in whole seconds once that matters, else 0."""
    old_ms = now_ms - battle.updated_ms
    return old_ms // 1000 if battle.phase == "active" and old_ms > STALE_MS else 0


def rank_sides(sides: tuple[SideView, ...]) -> list[SideView]:
    """Best first; on equal scores in the order given."""
    return sorted(sides, key=lambda side: -side.score)


def side_name(side: SideView, *, others: str = words.THEM) -> str:
    """The best name there is for a side, of a team all names; `others` for one without that is not ours."""
    if len(side.names) > 1:
        return " + ".join(side.names)
    return side.name or (f"@{side.unique_id}" if side.unique_id else words.US if side.is_us else others)


def name_of_others(sides: tuple[SideView, ...]) -> str:
    """What a nameless side that is not ours is called; there is no them while nobody is us."""
    return words.THEM if any(side.is_us for side in sides) else words.A_SIDE


def share(ours: int, theirs: int) -> float:
    """Our part of all points, one half before there are any."""
    return ours / (ours + theirs) if ours + theirs else 0.5


def apart(first: int, second: int) -> tuple[str, str]:
    """The difference of two sides of which none is known to be ours."""
    return (compact(abs(first - second)), words.APART) if first != second else ("0", words.EVEN)


def gap(ours: int, theirs: int) -> tuple[str, str]:
    """The difference with its sign, and what it means for us."""
    word = words.EVEN if ours == theirs else words.AHEAD if ours > theirs else words.BEHIND
    return add_sign(ours - theirs), word


def result(battle: BattleView) -> tuple[str, Role]:
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
        word = BY_POINTS[us.outcome].fill(points=group_digits(by))
    return word, colour
