"""Reads options, and answers wrong ones in our words."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from app.cli.help import Help
from app.cli.output import put
from app.errors import UsageError
from app.words import Phrase
from app.words import command_line as words

PROGRAM = "sidestage"
# What argparse says, which it says in English only, and the same in our words.
SAYINGS: tuple[tuple[str, Phrase], ...] = (
    (r"unrecognized arguments: (?P<arguments>.+)", words.NOT_KNOWN_ARGUMENTS),
    (r"the following arguments are required: (?P<arguments>.+)", words.ARGUMENTS_MISSING),
    (r"ambiguous option: (?P<option>\S+) could match (?P<matches>.+)", words.NOT_CLEAR),
    (r"expected one argument", words.ONE_EXPECTED),
    (r"expected at least one argument", words.SOME_EXPECTED),
    (r"not allowed with argument (?P<other>.+)", words.NOT_BESIDE),
    (r"ignored explicit argument (?P<value>.+)", words.NO_VALUE_TAKEN),
)


class Parser(argparse.ArgumentParser):
    """A parser whose help keeps its lines and whose errors are one sentence.

    Args:
        command: what it is for; empty for the window.
        options: of argparse's parser.
    """

    def __init__(self, command: str = "", **options: Any) -> None:
        options.setdefault("prog", " ".join(filter(None, (PROGRAM, command))))
        super().__init__(formatter_class=Help, **options)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """In our words instead of Python's."""
        if action.choices is not None and value not in action.choices:
            names = list(action.choices)
            refusal = words.NO_SUCH_VALUE if len(names) > 1 else words.ONLY_VALUE
            raise argparse.ArgumentError(action, refusal.fill(value=value, names=", ".join(names)))

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ARG002 - argparse's
        """Help and version; argparse would say nothing when they cannot be written."""
        put(message)

    def error(self, message: str) -> NoReturn:
        """Say it as our errors say things."""
        sentence = _find_refusal(sys.exc_info()[1]) or _find_words(message)
        raise UsageError(sentence, hint=words.TRY_HELP.fill(program=self.prog))


def _find_refusal(error: BaseException | None) -> str:
    """What a reader of values said, which argparse hands on as a text that no other language has."""
    if not isinstance(error, argparse.ArgumentError) or error.argument_name is None:
        return ""
    cause = error.__context__
    reason = cause.args[0] if isinstance(cause, argparse.ArgumentTypeError) else error.message
    return words.ARGUMENT_REFUSED.fill(name=error.argument_name, reason=_find_words(reason))


def _find_words(message: str) -> str:
    """What argparse says, in our words; what it may come to say one day stays as it is."""
    for pattern, phrase in SAYINGS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return phrase.fill(**found.groupdict())
    return message
