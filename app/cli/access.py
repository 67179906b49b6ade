"""The options that say how to get into a room."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any

from app.cli.output import tell
from app.errors import UsageError
from app.settings import OPTIONS, Option, Store, settings_file
from app.settings.kinds import Choice, Kind, Seconds, clause_of

# Pages of options, and what they are called above their flags.
GROUPS = {
    "way in": "way in",
    "network": "network",
    "addresses": "other addresses (https and wss; http and ws on this machine only)",
}
FOLLOWING = "way in"  # the page for commands that follow a room
FLAGS = {name: option for name, option in OPTIONS.items() if option.flag}


def add_access(parser: argparse.ArgumentParser, *, follows: bool = True) -> None:
    """Give a command these options; one that does not follow a room has no way in to choose."""
    parser.add_argument("--room-id", type=_room, metavar="ID", help="a room by its number instead of a name")
    for page, title in GROUPS.items():
        if page != FOLLOWING or follows:
            group = parser.add_argument_group(title)
            for option in FLAGS.values():
                if option.page == page:
                    add_flag(group, option)


def add_flag(group: argparse._ArgumentGroup | argparse.ArgumentParser, option: Option) -> None:
    """Give a command the flag of an option."""
    more: dict[str, Any] = {"action": "append", "default": []} if option.kind.is_repeated else {}
    group.add_argument(
        option.flag, dest=option.name, type=_reader_of(option.kind), metavar=option.kind.metavar,
        help=describe_flag(option), **more,
    )  # fmt: skip


def describe_flag(option: Option) -> str:
    """What an option is, its variable, its default, and the names it can have."""
    words = option.words + (f", or {option.variable}" if option.variable else "")
    if isinstance(option.kind, Choice | Seconds):
        words += f" (default {option.kind.write_text(option.default)})"
    if isinstance(option.kind, Choice):
        words += ":" + "".join(f"\n{name}: {what}" for name, what in option.kind.values.items())
    return words


def _reader_of(kind: Kind) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        try:
            return kind.read_text(text)
        except UsageError as error:
            raise argparse.ArgumentTypeError(clause_of(error)) from error

    return read


def _room(text: str) -> str:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is not the number of a room")
    return f"room:{text}"


def take_asked(chosen: dict[str, Any]) -> dict[str, Any]:
    """Take these options out of `chosen`; a room id takes the place of the name.

    Raises:
        UsageError: a name and a room id, or neither where one is needed.
    """
    room = chosen.pop("room_id", None)
    if room and chosen["target"]:
        raise UsageError("A name and a room id were given.", hint="One of them says whom to follow.")
    if room:
        chosen["target"] = room
    if chosen.get("target", "") is None:
        raise UsageError("Nobody to follow was given.", hint="Give @name or --room-id ID.")
    return {name: value for name in FLAGS if (value := chosen.pop(name, None))}


def read_kept() -> Mapping[str, Any]:
    """What the settings file holds; what is wrong with it is said on standard error."""
    store = Store(settings_file())
    if store.notice:
        tell(f"sidestage: {store.notice}")
    return store.values
