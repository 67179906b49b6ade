"""All that is measured of the window, as one object for JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.bench.ui.bars import compare_with_bars
from app.bench.ui.figures import compute_spread_ms
from app.bench.ui.platforms import OFFSCREEN, open_platforms
from app.bench.ui.runs import Bench, Run, SentStream

RATES = (50.0, 330.0, 1_000.0, 5_000.0)
USUAL_RATE = 330.0
PEOPLE = (100, 50_000, 200_000)
FIND_ROWS = 100_000
MARKS = [100_000, 500_000, 1_000_000, 2_000_000]
STARTS = 5
ROUNDS = 3
TIMES = {"settle_ms": 2_000, "cost_ms": 4_500}
WATCH_MS = 4_000
EDGE_NS = 1_000_000_000  # of the watched time, in which a comment may be on its way
WINDOW_SIZE = {"width": 1280, "height": 800}  # both windows are equally large
NOTES = {
    "cpu_s_per_1000": "CPU seconds of the window's process per 1,000 comments; cheapest of three spans",
    "text_widget_cpu_s_per_1000": "of a bare QPlainTextEdit as large as our window with the same lines",
    "frame_gap_ms": "between two beats of a 5 ms timer in the window's loop: how long it was busy",
    "socket_to_pixel_ms": "from the feeding process's send to the end of the paint that shows it first",
    "lost": "comments sent while it was watched that the chat was never given",
    "hidden_cpu_share": "CPU of a minimized window at 330 comments a second, 1 is a core",
    "scrolled_up_cpu_share": "the same with the reader at the oldest row",
    "start_ratio": "process start to first painted window, compiled, by an empty PySide6 window's; best of 5",
    "quit_ms": "from closing the window to the end of the process",
    "resize_ms": "from a change of size to its paint, 1,000 rows in the chat",
    "find_ms": "from a word in the find bar to its hits in 100,000 rows; `open`: until one can type",
    "leaderboard_tick_ms": "a look at a changed leaderboard and its paint, by people on it",
    "pictures_gap_ms": "frame gap while 50 people not seen before write within a second; best of 3 seconds",
    "pictures_came": "of 150 pictures of theirs",
    "memory_mb": "resident, fonts' files too, by events of the built-in server's script at 330 a second",
    "memory_own_mb": "of that what is of no file; pages of files are the system's, which can drop them",
    "apart": "330 comments a second, only comments shown, three panes in windows of their own",
    "all_panes": "330 comments a second with every pane in sight",
    "behind": "330 comments a second after 50,000 givers, 50,000 gifts and a day of viewer counts",
}


@dataclass(frozen=True)
class BenchPlan:
    """What is to be measured.

    Attributes:
        rates: comments a second.
        parts: names of `PARTS`, empty for the usual ones.
    """

    rates: Sequence[float] = RATES
    parts: Sequence[str] = ()


def measure_window(wish: BenchPlan) -> dict[str, Any]:
    """Measure on every platform there is; the first's figures stand at the top, others below their name."""
    found: dict[str, Any] = {}
    with open_platforms() as platforms:
        for name, environment in platforms:
            measured = _measure_platform(name, Bench(environment), wish)
            found |= {name: measured} if found else measured
    return {**found, "notes": NOTES}


def list_platforms(found: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each platform's figures by its name, from what `measure_window` gives."""
    yield found["platform"], found
    yield from (
        (name, part) for name, part in found.items() if isinstance(part, Mapping) and "platform" in part
    )


def _measure_platform(name: str, bench: Bench, wish: BenchPlan) -> dict[str, Any]:
    measured: dict[str, Any] = {"platform": name}
    for part in wish.parts or USUAL_PARTS:
        if name == OFFSCREEN or part in SEEN_PARTS:
            measured |= PARTS[part](bench, wish)
    return measured | {"bars": compare_with_bars(measured)}


def _measure_rates(bench: Bench, wish: BenchPlan) -> dict[str, Any]:
    return {"rates": {f"{rate:g}": _measure_rate(bench, rate, "flow") for rate in wish.rates}}


def _measure_stream(act: str) -> Callable[[Bench, BenchPlan], dict[str, Any]]:
    """Of a stream of another kind than those of `rates`."""
    return lambda bench, _wish: {act: _measure_rate(bench, USUAL_RATE, act)}


def _measure_rate(bench: Bench, rate: float, act: str) -> dict[str, Any]:
    with bench.open_feed("wire", rate) as feed:
        run = bench.play(act, feed, **TIMES, watch_ms=WATCH_MS)
    with bench.open_feed("lines", rate) as lines:
        text = bench.fill_text_box(lines, **TIMES, **WINDOW_SIZE)
    ours, theirs = (1_000 * one["cpu_s"] / one["events"] for one in (run.found, text))
    return {
        "cpu_s_per_1000": round(ours, 4),
        "text_widget_cpu_s_per_1000": round(theirs, 4),
        "cpu_ratio": round(ours / theirs, 2),
        "frame_gap_ms": run.found["frame_gap_ms"],
        "socket_to_pixel_ms": _compute_delays(feed, run),
        "lost": _count_lost(feed, run),
    }


def _compute_delays(feed: SentStream, run: Run) -> dict[str, float]:
    sent = dict(feed.sent)
    painted: list[tuple[int, int]] = run.found["painted_ns"]
    return compute_spread_ms([at_ns - sent[number] for number, at_ns in painted if number in sent])


def _count_lost(feed: SentStream, run: Run) -> int:
    begin_ns, end_ns = run.found["watched_ns"]
    due = {number for number, at_ns in feed.sent if begin_ns + EDGE_NS < at_ns < end_ns - EDGE_NS}
    return len(due.difference(run.found["shown"]))


def _measure_share(way: str) -> Callable[[Bench, BenchPlan], dict[str, Any]]:
    def measure(bench: Bench, _wish: BenchPlan) -> dict[str, Any]:
        with bench.open_feed("wire", USUAL_RATE) as feed:
            found = bench.play("share", feed, way=way, **TIMES).found
        return {f"{way}_cpu_share": round(found["cpu_s"] / found["wall_s"], 4)}

    return measure


def _measure_start(bench: Bench, _wish: BenchPlan) -> dict[str, Any]:
    """One of each in turn, so that what else the machine does hits both alike."""
    with bench.keep_compiled() as starting:
        pairs = [(starting.play("start"), starting.open_bare()) for _ in range(STARTS)]
    ours, bare = (min(run.start_ms for run in runs) for runs in zip(*pairs, strict=True))
    return {
        "start_ratio": round(ours / bare, 2),
        "start_ms": {"window": round(ours, 1), "bare": round(bare, 1)},
        "quit_ms": round(min(run.quit_ms for run, _ in pairs), 1),
    }


def _measure_resize(bench: Bench, _wish: BenchPlan) -> dict[str, Any]:
    return {"resize_ms": bench.play_in_room("resize").found["resize_ms"]}


def _measure_leaderboard(bench: Bench, _wish: BenchPlan) -> dict[str, Any]:
    runs = {str(people): bench.play_in_room("leaderboard", people=people) for people in PEOPLE}
    ticks = {people: run.found["tick_ms"] for people, run in runs.items()}
    return {"leaderboard_tick_ms": ticks}


def _measure_find(bench: Bench, _wish: BenchPlan) -> dict[str, Any]:
    return {"find_ms": bench.play_in_room("find", rows=FIND_ROWS).found["find_ms"]}


def _measure_pictures(bench: Bench, _wish: BenchPlan) -> dict[str, Any]:
    found = bench.play_in_room("pictures", rounds=ROUNDS).found
    return {name: found[name] for name in ("pictures_gap_ms", "pictures_came")}


def _measure_memory(bench: Bench, _wish: BenchPlan) -> dict[str, Any]:
    found = bench.play_in_room("memory", marks=MARKS).found
    return {name: found[name] for name in ("memory_mb", "memory_own_mb")}


PARTS: Mapping[str, Callable[[Bench, BenchPlan], dict[str, Any]]] = {
    "rates": _measure_rates,
    "all_panes": _measure_stream("all_panes"),
    "behind": _measure_stream("behind"),
    "apart": _measure_stream("apart"),
    "hidden": _measure_share("hidden"),
    "scrolled_up": _measure_share("scrolled_up"),
    "start": _measure_start,
    "resize": _measure_resize,
    "find": _measure_find,
    "leaderboard": _measure_leaderboard,
    "pictures": _measure_pictures,
    "memory": _measure_memory,
}
# The others are measured when they are asked for: the usual ones take ten minutes.
USUAL_PARTS = tuple(part for part in PARTS if part not in ("all_panes", "apart"))
# What depends on how pixels reach the screen.
SEEN_PARTS = ("rates", "all_panes", "behind", "apart", "hidden", "scrolled_up", "start", "resize", "pictures")
