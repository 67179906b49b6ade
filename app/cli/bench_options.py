"""The options of `sidestage bench`."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.parser import Parser
from app.cli.values import read_rate, read_seconds


def bench_parser() -> argparse.ArgumentParser:
    """What can be measured, and how."""
    about = "Measure this program on this machine; figures that count are ratios within one run."
    parser = Parser(prog="sidestage bench", description=about)
    what = parser.add_subparsers(dest="action", required=True, metavar="decode | ui", parser_class=Parser)
    about = "How fast messages become events, beside betterproto2's full parse."
    _decode_bench(what.add_parser("decode", help=about, description=about))
    about = "What the window costs, beside a bare text box with the same lines; less than ten minutes."
    _window_bench(what.add_parser("ui", help=about, description=about))
    return parser


def _decode_bench(parser: argparse.ArgumentParser) -> None:
    _add_json(parser)
    parser.add_argument(
        "--captures",
        type=Path,
        metavar="FILE",
        help="messages to measure with, as “sidestage decode” reads them (default: the built-in server's)",
    )
    parser.add_argument(
        "--seconds", type=read_seconds, metavar="N", help="what the timed rounds take together (default 10)"
    )


def _window_bench(parser: argparse.ArgumentParser) -> None:
    _add_json(parser)
    parser.add_argument(
        "--rate", dest="rates", action="append", type=read_rate, metavar="COMMENTS_PER_S",
        help="of the stream, can be given several times (default 50, 330, 1000 and 5000)",
    )  # fmt: skip
    parser.add_argument(
        "--only", dest="parts", action="append", metavar="PART",
        help="measure this alone, can be given several times; a wrong one tells which there are",
    )  # fmt: skip


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
