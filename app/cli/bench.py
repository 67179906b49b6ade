"""`sidestage bench`: how fast messages become events, or what the window costs, as a table or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from app.bench.messages import make_batch, read_batch
from app.bench.report import measure
from app.cli.bench_window import list_window_lines, measure_asked
from app.cli.options import Options
from app.cli.output import put, put_json
from app.errors import SidestageError
from app.events.describe.json_text import dump_json
from app.words import commands as words

Measure = Callable[[Options], dict[str, Any]]
Lines = Callable[[Mapping[str, Any]], Iterable[str]]

SECONDS = 10.0
WAYS = ("event", "upb", "betterproto2")


def run_bench(options: Options) -> int:
    """Measure and print.

    Raises:
        UsageError: the capture cannot be read, or there is no such part.
        SidestageError: this is the built program, which has no interpreter to start afresh.
    """
    if getattr(sys, "frozen", False):
        raise SidestageError(words.BUILT_PROGRAM, hint=words.RUN_FROM_PYTHON)
    measure, lines = ACTIONS[options.action]
    found = measure(options)
    if options.json:
        put_json(dump_json(found, indent=2))
    else:
        put("\n".join(lines(found)))
    return 0


def _measure_decoder(options: Options) -> dict[str, Any]:
    batch = read_batch(options.captures) if options.captures else make_batch()
    return measure(batch, options.seconds or SECONDS)


def list_decoder_lines(told: Mapping[str, Any]) -> Iterator[str]:
    """The figures for a person to read."""
    yield from _tell_messages(told)
    yield from _tell_core(told)
    yield f"\n{'µs a message of each method':44}{'n':>6}{'bytes':>8}" + "".join(f"{way:>14}" for way in WAYS)
    for method, row in told["methods"].items():
        cells = "".join(f"{row[way]:14.1f}" if way in row else f"{'–':>14}" for way in WAYS)
        yield f"  {method:42}{row['count']:6}{row['bytes']:8.0f}{cells}"
    yield from _tell_start(told)
    yield ""
    yield from (f"{name}: {meaning}" for name, meaning in told["notes"].items())


def _tell_messages(told: Mapping[str, Any]) -> Iterator[str]:
    found = told["messages"]
    yield (
        f"Messages of {found['source']}: {found['count']}, {found['core_count']} of the core mix "
        f"(median {found['core_bytes_median']:.0f} bytes); {found['undecodable']} undecodable, "
        f"{found['unknown']} unknown."
    )
    yield " · ".join(f"{name} {value}" for name, value in told["machine"].items())


def _tell_core(told: Mapping[str, Any]) -> Iterator[str]:
    yield f"\nµs a message, mean of the core mix; best of {told['rounds']} rounds"
    for name, us in told["core_us"].items():
        yield f"  {name:40}{us:8.1f}"
    for name, ratio in told["ratios"].items():
        yield f"  {name:40}{ratio:7.1f}×"


def _tell_start(told: Mapping[str, Any]) -> Iterator[str]:
    start, held = told["start_s"], told["memory"]
    yield (
        f"\nimport of app.events {start['import_s']:.3f} s, the first event of each core method after "
        f"{start['first_events_s']:.3f} s more (best of 5 fresh interpreters)"
    )
    yield (
        f"{held['comments']:,} comments by regulars hold {held['regulars_mb']} MB, "
        f"by strangers {held['strangers_mb']} MB ({held['way']})"
    )


# What is measured, and how it is told to a person.
ACTIONS: Mapping[str, tuple[Measure, Lines]] = {
    "decode": (_measure_decoder, list_decoder_lines),
    "ui": (measure_asked, list_window_lines),
}
