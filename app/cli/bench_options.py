"""The options of `sidestage bench`."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.parser import Parser
from app.cli.values import read_rate, read_seconds
from app.words import command_line as words


def make_bench_parser() -> argparse.ArgumentParser:
    """What can be measured, and how."""
    parser = Parser("bench", description=words.BENCH)
    what = parser.add_subparsers(dest="action", required=True, metavar="decode | ui", parser_class=Parser)
    _add_decode_options(what.add_parser("decode", help=words.BENCH_DECODE, description=words.BENCH_DECODE))
    _add_window_options(what.add_parser("ui", help=words.BENCH_WINDOW, description=words.BENCH_WINDOW))
    return parser


def _add_decode_options(parser: argparse.ArgumentParser) -> None:
    _add_json(parser)
    parser.add_argument("--captures", type=Path, metavar="FILE", help=words.BENCH_CAPTURES)
    parser.add_argument("--seconds", type=read_seconds, metavar="N", help=words.BENCH_SECONDS)


def _add_window_options(parser: argparse.ArgumentParser) -> None:
    _add_json(parser)
    parser.add_argument(
        "--rate",
        dest="rates",
        action="append",
        type=read_rate,
        metavar="COMMENTS_PER_S",
        help=words.BENCH_RATE,
    )
    parser.add_argument("--only", dest="parts", action="append", metavar="PART", help=words.BENCH_PART)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=words.BENCH_JSON)
