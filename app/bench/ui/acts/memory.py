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
RESIDENT_FIELD, FILES_FIELD = 1, 2
RATE = 330.0
AT_ONCE = 1_000  # events between two looks at the window
LOOK_MS = 34


def play(window: MainWindow, marks: list[int]) -> Act:
    """Let so many events come, one after the other, and weigh the process at each mark.

    The clock of the events is that of the script: two million are 100 minutes at 330 a second. Weighed is
    all that is resident, pages of libraries and fonts among it, and beside that what is of no file.
    """
    yield from enter_room(window)
    messages, count = read_script(RATE, window.feed.room.now_ms()), 0
    weighed: dict[str, dict[str, float]] = {"memory_mb": {}, "memory_own_mb": {}}
    state = window.feed.room.state
    for mark in marks:
        while count < mark:
            for message in islice(messages, min(AT_ONCE, mark - count)):
                event = decode(message)
                state.apply(event, event.at_ms)
            count = min(mark, count + AT_ONCE)
            yield 0
        yield LOOK_MS
        weighed["memory_mb"][str(mark)], weighed["memory_own_mb"][str(mark)] = read_memory_mb()
    messages.close()
    return weighed


def read_memory_mb() -> tuple[float, float]:
    """What of the process is resident, and what of that is of no file, MB of 1,000,000 bytes."""
    gc.collect()
    told = MEMORY_FILE.read_text().split()
    resident, of_files = int(told[RESIDENT_FIELD]), int(told[FILES_FIELD])
    page_mb = os.sysconf("SC_PAGE_SIZE") / 1e6
    return round(resident * page_mb, 1), round((resident - of_files) * page_mb, 1)
