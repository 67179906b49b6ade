"""Writes the window's part of docs/speed.md from what `sidestage bench ui --json` printed.

    python tests/bench/window_page.py AFTER.json [BEFORE.json]

With a second file, the same of an older state of the program, measured on the same machine, stands beside.
"""

import json
import sys
from pathlib import Path

from app.bench.ui.report import list_platforms

HEAD = (
    "| comments a second | CPU s per 1,000 | text box | ratio "
    "| frame gap p99, ms | max | to pixel p50, ms | p95 | p99 | lost |"
)
OTHERS = {
    "all_panes": "330, every pane in sight",
    "apart": "330, a filter and three panes popped out",
    "behind": "330, a long stream behind",
}
FIGURES = (
    "scrolled_up_cpu_share",
    "quit_ms",
    "start_ms",
    "resize_ms",
    "find_ms",
    "pictures_gap_ms",
    "pictures_came",
    "leaderboard_tick_ms",
    "memory_mb",
    "memory_own_mb",
)
RULE = "|---|" + "---:|" * 9
SECTION = """## The window

By `sidestage bench ui --json` and `tests/bench/window_page.py`; no figure by hand. The real program, fed by
another process over the real protocol, beside a bare QPlainTextEdit that appends the same lines in a
window of the same size.
"""


def main(after, before=None):
    """Print the section."""
    sys.stdout.write(
        "\n".join(page(*(json.loads(Path(file).read_text("utf-8")) for file in (after, before) if file)))
    )


def page(found, earlier=None):
    """The section's lines."""
    older = dict(list_platforms(earlier)) if earlier else {}
    yield SECTION
    for name, platform in list_platforms(found):
        yield from (*rates(name, platform), "", *bars(name, platform, older.get(name, {})), "")
    yield from (f"`{name}`: {meaning}.  " for name, meaning in found["notes"].items())


def rates(name, platform):
    """A table of the streams."""
    rows = {**platform.get("rates", {}), **{words: platform.get(part) for part, words in OTHERS.items()}}
    yield f"### On {name}\n"
    yield from (HEAD, RULE)
    for rate, row in rows.items():
        if row:
            gap, delay = row["frame_gap_ms"], row["socket_to_pixel_ms"]
            cells = (
                row["cpu_s_per_1000"],
                row["text_widget_cpu_s_per_1000"],
                row["cpu_ratio"],
                gap["p99"],
                gap["max"],
                delay["p50"],
                delay["p95"],
                delay["p99"],
                row["lost"],
            )
            yield f"| {rate} | {' | '.join(f'{cell:g}' for cell in cells)} |"


def bars(name, platform, earlier):
    """A table of the bars and of everything that is one figure."""
    yield f"| on {name} | bar | measured |{' before |' if earlier else ''}"
    yield "|---|---:|---:|" + ("---:|" if earlier else "")
    for bar, told in platform["bars"].items():
        old = f" {earlier['bars'].get(bar, {}).get('measured', '–')} |" if earlier else ""
        yield f"| {bar} | {told['most']:g} | {told['measured']:g} |{old}"
    for figure in FIGURES:
        if figure in platform:
            old = f" {told_of(earlier.get(figure, '–'))} |" if earlier else ""
            yield f"| {figure} | | {told_of(platform[figure])} |{old}"


def told_of(value):
    """One figure, or several with their names."""
    return (
        " · ".join(f"{name} {number:g}" for name, number in value.items())
        if isinstance(value, dict)
        else value
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
