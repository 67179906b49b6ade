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
from app.access.choices import make_access
from app.cli.access import FLAGS, GROUPS, add_access, add_flag, read_kept, take_flags
from app.cli.command_check import check_command
from app.cli.help import list_commands
from app.cli.parser import Parser
from app.cli.values import read_port, read_rate, read_seconds, read_size, read_types, read_whole
from app.errors import UsageError
from app.words import Phrase
from app.words import command_line as words


@dataclass(frozen=True)
class Options:
    """One parsed command line. Fields that a command does not have keep their defaults."""

    command: str = "window"
    target: str = ""
    demo: bool = False
    seed: int = 1
    rate: float | None = None
    screenshot: Path | None = None
    after: float | None = None
    size: tuple[int, int] | None = None
    scene: str = ""
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


WINDOW_FLAGS = [option for option in FLAGS.values() if option.page not in GROUPS]
LEAST_S = 0.001  # an asyncio timeout of less may be over before it begins


def parse_options(arguments: Sequence[str]) -> Options:
    """Read a command line.

    Raises:
        UsageError: it cannot be meant. `--help` and `--version` print and leave with SystemExit 0.
    """
    rest = list(arguments)
    command = rest.pop(0) if rest and rest[0] in PARSERS else "window"
    if rest and command == "window" != arguments[0]:
        check_command(rest[0], PARSERS)
    chosen = vars(PARSERS[command]().parse_args(rest))
    if chosen.get("demo") and (chosen["target"] or chosen["room_id"]):
        raise UsageError(words.ROOM_AND_DEMO, hint=words.ONE_TO_WATCH)
    if chosen.get("scene") and (chosen["demo"] or chosen["target"] or chosen["room_id"]):
        raise UsageError(words.SCENE_AND_ROOM, hint=words.ONE_TO_WATCH)
    if "room_id" not in chosen:
        return Options(command=command, **chosen)
    asked = take_flags(chosen)
    if command == "window":  # it looks into settings and keyring with every Connect
        return Options(command=command, asked=asked, access=make_access(asked, os.environ), **chosen)
    return Options(command=command, asked=asked, access=_read_access(command, asked, chosen), **chosen)


def _read_access(command: str, asked: Mapping[str, Any], chosen: dict[str, Any]) -> Access:
    """How to get in, with the keyring's secrets; the time that it takes is part of the command's."""
    from app.cli.unlock import read_secrets  # noqa: PLC0415 - not for the window

    began_s = time.monotonic()
    limit_s = chosen["seconds"] if command == "tail" else None
    secrets = read_secrets(limit_s)
    if limit_s is not None:
        chosen["seconds"] = max(LEAST_S, limit_s - round(time.monotonic() - began_s, 1))
    return make_access(asked, os.environ, read_kept(), secrets.__getitem__)


def _make_window_parser() -> argparse.ArgumentParser:
    parser = Parser(description=words.ABOUT, epilog=list_commands())
    parser.add_argument("--version", action="version", version=words.VERSION.fill(version=__version__))
    parser.add_argument("target", nargs="?", default="", metavar="@name", help=words.WINDOW_TARGET)
    parser.add_argument("--demo", action="store_true", help=words.DEMO)
    _add_script_options(parser)
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help=words.SCREENSHOT)
    parser.add_argument("--after", type=read_seconds, metavar="SECONDS", help=words.AFTER)
    parser.add_argument("--size", type=read_size, metavar="WxH", help=words.SIZE)
    parser.add_argument("--scene", default="", metavar="NAME", help=words.SCENE)
    _add_force(parser)
    for option in WINDOW_FLAGS:
        add_flag(parser, option)
    add_access(parser)
    return parser


def _make_tail_parser() -> argparse.ArgumentParser:
    parser = Parser("tail", description=words.TAIL)
    parser.add_argument("target", nargs="?", metavar="@name", help=words.TAIL_TARGET)
    parser.add_argument("--json", action="store_true", help=words.TAIL_JSON)
    parser.add_argument("--filter", type=read_types, default=(), metavar="TYPE,…", help=words.FILTER)
    parser.add_argument("--wait", action="store_true", help=words.WAIT)
    parser.add_argument("--for", dest="seconds", type=read_seconds, metavar="SECONDS", help=words.FOR)
    parser.add_argument("--raw", type=Path, metavar="FILE", help=words.RAW)
    _add_force(parser)
    parser.add_argument("--stats", action="store_true", help=words.STATS)
    add_access(parser)
    return parser


def _make_reading_parser(name: str, about: Phrase, json: str = "") -> argparse.ArgumentParser:
    """A command that reads something of a creator; `json` says what --json prints."""
    parser = Parser(name, description=about)
    parser.add_argument("target", nargs="?", metavar="@name", help=words.READER_TARGET)
    if json:
        parser.add_argument("--json", action="store_true", help=json)
    return parser


def _make_info_parser() -> argparse.ArgumentParser:
    parser = _make_reading_parser("info", words.INFO, words.INFO_JSON)
    add_access(parser, follows=False)
    return parser


def _make_gifts_parser() -> argparse.ArgumentParser:
    parser = _make_reading_parser("gifts", words.GIFTS, words.GIFTS_JSON)
    add_access(parser, follows=False)
    return parser


def _make_video_parser() -> argparse.ArgumentParser:
    parser = _make_reading_parser("video", words.VIDEO)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=words.VIDEO_OUTPUT)
    parser.add_argument("--quality", default="", metavar="NAME", help=words.QUALITY)
    parser.add_argument("--for", dest="seconds", type=read_seconds, metavar="SECONDS", help=words.VIDEO_FOR)
    _add_force(parser)
    parser.add_argument("--list", dest="offered", action="store_true", help=words.VIDEO_LIST)
    add_access(parser, follows=False)
    return parser


def _make_decode_parser() -> argparse.ArgumentParser:
    parser = Parser("decode", description=words.DECODE)
    parser.add_argument("target", nargs="?", default="-", metavar="FILE", help=words.DECODE_FILE)
    parser.add_argument("--message", action="store_true", help=words.DECODE_MESSAGE)
    return parser


def _make_events_parser() -> argparse.ArgumentParser:
    parser = Parser("events", description=words.EVENTS)
    parser.add_argument("target", nargs="?", default="", metavar="TYPE", help=words.EVENTS_TYPE)
    parser.set_defaults(form="text")
    forms = parser.add_mutually_exclusive_group()
    for form, about in (("schema", words.EVENTS_SCHEMA), ("markdown", words.EVENTS_MARKDOWN)):
        forms.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=about)
    return parser


def _make_sim_parser() -> argparse.ArgumentParser:
    parser = Parser("sim", description=words.SIM)
    parser.add_argument("--port", type=read_port, default=0, help=words.SIM_PORT)
    parser.add_argument("--name", default="demo", help=words.SIM_NAME)
    parser.add_argument("--log", type=Path, metavar="FILE", help=words.SIM_LOG)
    parser.add_argument("--fault", default="", metavar="NAME", help=words.SIM_FAULT)
    parser.add_argument("--guests", action="store_true", help=words.SIM_GUESTS)
    _add_script_options(parser)
    return parser


def _make_keys_parser() -> argparse.ArgumentParser:
    parser = Parser("keys", description=words.KEYS)
    parser.add_argument("action", nargs="?", choices=("list", "set", "forget"), default="list")
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help=words.AS_LISTED)
    return parser


def _make_settings_parser() -> argparse.ArgumentParser:
    parser = Parser("settings", description=words.SETTINGS)
    parser.add_argument("action", nargs="?", choices=("list", "get", "set", "reset"), default="list")
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help=words.AS_LISTED)
    parser.add_argument("value", nargs="?", metavar="VALUE", help=words.FOR_SET)
    parser.add_argument("--list", dest="action", action="store_const", const="list", help=words.LIKE_NO_WORD)
    return parser


def _make_report_parser() -> argparse.ArgumentParser:
    parser = Parser("report", description=words.REPORT)
    parser.add_argument("target", nargs="?", default="", metavar="FOLDER", help=words.REPORT_FOLDER)
    return parser


def _make_bench_parser() -> argparse.ArgumentParser:
    from app.cli.bench_options import make_bench_parser  # noqa: PLC0415 - not for the window

    return make_bench_parser()


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help=words.FORCE)


def _add_script_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=read_whole, default=1, help=words.SEED)
    parser.add_argument("--rate", type=read_rate, metavar="EVENTS_PER_S", help=words.RATE)


PARSERS = {
    "window": _make_window_parser,
    "tail": _make_tail_parser,
    "decode": _make_decode_parser,
    "events": _make_events_parser,
    "sim": _make_sim_parser,
    "keys": _make_keys_parser,
    "settings": _make_settings_parser,
    "info": _make_info_parser,
    "gifts": _make_gifts_parser,
    "video": _make_video_parser,
    "report": _make_report_parser,
    "bench": _make_bench_parser,
}
