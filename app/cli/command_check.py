"""Tells a mistyped command from the name of a creator."""

from __future__ import annotations

from collections.abc import Collection

from app.errors import UsageError
from app.spelling import close_matches
from app.words import command_line as words

NEAR = 0.7  # evnts, deocde, tial; a name that is further from every command opens its room
HELP = ("help", "commands")
SHOWN = 40  # letters of a word that is refused


def check_command(word: str, commands: Collection[str]) -> None:
    """Letters alone that are nearly a command are a mistake; a name can have an @ before it.

    Raises:
        UsageError: `word` is nearly the name of a command.
    """
    if not word.isalpha():
        return
    known = sorted(command for command in commands if command != "window")
    shown = word[:SHOWN]
    if word.lower() in HELP:
        hint = words.HELP_OR_CREATOR.fill(word=shown)
    elif near := close_matches(word.lower(), known, 1, NEAR):
        hint = words.COMMAND_OR_CREATOR.fill(near=near[0], word=shown)
    else:
        return
    raise UsageError(words.NO_COMMAND.fill(word=shown), hint=hint)
