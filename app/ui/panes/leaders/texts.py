"""Wordings of the leaderboard, the longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.figures import compact, group_digits
from app.ui.gift_texts import describe_gift, word_gift
from app.ui.money import Pricing, write_money
from app.ui.text import NAME_LIMIT, clean
from app.words import Phrase, show
from app.words import gifts as words

if TYPE_CHECKING:
    from app.state import LeaderRow
    from app.state.leaderboard import ScopeView
    from app.ui.panes.leaders.source import LeaderFrame, RoomFigure

LEAST_USUAL = 1.0  # gifts a minute: where hardly anybody gives, one gift is no rush
SCOPES = {"stream": words.STREAM, "battle": words.BATTLE, "us": words.FOR_US}


def name_scope(view: ScopeView) -> str:
    """What a scope is called."""
    if view.guest is not None:
        return show(words.FOR_GUEST.fill(name=clean(view.guest.name, NAME_LIMIT)))
    return show(SCOPES[str(view.scope)])


def write_last_gift(row: LeaderRow) -> str:
    """The last gift, and whether it still counts."""
    return describe_gift(row.gift, row.gift_count, is_counting=row.is_counting)


def write_name(row: LeaderRow) -> str:
    """Who it is, or how many."""
    if row.others:
        return show(words.OTHERS.fill(count=row.others, people=group_digits(row.others)))
    return clean(row.user.name, NAME_LIMIT) if row.user.key else show(words.SOMEBODY)


def write_gifts(gifts: int) -> str:
    """How many gifts."""
    return show(words.GIFTS_GIVEN.fill(count=gifts, gifts=group_digits(gifts)))


def write_deed(row: LeaderRow) -> tuple[str, ...]:
    """The last gift and how many there were, or the gift alone where there is less room."""
    gifts = write_gifts(row.gifts)
    if row.others:
        return (gifts,)
    last = _word_last_gift(row)
    return show(words.LAST_AND_GIFTS.fill(gift=last[0], gifts=gifts)), *last


def _word_last_gift(row: LeaderRow) -> tuple[str, ...]:
    """The last gift, the longest wording first; that nobody is named, where it is of nobody."""
    if not row.user.key:
        return (show(words.NOBODY_NAMED),)
    return word_gift(row.gift, row.gift_count, is_counting=row.is_counting)


def write_counts(frame: LeaderFrame) -> tuple[str, ...]:
    """How many gifts came, and from how many people; shorter, gifts alone, or their number."""
    if not frame.gifts:
        return ("",)
    gifts = words.GIFTS_GIVEN.fill(count=frame.gifts, gifts=group_digits(frame.gifts))
    people = words.PEOPLE.fill(count=frame.people, people=group_digits(frame.people))
    return words.GIFTS_OF_PEOPLE.fill(gifts=gifts, people=people), gifts, group_digits(frame.gifts)


def write_worth(diamonds: int, pricing: Pricing | None) -> tuple[Phrase | str, ...]:
    """What the creator is paid, as far as one can tell, in three lengths; nothing where it is hidden."""
    if not diamonds or pricing is None:
        return ("",)
    return tuple(one.fill(money=write_money(diamonds, pricing)) for one in words.WORTH)


def write_said(seen: int, said: RoomFigure | None) -> tuple[Phrase | str, ...]:
    """What we saw beside what the room says, shorter and shorter; only at last what it says alone."""
    if said is None:
        return ("",)
    both, brief, alone = words.SEEN_LEAST if said.is_least else words.SEEN
    forms = (group_digits, both), (compact, both), (compact, brief), (group_digits, alone), (compact, alone)
    return tuple(one.fill(seen=write(seen), room=write(said.diamonds)) for write, one in forms)


def is_rush(frame: LeaderFrame, factor: int) -> bool:
    """Whether so many times as many gifts come as usual."""
    return frame.usual is not None and frame.pace >= factor * max(frame.usual, LEAST_USUAL)


def write_pace(frame: LeaderFrame, *, has_rush: bool) -> tuple[Phrase | str, ...]:
    """How many gifts come in a minute, and how many usually do."""
    if not frame.pace and not frame.usual:
        return ("",)
    gifts = group_digits(frame.pace)
    if frame.usual is None:
        return tuple(one.fill(gifts=gifts) for one in words.PACE_ALONE)
    wordings = words.RUSH if has_rush else words.PACE
    return tuple(one.fill(gifts=gifts, usual=group_digits(round(frame.usual))) for one in wordings)
