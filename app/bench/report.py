"""All that is measured, as one object for JSON."""

from __future__ import annotations

import platform
import statistics
from collections import Counter
from collections.abc import Mapping
from importlib.metadata import version
from itertools import groupby
from typing import Any

from google.protobuf.internal import api_implementation

from app import __version__
from app.bench.fresh import COMMENTS, PEOPLE, measure_memory, measure_start
from app.bench.messages import CHAT, Batch
from app.bench.probes import FRAME_OF, make_core_probes, make_method_probes, make_room_frames
from app.bench.reference import ABSENT
from app.bench.rounds import measure_best_us
from app.events.decode.table import decode

SLOW = "betterproto2"
CORE_SHARE = 0.6  # of the time; the rest is for the methods
NOTES = {
    "core": "mean of one decode of every captured message of the core mix, each counted once, shuffled",
    "event": "bytes to typed event, people seen before",
    "event_new_people": "the same, every person of every message seen for the first time",
    "upb": "the reader alone: protobuf's C decoder with the descriptors of proto/",
    "betterproto2": "the generated class's full parse, same messages, same run",
    "receive": f"frames of {FRAME_OF} messages to messages, per message; not yet decoded",
    "receive_gzip": "the same, frames gzipped",
    "time": "shortest of all rounds, every way once a round; garbage collector on, emptied before each round",
    "memory": "what a fresh process holds for comment events, MB of 1,000,000 bytes; every captured comment "
    f"equally often; regulars: by {PEOPLE:,} people, few of them busy; strangers: each by somebody new; "
    "resident: growth of the process, traced: Python's own allocations (tracemalloc)",
}


def measure(batch: Batch, seconds: float, comments: int = COMMENTS) -> dict[str, Any]:
    """Measure; `seconds` is what the timed rounds may take, the fresh interpreters come on top."""
    core_us, rounds = _measure_core_us(batch, seconds * CORE_SHARE)
    return {
        "messages": _describe(batch),
        "machine": _describe_machine(),
        "rounds": rounds,
        "core_us": core_us,
        "ratios": _compute_ratios(core_us),
        "methods": _measure_methods_us(batch, seconds * (1 - CORE_SHARE)),
        "start_s": measure_start(batch.core),
        "memory": measure_memory([message for message in batch.core if message.method == CHAT], comments),
        "notes": NOTES if SLOW in core_us else NOTES | {SLOW: ABSENT},
    }


def _compute_ratios(core_us: Mapping[str, float]) -> dict[str, float]:
    if SLOW not in core_us:
        return {}
    return {f"{SLOW}/{fast}": core_us[SLOW] / core_us[fast] for fast in ("event", "upb")}


def _measure_core_us(batch: Batch, seconds: float) -> tuple[dict[str, float], int]:
    best, rounds = measure_best_us(make_core_probes(batch), seconds)
    core = batch.core
    frames_per_message = len(make_room_frames(core)) / len(core)
    received = {name: us * frames_per_message for name, us in best.items() if name.startswith("receive")}
    return best | received, rounds


def _measure_methods_us(batch: Batch, seconds: float) -> dict[str, dict[str, float]]:
    """Per method: how many, their median size, and µs a message of each way."""
    ordered = sorted(batch.messages, key=lambda message: message.method)
    groups = {method: tuple(group) for method, group in groupby(ordered, lambda message: message.method)}
    probes = {
        (method, name): probe
        for method, group in groups.items()
        for name, probe in make_method_probes(group).items()
    }
    best, _ = measure_best_us(probes, seconds)
    told: dict[str, dict[str, float]] = {
        method: {"count": len(group), "bytes": statistics.median(len(one.payload) for one in group)}
        for method, group in groups.items()
    }
    for (method, name), us in best.items():
        told[method][name] = us
    return told


def _describe(batch: Batch) -> dict[str, Any]:
    kinds = Counter(decode(message).type for message in batch.messages)
    return {
        "source": batch.source,
        "count": len(batch.messages),
        "core_count": len(batch.core),
        "core_bytes_median": statistics.median(len(message.payload) for message in batch.core),
        "undecodable": kinds["undecodable"],
        "unknown": kinds["unknown"],
    }


def _describe_machine() -> dict[str, str]:
    return {
        "sidestage": __version__,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "protobuf": f"{version('protobuf')} ({api_implementation.Type()})",
        "betterproto2": version("betterproto2"),
    }
