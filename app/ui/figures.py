"""Numbers and times the way people read them. Times are ms since 1970, shown in local time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from app.events.describe.local_time import write_clock_time
from app.words import window as words
from app.words.discretion import HIDDEN, is_discreet

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

LARGEST = 2**63 - 1
MINUS = "\u2212"
FULL_DIGITS_BELOW = 1_000_000
SCALES = ((10**18, "E"), (10**15, "P"), (10**12, "T"), (10**9, "B"), (10**6, "M"))
RECENT_MS = 2_000
MINUTE_MS = 60_000
KEPT = 512  # figures that were written lately
HOUR_MS = 60 * MINUTE_MS


def find_locale() -> QLocale:
    """The user's locale; the C locale, which groups no digits, is read as American English."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - what panes read the state by comes before Qt

    locale = QLocale()
    return locale if locale.language() != QLocale.Language.C else QLocale("en_US")


def group_digits(number: int) -> str:
    """1234567 as 1,234,567; in streamer mode hidden, unless it is written openly."""
    return HIDDEN if is_discreet() else group_openly(number)


def compact(number: int) -> str:
    """All digits below a million, then 1.23M, 4.56B: for places of fixed width. Hidden in streamer mode."""
    return HIDDEN if is_discreet() else compact_openly(number)


@lru_cache(maxsize=KEPT)
def group_openly(number: int) -> str:
    """1234567 as 1,234,567, also in streamer mode: scores, and what tells nothing of the audience.

    Qt's numbers have 64 bits: what is beyond is shown as the largest there is.
    """
    return find_locale().toString(max(-LARGEST, min(number, LARGEST)))


@lru_cache(maxsize=KEPT)
def compact_openly(number: int) -> str:
    """As `compact`, also in streamer mode."""
    if abs(number) < FULL_DIGITS_BELOW:
        return group_openly(number)
    scale, unit = next(step for step in SCALES if abs(number) >= step[0])
    scaled = max(-LARGEST, min(number, LARGEST)) / scale
    return f"{find_locale().toString(scaled, 'f', 2)}{unit}"


def add_sign(number: int) -> str:
    """+1,240, −1,240 or 0, with a true minus sign; of scores, which are never hidden."""
    if not number:
        return "0"
    return f"{'+' if number > 0 else MINUS}{compact_openly(abs(number))}"


def write_time_of_day(at_ms: int) -> str:
    """18:02, empty for a time that is not known or that no calendar has."""
    return write_clock_time(at_ms, "%H:%M")


def write_length(ms: int) -> str:
    """How long something has been going on: 0:42, 12:05, 2:11:42."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def write_countdown(ms: int) -> str:
    """Time left as mm:ss. A second that has begun counts, so that 0:00 means over."""
    minutes, seconds = divmod(-(-max(0, ms) // 1000), 60)
    return f"{minutes:02}:{seconds:02}"


def write_age(ms: int) -> str:
    """How long ago: now, 7 s, 3 min, 2 h."""
    if ms < RECENT_MS:
        return words.JUST_NOW
    if ms < MINUTE_MS:
        return words.SECONDS.fill(count=ms // 1000)
    if ms < HOUR_MS:
        return words.MINUTES.fill(count=ms // MINUTE_MS)
    return words.HOURS.fill(count=ms // HOUR_MS)
