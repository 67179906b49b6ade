"""The options that say how to get into a room."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any

from app.cli.output import warn
from app.errors import UsageError
from app.settings import OPTIONS, Option, Store, find_settings_file
from app.settings.kinds import Choice, Kind, make_clause
from app.settings.number_kinds import Seconds
from app.words import command_line as words
from app.words import show

# Pages of options, and what they are called above their flags.
GROUPS = {
    words.WAY_TITLE: words.WAY_TITLE,
    "network": words.NETWORK_TITLE,
    "addresses": words.ADDRESSES_TITLE,
}
FOLLOWING = words.WAY_TITLE  # the page for commands that follow a room
SHOWN = 40  # letters of a value that is refused
FLAGS = {name: option for name, option in OPTIONS.items() if option.flag}


def add_access(parser: argparse.ArgumentParser, *, follows: bool = True) -> None:
    """Give a command these options; one that does not follow a room has no way in to choose."""
    parser.add_argument("--room-id", type=_read_room, metavar="ID", help=words.ROOM_ID)
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
        option.flag,
        dest=option.name,
        type=_make_reader(option.kind),
        metavar=option.kind.metavar,
        help=describe_flag(option),
        **more,
    )


def describe_flag(option: Option) -> str:
    """What an option is, its variable, its default, and the names it can have."""
    about = option.words
    if option.variable:
        about = words.OR_VARIABLE.fill(words=about, variable=option.variable)
    if isinstance(option.kind, Choice | Seconds):
        about = words.WITH_DEFAULT.fill(words=about, default=option.kind.write_text(option.default))
    if not isinstance(option.kind, Choice):
        return about
    values = (words.VALUE.fill(name=name, words=what) for name, what in option.kind.values.items())
    return "\n".join((f"{show(about)}:", *map(show, values)))


def _make_reader(kind: Kind) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        try:
            return kind.read_text(text)
        except UsageError as error:
            raise argparse.ArgumentTypeError(make_clause(error)) from error

    return read


def _read_room(text: str) -> str:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(words.NO_ROOM_NUMBER.fill(text=text[:SHOWN]))
    return f"room:{text}"


def take_flags(chosen: dict[str, Any]) -> dict[str, Any]:
    """Take these options out of `chosen`; a room id takes the place of the name.

    Raises:
        UsageError: a name and a room id, or neither where one is needed.
    """
    room = chosen.pop("room_id", None)
    if room and chosen["target"]:
        raise UsageError(words.NAME_AND_ROOM, hint=words.ONE_TO_FOLLOW)
    if room:
        chosen["target"] = room
    if chosen.get("target", "") is None:
        raise UsageError(words.NOBODY, hint=words.GIVE_SOMEBODY)
    return {name: value for name in FLAGS if (value := chosen.pop(name, None))}


def read_kept() -> Mapping[str, Any]:
    """What the settings file holds; what is wrong with it is said on standard error."""
    store = Store(find_settings_file())
    if store.notice:
        warn(store.notice)
    return store.values
