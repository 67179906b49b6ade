"""How much memory comments hold; run in a process of its own by app.bench.fresh.

Told is by how much the process grew (`resident`), which includes what the reader's C code keeps; where the
system does not say, what Python's allocator was asked for (`traced`, by tracemalloc).
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

from app.bench.messages import Cast
from app.events.decode.table import decode
from app.protocol.message import Message
from app.record.capture import read_messages

MEMORY_FILE = Path("/proc/self/statm")
RESIDENT_FIELD = 1
WARMING = 2_000
TAIL = 2.6  # exponent; as in the built-in server's audience
FIRST_ID = 7_300_000_000_000_000_000


def main(comments: str, people: str) -> None:
    """Read comments from standard input; print the MB that so many events about so many people hold."""
    messages = make_comments(Cast(read_messages(sys.stdin.buffer)), int(comments), int(people))
    deque(map(decode, islice(messages, WARMING)), maxlen=0)
    way = "resident" if MEMORY_FILE.exists() else "traced"
    before = START[way]()
    kept = list(map(decode, messages))
    grown = SIZE[way]() - before
    sys.stdout.write(json.dumps({"way": way, "comments": len(kept), "mb": round(grown / 1e6, 1)}))


def make_comments(chats: Cast, count: int, people: int) -> Iterator[Message]:
    """Every captured comment equally often; few of the people are busy and most are quiet, as in a room."""
    chance = Random(1)  # noqa: S311 - a play, not a secret
    for number in range(1, count + WARMING + 1):
        each, place = divmod(number, len(chats))
        turn = each if people >= count else int(people / len(chats) * chance.random() ** TAIL)
        yield replace(chats.change_one(place, turn), msg_id=FIRST_ID + number)


def _start_tracing() -> int:
    tracemalloc.start()
    return _measure_traced_bytes()


def _measure_traced_bytes() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def _measure_resident_bytes() -> int:
    gc.collect()
    return int(MEMORY_FILE.read_text().split()[RESIDENT_FIELD]) * os.sysconf("SC_PAGE_SIZE")


START: dict[str, Callable[[], int]] = {"traced": _start_tracing, "resident": _measure_resident_bytes}
SIZE: dict[str, Callable[[], int]] = {"traced": _measure_traced_bytes, "resident": _measure_resident_bytes}
