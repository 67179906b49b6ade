"""What was measured, as tables: one row a client, µs a message of the core mix, ratios to ours."""

import os
import platform
import time
from collections import Counter
from pathlib import Path

from app import __version__
from app.bench.messages import CORE
from app.protocol.methods import normalise

SHORT = tuple(name.removeprefix("Webcast").removesuffix("Message") for name in CORE)
HEAD = ("client", "runtime", "decoded", "unknown", "failed", "core mix, µs", "× Sidestage")
METHODS_HEAD = ("client", *SHORT)
RULES = """Sidestage: people seen before, as most are in a room; everybody new: no pass names anybody whom \
an earlier pass named. A client's time counts only for core messages that it decodes; its ratio is to \
Sidestage on the same messages.

Timed is one public call a message, from bytes to what the client's user gets, without network or listeners: \
TikTokLive the parse of the mapped event class, piratetok-live-py its router (which gives the same for what \
it does not know and what it cannot read), tiktok-live-connector deserializeMessage, Sidestage decode. \
Python with its garbage collector on; Node warm."""


def best_us(runner, places):
    """Mean µs a message of the shortest pass over the messages at these places."""
    if not places:
        return None
    return min(sum(took[at] for at in places) for took in runner.passes) / len(places) / 1000


def decoded(runner, places):
    return [at for at in places if runner.told["outcomes"][at] == "decoded"]


def list_places(rows, *names):
    return [at for at, row in enumerate(rows) if normalise(row["method"]) in names]


def shown(us):
    return "–" if us is None else f"{us:,.1f}"


def summary(rows, runners):
    """One row a client. A client is compared on those core messages that it decodes, with us on the same."""
    ours = runners[0]
    for runner in runners:
        places = decoded(runner, list_places(rows, *CORE))
        counts = Counter(runner.told["outcomes"])
        us = best_us(runner, places)
        ratio = us and us / best_us(ours, places)
        cells = (str(counts[kind]) for kind in ("decoded", "unknown", "failed"))
        yield runner.name, runner.told["runtime"], *cells, shown(us), shown(ratio)


def by_method(rows, runners):
    """One row a client, µs a message of each method of the core mix; those that it decodes."""
    for runner in runners:
        groups = (decoded(runner, list_places(rows, name)) for name in CORE)
        yield runner.name, *(shown(best_us(runner, group)) for group in groups)


def facts(rows, runners, rounds):
    """Sentences about what was measured, where and with what."""
    methods = {normalise(row["method"]) for row in rows}
    core = len(list_places(rows, *CORE))
    yield (
        f"{len(rows):,} captured messages of {len(methods)} methods, {core} of them of the core mix "
        f"({', '.join(SHORT)}), each counted once, shuffled. One run of {rounds} rounds; in each, every "
        "client had one turn of a second, or of one pass where that takes longer. The shortest pass counts."
    )
    yield f"{time.strftime('%Y-%m-%d')}, {machine()}, Sidestage {__version__}. With: {packages(runners)}."
    yield RULES


def packages(runners):
    """The packages that came with each client, with versions."""
    return "; ".join(f"{runner.name}: {others}" for runner in runners if (others := brought(runner)))


def brought(runner):
    told = runner.told["versions"].items()
    return ", ".join(f"{name} {number}" for name, number in told if number not in runner.name)


def machine():
    cores = f"{os.cpu_count()} cores, {platform.system()}"
    described = Path("/proc/cpuinfo")
    lines = described.read_text().splitlines() if described.exists() else []
    models = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return f"{models[0] if models else platform.machine()}, {cores}"


def plain(rows, runners, missing, rounds):
    """For a terminal."""
    yield from (f"{line}\n" for line in facts(rows, runners, rounds))
    yield from aligned([HEAD, *summary(rows, runners)])
    yield "\nµs a message of each method"
    yield from aligned([METHODS_HEAD, *by_method(rows, runners)])
    yield from (f"{name}: not measured, {reason}" for name, reason in missing.items())


def aligned(table):
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for first, *cells in table:
        padded = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *padded])


def markdown(rows, runners, missing, rounds):
    """For a page of the docs."""
    yield from (f"{line}\n" for line in facts(rows, runners, rounds))
    yield from piped([HEAD, *summary(rows, runners)], texts=2)
    yield "\nµs a message of each method:\n"
    yield from piped([METHODS_HEAD, *by_method(rows, runners)])
    yield from (f"\n{name}: not measured, {reason}." for name, reason in missing.items())


def alone(told):
    """What `sidestage bench decode` measures, for a page of the docs."""
    notes, start, held = told["notes"], told["start_s"], told["memory"]
    ways = [(name, notes[name], f"{us:,.1f}") for name, us in told["core_us"].items()]
    yield from piped([("way", "what it is", "core mix, µs"), *ways], texts=2)
    yield f"\n{told['rounds']} rounds: {notes['time']}.\n"
    yield (
        f"`import app.events` takes {start['import_s']:.3f} s in a fresh interpreter, one event of each core "
        f"method {start['first_events_s']:.3f} s more (best of 5).\n"
    )
    yield (
        f"{held['comments']:,} comment events hold {held['regulars_mb']} MB when regulars write them, "
        f"{held['strangers_mb']} MB when each is by a stranger ({held['way']}): {notes['memory']}."
    )


def piped(table, texts=1):
    """The first columns hold texts, the others numbers."""
    head, *body = table
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * texts}{'---:|' * (len(head) - texts)}"
    yield from (f"| {' | '.join(row)} |" for row in body)
