"""What --help says above the options: the commands, each with an example, in 80 columns."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from textwrap import wrap

from app.cli.output import show_cell
from app.words import command_line as words


def list_commands() -> str:
    """All commands, for the end of the help."""
    lines = (f"  {example:<35} {show_cell(about)}" for example, about in words.EXAMPLES.values())
    return "\n".join((show_cell(words.COMMANDS_TITLE), *lines))


class Help(argparse.HelpFormatter):
    """Speaks the user's language, keeps the lines of a text that has several, and breaks long ones."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The line that shows all options."""
        super().add_usage(usage, actions, groups, show_cell(words.USAGE) if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """The title of a group of options."""
        super().start_section(_show(heading) if heading else heading)

    def add_text(self, text: str | None) -> None:
        """What a command is for."""
        super().add_text(_show(text) if text else text)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return _show(action.help) if action.help else action.help

    def _split_lines(self, text: str, width: int) -> list[str]:
        return [part for line in text.splitlines() for part in wrap(line, width, subsequent_indent="  ")]

    def _fill_text(self, text: str, width: int, indent: str) -> str:  # noqa: ARG002 - argparse's
        return "\n".join(part for line in text.splitlines() for part in wrap(line, width))


def _show(text: str) -> str:
    """Our own texts, and those that argparse brings."""
    return show_cell(words.STANDARD.get(text, text))
