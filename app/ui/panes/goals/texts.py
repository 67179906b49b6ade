"""Wordings of goals, and the time that somebody types."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.ui.figures import group_digits, write_time_of_day
from app.ui.text import clean
from app.words import Phrase, show
from app.words import goals as words
from app.words.discretion import quote

if TYPE_CHECKING:
    from app.ui.panes.goals.source import GoalRow

CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
LETTERS = 60


def name_goal(row: GoalRow) -> str:
    """What a goal is called, and until when it is one."""
    gift, text = clean(row.gift, LETTERS), clean(quote(row.text), LETTERS)
    if row.kind == "room":
        goal = text or show(words.ROOM_GOAL)
        return show(words.PART.fill(goal=goal, gift=gift)) if gift else goal
    if not row.end_ms:
        return gift
    phrase = words.ENDED if row.has_ended else words.UNTIL
    return show(phrase.fill(gift=gift, time=write_time_of_day(row.end_ms)))


def find_percent(current: int, target: int) -> int:
    """How much of the target is reached, in whole percent, rounded down: 100 is reached."""
    return current * 100 // target if target else 0


def write_progress(current: int, target: int) -> tuple[Phrase, ...]:
    """How far it is, longest first."""
    values = {
        "current": group_digits(current),
        "target": group_digits(target),
        "percent": group_digits(find_percent(current, target)),
    }
    return tuple(one.fill(**values) for one in words.PROGRESS)


def find_end(text: str, now_ms: int) -> int | None:
    """The next moment at which local clocks show that time.

    Args:
        text: a time as 20:00; empty for none.
        now_ms: ms since 1970.

    Returns:
        Ms since 1970; 0 for none, and None where the text is no time.
    """
    if not text.strip():
        return 0
    clock = CLOCK.fullmatch(text.strip())
    if clock is None:
        return None
    now = datetime.fromtimestamp(now_ms / 1000, UTC).astimezone()
    end = now.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)
    if end <= now:
        end += timedelta(days=1)
    return round(end.timestamp() * 1000)
