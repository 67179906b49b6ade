"""Values of options, read. What cannot be meant is an argparse error, which becomes one sentence."""

from __future__ import annotations

import argparse
import math

from app.settings import THEMES
from app.spelling import nearest

ALIASES = {"chat": "comment"}
HIGHEST_PORT, LONGEST = 65_535, 20  # a port, and the digits of a number


def read_seconds(text: str) -> float:
    """A span of time above 0, at most a week."""
    return _read_measure(text, "seconds", 86_400 * 7)


def read_rate(text: str) -> float:
    """Events a second."""
    return _read_measure(text, "events per second", 100_000)


def _read_measure(text: str, unit: str, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value <= most:
        raise argparse.ArgumentTypeError(
            f"“{text[:40]}” is not a number of {unit} above 0, at most {most:,.0f}"
        )
    return value


def read_whole(text: str) -> int:
    """A whole number, which may be negative."""
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is not a whole number") from error


def read_port(text: str) -> int:
    """A TCP port; 0 lets the system choose."""
    if not (text.isdecimal() and len(text) <= LONGEST and int(text) <= HIGHEST_PORT):
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is not a port (0 to {HIGHEST_PORT})")
    return int(text)


def read_theme(text: str) -> str:
    """A theme of the window; empty where none was chosen."""
    if text and text not in THEMES:
        raise argparse.ArgumentTypeError(f"there is no theme “{text[:40]}”; there are {', '.join(THEMES)}")
    return text


def read_types(text: str) -> tuple[str, ...]:
    """Types of events between commas, by their names or short ones."""
    from app.cli.lines import TYPES  # noqa: PLC0415

    names = tuple(ALIASES.get(name.strip(), name.strip()) for name in text.split(",") if name.strip())
    if unknown := [name for name in names if name not in TYPES]:
        near = nearest(unknown[0], {*TYPES, *ALIASES}) or "none"
        sentence = f"there is no type “{unknown[0][:40]}”; the nearest: {near}. “sidestage events” lists all"
        raise argparse.ArgumentTypeError(sentence)
    return names
