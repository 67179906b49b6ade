"""Values of options, read. What cannot be meant is an argparse error, which becomes one sentence."""

from __future__ import annotations

import argparse
import math
import re

from app.spelling import find_nearest
from app.words import Phrase
from app.words import command_line as words

ALIASES = {"chat": "comment"}
HIGHEST_PORT, LONGEST = 65_535, 20  # a port, and the digits of a number
WIDEST_PX = 10_000
SHOWN = 40  # letters of a value that is refused


def read_seconds(text: str) -> float:
    """A span of time above 0, at most a week."""
    return _read_measure(text, words.NO_SECONDS, 86_400 * 7)


def read_rate(text: str) -> float:
    """Events a second."""
    return _read_measure(text, words.NO_RATE, 100_000)


def _read_measure(text: str, refusal: Phrase, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value <= most:
        raise argparse.ArgumentTypeError(refusal.fill(text=text[:SHOWN], most=most))
    return value


def read_whole(text: str) -> int:
    """A whole number, which may be negative."""
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(words.NO_WHOLE_NUMBER.fill(text=text[:SHOWN])) from error


def read_port(text: str) -> int:
    """A TCP port; 0 lets the system choose."""
    if not (text.isdecimal() and len(text) <= LONGEST and int(text) <= HIGHEST_PORT):
        raise argparse.ArgumentTypeError(words.NO_PORT.fill(text=text[:SHOWN], most=HIGHEST_PORT))
    return int(text)


def read_size(text: str) -> tuple[int, int]:
    """Width and height of a window: 1280x800."""
    match = re.fullmatch(r"([1-9][0-9]{0,4})[x×]([1-9][0-9]{0,4})", text.strip().lower(), re.ASCII)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 0 < max(size) <= WIDEST_PX:
        raise argparse.ArgumentTypeError(words.NO_SIZE.fill(text=text[:SHOWN], most=WIDEST_PX))
    return size


def read_types(text: str) -> tuple[str, ...]:
    """Types of events between commas, by their names or short ones."""
    from app.cli.lines import TYPES  # noqa: PLC0415

    names = tuple(ALIASES.get(name.strip(), name.strip()) for name in text.split(",") if name.strip())
    if unknown := [name for name in names if name not in TYPES]:
        near = find_nearest(unknown[0], {*TYPES, *ALIASES}) or words.NONE_NEAR
        raise argparse.ArgumentTypeError(words.NO_TYPE.fill(text=unknown[0][:SHOWN], near=near))
    return names
