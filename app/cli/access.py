"""The options that say how to get into a room."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

from app.access import WAYS
from app.access.choices import ADDRESSES, PROXIES, TIMEOUTS, VARIABLES, read_proxy, read_timeout, read_way
from app.access.endpoints import ENVIRONMENT
from app.errors import UsageError

ASKED = (*ADDRESSES, *VARIABLES, "headers", "params")


def add_access(parser: argparse.ArgumentParser, *, follows: bool = True) -> None:
    """Give a command these options; one that does not follow a room has no way in to choose."""
    if follows:
        _add_way(parser.add_argument_group("way in"))
    _add_room(parser)
    _add_network(parser.add_argument_group("network"))
    group = parser.add_argument_group("other addresses (https and wss; http and ws on this machine only)")
    for name, what in ADDRESSES.items():
        help_ = f"instead of {what}, or {ENVIRONMENT[name]}"
        group.add_argument(f"--{name.replace('_', '-')}", metavar="URL", help=help_)


def _add_way(group: argparse._ArgumentGroup) -> None:
    ways = "\n".join(f"{name}: {what}" for name, what in WAYS.items())
    help_ = f"how to get in, or SIDESTAGE_WAY (default signed):\n{ways}"
    group.add_argument("--way", type=read_way, metavar="NAME", help=help_)


def _add_room(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--room-id", type=_room, metavar="ID", help="a room by its number instead of a name")


def _add_network(group: argparse._ArgumentGroup) -> None:
    for name, option, variable, what in PROXIES:
        group.add_argument(
            option,
            dest=name,
            type=partial(read_proxy, name=name),
            metavar="URL",
            help=f"{what}; or {variable}",
        )
    for name, option, _, what in TIMEOUTS:
        group.add_argument(option, dest=name, type=read_timeout, metavar="SECONDS", help=what)
    for name, whereto in (("header", "TikTok's web"), ("param", "every query to TikTok")):
        group.add_argument(
            f"--{name}", dest=f"{name}s", action="append", type=_pair, default=[], metavar="NAME=VALUE",
            help=f"sent with {whereto}; can be given again",
        )  # fmt: skip


def _room(text: str) -> str:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is not the number of a room")
    return f"room:{text}"


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (sign and name.strip()):
        raise argparse.ArgumentTypeError("that is not NAME=VALUE")
    return name.strip(), value


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
    return {name: value for name in ASKED if (value := chosen.pop(name, None))}
