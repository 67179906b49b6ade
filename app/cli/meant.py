"""What somebody who mistyped may have meant."""

from __future__ import annotations

from collections.abc import Collection

from app.errors import UsageError

NEAR = 0.7  # evnts, deocde, tial; a name that is further from every command opens its room
HELP = ("help", "commands")


def close_matches(word: str, known: Collection[str], most: int, least: float) -> list[str]:
    """The known words that are most like this one, best first.

    Args:
        word: as typed.
        known: what could be meant.
        most: how many at most.
        least: how like they are at least, 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - for what is mistyped only

    return get_close_matches(word, known, most, least)


def check_command(word: str, commands: Collection[str]) -> None:
    """Letters alone that are nearly a command are a mistake; a name can have an @ before it.

    Raises:
        UsageError: `word` is nearly the name of a command.
    """
    if not word.isalpha():
        return
    known = sorted(command for command in commands if command != "window")
    if word.lower() in HELP:
        raise UsageError(f"There is no command “{word}”.", hint=f"Try “sidestage --help”; {_name(word)}.")
    if near := close_matches(word.lower(), known, 1, NEAR):
        raise UsageError(
            f"There is no command “{word[:40]}”.", hint=f"The nearest is “{near[0]}”; {_name(word)}."
        )


def _name(word: str) -> str:
    return f"for a creator of that name write @{word[:40]}"


def nearest(word: str, known: Collection[str]) -> str:
    """The few names that are most like a word, for the end of a sentence; empty when none is."""
    return ", ".join(close_matches(word.lower(), sorted(known), 3, 0.4))
