"""Tells a mistyped command from the name of a creator."""

from __future__ import annotations

from collections.abc import Collection

from app.errors import UsageError
from app.spelling import close_matches

NEAR = 0.7  # evnts, deocde, tial; a name that is further from every command opens its room
HELP = ("help", "commands")


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
