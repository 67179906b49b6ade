"""The command line: what can be asked for, and how wrong input is answered."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app import __version__
from app.access import Access
from app.access.choices import access_of
from app.cli.access import add_access, add_flag, read_kept, take_asked
from app.cli.help import ABOUT, commands
from app.cli.meant import check_command
from app.cli.parser import Parser
from app.cli.values import read_port, read_rate, read_seconds, read_types, read_whole
from app.errors import UsageError
from app.settings import OPTIONS


@dataclass(frozen=True)
class Options:
    """One parsed command line. Fields that a command does not have keep their defaults."""

    command: str = "window"
    target: str = ""
    demo: bool = False
    seed: int = 1
    rate: float | None = None
    screenshot: Path | None = None
    after: float = 5.0
    json: bool = False
    filter: tuple[str, ...] = ()
    seconds: float | None = None
    raw: Path | None = None
    stats: bool = False
    wait: bool = False
    port: int = 0
    name: str = "demo"
    log: Path | None = None
    fault: str = ""
    guests: bool = False
    action: str = "list"
    value: str | None = None
    captures: Path | None = None
    form: str = "text"
    message: bool = False
    output: Path | None = None
    quality: str = ""
    force: bool = False
    offered: bool = False
    rates: Sequence[float] | None = None
    parts: Sequence[str] | None = None
    asked: Mapping[str, Any] = field(default_factory=dict, repr=False)  # a proxy may hold a password
    access: Access = field(default_factory=Access)


LEAST_S = 0.001  # an asyncio timeout of less may be over before it begins


def parsed(arguments: Sequence[str]) -> Options:
    """Read a command line.

    Raises:
        UsageError: it cannot be meant. `--help` and `--version` print and leave with SystemExit 0.
    """
    words = list(arguments)
    command = words.pop(0) if words and words[0] in PARSERS else "window"
    if words and command == "window" != arguments[0]:
        check_command(words[0], PARSERS)
    chosen = vars(PARSERS[command]().parse_args(words))
    if chosen.get("demo") and (chosen["target"] or chosen["room_id"]):
        raise UsageError("A room and --demo were given.", hint="One of them says what to watch.")
    if "room_id" not in chosen:
        return Options(command=command, **chosen)
    asked = take_asked(chosen)
    if command == "window":  # it looks into settings and keyring with every Connect
        return Options(command=command, asked=asked, access=access_of(asked, os.environ), **chosen)
    from app.cli.unlock import read_secrets  # noqa: PLC0415 - not for the window

    began_s = time.monotonic()
    limit_s = chosen["seconds"] if command == "tail" else None
    secrets = read_secrets(limit_s)
    if limit_s is not None:  # the keyring's time is part of it
        chosen["seconds"] = max(LEAST_S, limit_s - round(time.monotonic() - began_s, 1))
    access = access_of(asked, os.environ, read_kept(), secrets.__getitem__)
    return Options(command=command, asked=asked, access=access, **chosen)


def _window() -> argparse.ArgumentParser:
    parser = Parser(prog="sidestage", description=ABOUT, epilog=commands())
    parser.add_argument("--version", action="version", version=f"Sidestage {__version__}")
    parser.add_argument(
        "target",
        nargs="?",
        default="",
        metavar="@name",
        help="creator to watch: name, profile or live address",
    )
    parser.add_argument("--demo", action="store_true", help="watch an invented room on the built-in server")
    _script(parser)
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="save a picture of the window as PNG, then quit"
    )
    parser.add_argument(
        "--after", type=read_seconds, default=5.0, metavar="SECONDS", help="when to take it (default 5)"
    )
    _add_force(parser)
    add_flag(parser, OPTIONS["theme"])
    add_access(parser)
    return parser


def _tail() -> argparse.ArgumentParser:
    parser = Parser(prog="sidestage tail", description="Print a room's events, one a line.")
    parser.add_argument("target", nargs="?", metavar="@name", help="creator to follow")
    parser.add_argument("--json", action="store_true", help="JSON lines with stable names (docs/events.md)")
    parser.add_argument(
        "--filter", type=read_types, default=(), metavar="TYPE,…", help="only these types, e.g. comment,gift"
    )
    parser.add_argument(
        "--wait", action="store_true", help="wait until the creator is live, and try again when it fails"
    )
    parser.add_argument(
        "--for", dest="seconds", type=read_seconds, metavar="SECONDS", help="stop after so long"
    )
    parser.add_argument(
        "--raw", type=Path, metavar="FILE", help="write every message as received, for “sidestage decode”"
    )
    _add_force(parser)
    parser.add_argument(
        "--stats", action="store_true", help="at the end, a table of counts on standard error"
    )
    add_access(parser)
    return parser


def _reader(name: str, about: str, json: str = "") -> argparse.ArgumentParser:
    """A command that reads something of a creator; `json` says what --json prints."""
    parser = Parser(prog=f"sidestage {name}", description=about)
    parser.add_argument("target", nargs="?", metavar="@name", help="creator: name, address or number")
    if json:
        parser.add_argument("--json", action="store_true", help=json)
    return parser


def _info() -> argparse.ArgumentParser:
    parser = _reader("info", "Print a room's title, host and figures.", "one JSON object with stable names")
    add_access(parser, follows=False)
    return parser


def _gifts() -> argparse.ArgumentParser:
    about = "Print the gifts of a room by price, in diamonds; the shipped list where TikTok refuses its own."
    parser = _reader("gifts", about, "one JSON object a gift, with stable names")
    add_access(parser, follows=False)
    return parser


def _video() -> argparse.ArgumentParser:
    parser = _reader("video", "Record a room's video with ffmpeg, as it is, until it ends or Ctrl+C.")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="its ending says the format: .mkv, .mp4"
    )
    parser.add_argument("--quality", default="", metavar="NAME", help="as --list names it (default hd)")
    parser.add_argument(
        "--for", dest="seconds", type=read_seconds, metavar="SECONDS", help="so much of the stream"
    )
    _add_force(parser)
    parser.add_argument("--list", dest="offered", action="store_true", help="which qualities there are")
    add_access(parser, follows=False)
    return parser


def _decode() -> argparse.ArgumentParser:
    about = 'Decode captured messages: JSON lines {"method": …, "payload_b64": …}, gzipped or not.'
    parser = Parser(prog="sidestage decode", description=about)
    parser.add_argument(
        "target", nargs="?", default="-", metavar="FILE", help="file to read; - for standard input (default)"
    )
    parser.add_argument(
        "--message", action="store_true", help="the whole message too, every field by name, under “message”"
    )
    return parser


def _events() -> argparse.ArgumentParser:
    about = "Print the catalogue of events: what each tells, its fields, and the messages it is made from."
    parser = Parser(prog="sidestage events", description=about)
    parser.add_argument(
        "target", nargs="?", default="", metavar="TYPE", help="only this type, or what this method becomes"
    )
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument(
        "--schema", dest="form", action="store_const", const="schema", default="text",
        help="JSON Schema of what --json prints",
    )  # fmt: skip
    forms.add_argument(
        "--markdown", dest="form", action="store_const", const="markdown", help="as docs/events.md"
    )
    return parser


def _sim() -> argparse.ArgumentParser:
    about = "Serve an invented room on 127.0.0.1 over the real protocol, for tests and any other client."
    parser = Parser(prog="sidestage sim", description=about)
    parser.add_argument("--port", type=read_port, default=0, help="port to listen on (default: any free one)")
    parser.add_argument("--name", default="demo", help="handle of the invented creator (default demo)")
    parser.add_argument(
        "--log", type=Path, metavar="FILE", help="write every message that is sent, as JSON lines"
    )
    parser.add_argument("--fault", default="", metavar="NAME", help="play a failure; LIST names them")
    parser.add_argument("--guests", action="store_true", help="let in who comes without a signature")
    _script(parser)
    return parser


def _keys() -> argparse.ArgumentParser:
    about = "Keys and log-in in the system's keyring: which are set, set one, forget one. Never shows one."
    parser = Parser(prog="sidestage keys", description=about)
    parser.add_argument("action", nargs="?", choices=("list", "set", "forget"), default="list")
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help="as the list names it")
    return parser


def _settings() -> argparse.ArgumentParser:
    about = "Every choice: what it is now and where that comes from, keep one, or go back to its default."
    parser = Parser(prog="sidestage settings", description=about)
    parser.add_argument("action", nargs="?", choices=("list", "get", "set", "reset"), default="list")
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help="as the list names it")
    parser.add_argument("value", nargs="?", metavar="VALUE", help="for “set”")
    parser.add_argument("--list", dest="action", action="store_const", const="list", help="as without a word")
    return parser


def _bench() -> argparse.ArgumentParser:
    from app.cli.bench_options import bench_parser  # noqa: PLC0415 - not for the window

    return bench_parser()


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="replace FILE if it is there already")


def _script(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=read_whole, default=1, help="another number, another room (default 1)")
    parser.add_argument(
        "--rate", type=read_rate, metavar="EVENTS_PER_S", help="how busy it is (default: like a real room)"
    )


PARSERS = {
    "window": _window, "tail": _tail, "decode": _decode, "events": _events, "sim": _sim, "keys": _keys,
    "settings": _settings,
    "info": _info, "gifts": _gifts, "video": _video,
    "bench": _bench,
}  # fmt: skip
