"""Reads options, and answers wrong ones in our words."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from app.cli.help import Help
from app.cli.output import put
from app.errors import UsageError


class Parser(argparse.ArgumentParser):
    """A parser whose help keeps its lines and whose errors are one sentence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=Help, **options)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """In our words instead of Python's."""
        if action.choices is not None and value not in action.choices:
            verb = "are" if len(list(action.choices)) > 1 else "is"
            raise argparse.ArgumentError(
                action, f"there is no “{value}”; there {verb} {', '.join(action.choices)}"
            )

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ARG002 - argparse's
        """Help and version; argparse would say nothing when they cannot be written."""
        put(message)

    def error(self, message: str) -> NoReturn:
        """Say it as our errors say things."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", hint=f"Try “{self.prog} --help”.")
