"""Times several ways of doing the same in turn, so that what else the machine does hits all of them alike."""

from __future__ import annotations

import gc
import math
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import Any, TypeAlias, TypeVar

# A piece of work is a function and its one argument; every way of reading pays for the same loop around it.
Work: TypeAlias = Sequence[tuple[Callable[[Any], object], object]]
# Makes the work of a round; called outside of the measured time.
Probe: TypeAlias = Callable[[int], Work]

Key = TypeVar("Key")

LEAST_ROUNDS = 3


def measure_best_us(probes: Mapping[Key, Probe], seconds: float) -> tuple[dict[Key, float], int]:
    """The shortest time of every probe, in µs per piece of work, and how many rounds there were.

    Each round runs every probe once. Round 0 warms caches and is not counted. Python's garbage collector is
    emptied before each round and runs while it is timed, as in the program.
    """
    best = dict.fromkeys(probes, math.inf)
    until, turn = perf_counter() + seconds, 0
    while turn <= LEAST_ROUNDS or perf_counter() < until:
        gc.collect()
        for name, probe in probes.items():
            took = _time_round(probe(turn))
            if turn:
                best[name] = min(best[name], took)
        turn += 1
    return best, turn - 1


def _time_round(work: Work) -> float:
    begin = perf_counter()
    for do, what in work:
        do(what)
    return (perf_counter() - begin) / len(work) * 1e6
