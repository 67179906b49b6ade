"""How much memory the program holds after so many events of a room that goes on and on."""

from __future__ import annotations

import gc
import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from app.bench.ui.acts.flow import enter_room
from app.bench.ui.script import read_script
from app.events.decode.table import decode

if TYPE_CHECKING:
    from app.bench.ui.program import Act
    from app.ui.window import MainWindow

MEMORY_FILE = Path("/proc/self/statm")
RESIDENT_FIELD = 1
RATE = 330.0
AT_ONCE = 1_000  # events between two looks at the window
LOOK_MS = 34


def play(window: MainWindow, marks: list[int]) -> Act:
    """Let so many events come, one after the other, and weigh the process at each mark.

    The clock of the events is that of the script: two million are 100 minutes at 330 a second.
    """
    yield from enter_room(window)
    messages, count = read_script(RATE, window.feed.room.now_ms()), 0
    weighed: dict[str, float] = {}
    state = window.feed.room.state
    for mark in marks:
        while count < mark:
            for message in islice(messages, min(AT_ONCE, mark - count)):
                event = decode(message)
                state.apply(event, event.at_ms)
            count = min(mark, count + AT_ONCE)
            yield 0
        yield LOOK_MS
        weighed[str(mark)] = read_resident_mb()
    messages.close()
    return {"memory_mb": weighed}


def read_resident_mb() -> float:
    """What the process holds, MB of 1,000,000 bytes."""
    gc.collect()
    pages = int(MEMORY_FILE.read_text().split()[RESIDENT_FIELD])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)
