"""`sidestage bench ui`: which parts are measured, and their table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.bench.ui.report import PARTS, RATES, BenchPlan, list_platforms, measure_window
from app.cli.options import Options
from app.errors import UsageError
from app.words import commands as words

RATE_HEAD = (
    f"{'comments/s':>12}{'CPU s/1,000':>13}{'text box':>10}{'ratio':>8}{'gap p99':>9}{'max':>8}"
    f"{'to pixel p50':>14}{'p95':>8}{'p99':>8}{'lost':>6}"
)
OTHERS = {  # streams of another kind, by part
    "all_panes": "all panes",
    "apart": "three panes out",
    "behind": "long stream",
}
SINGLE = (
    *("hidden_cpu_share", "scrolled_up_cpu_share", "start_ratio", "start_ms", "quit_ms"),
    *("resize_ms", "find_ms", "pictures_gap_ms", "pictures_came", "leaderboard_tick_ms"),
    *("memory_mb", "memory_own_mb"),
)


def measure_asked(options: Options) -> dict[str, Any]:
    """Measure what the command line asks for.

    Raises:
        UsageError: there is no such part.
    """
    for part in options.parts or ():
        if part not in PARTS:
            raise UsageError(words.NO_PART.fill(part=part), hint=words.THERE_ARE.fill(names=", ".join(PARTS)))
    return measure_window(BenchPlan(options.rates or RATES, options.parts or ()))


def list_window_lines(found: Mapping[str, Any]) -> Iterator[str]:
    """The figures for a person to read, by platform."""
    for where, platform in list_platforms(found):
        yield f"On {where}:"
        yield from _list_rates(platform)
        yield from (f"  {name:24}{_write_figure(platform[name])}" for name in SINGLE if name in platform)
        for name, bar in platform["bars"].items():
            verdict = "holds" if bar["holds"] else "does not hold"
            yield f"  {name:48}{bar['measured']:>9g} of {bar['most']:g}: {verdict}"
        yield ""
    yield from (f"{name}: {meaning}" for name, meaning in found["notes"].items())


def _list_rates(platform: Mapping[str, Any]) -> Iterator[str]:
    rows = dict(platform.get("rates", {}))
    rows |= {words: platform[part] for part, words in OTHERS.items() if part in platform}
    if not rows:
        return
    yield RATE_HEAD
    for rate, row in rows.items():
        gap, delay = row["frame_gap_ms"], row["socket_to_pixel_ms"]
        yield (
            f"{rate:>12}{row['cpu_s_per_1000']:13.3f}{row['text_widget_cpu_s_per_1000']:10.3f}"
            f"{row['cpu_ratio']:8.2f}{gap['p99']:9.1f}{gap['max']:8.1f}"
            f"{delay['p50']:14.1f}{delay['p95']:8.1f}{delay['p99']:8.1f}{row['lost']:6}"
        )


def _write_figure(value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(f"{name} {number}" for name, number in value.items())
    return str(value)
