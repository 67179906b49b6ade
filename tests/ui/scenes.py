"""Rooms to look at: the program's own scenes, and all that its documents say of failures."""

import re
from functools import partial
from pathlib import Path

from app.desktop.scenes.cast import CAST, HOST, LINES, NOW, RIVAL, TITLE
from app.desktop.scenes.failures import keep_trying as trying
from app.desktop.scenes.failures import stop as stopped
from app.desktop.scenes.happenings import invent_comment as comment
from app.desktop.scenes.happenings import invent_gift as gift
from app.desktop.scenes.happenings import make_connected as connected
from app.desktop.scenes.rooms import ROOMS as SCENES
from app.desktop.scenes.rooms import play_events as room
from app.desktop.scenes.stage import Stage
from app.errors import list_kinds

__all__ = [
    "CAST",
    "CODES",
    "FAILURES",
    "HOST",
    "LINES",
    "NOW",
    "RIVAL",
    "SCENES",
    "TITLE",
    "Stage",
    "comment",
    "connected",
    "gift",
    "room",
    "stopped",
    "trying",
]


def fail_as_documented(row):
    """A row of docs/failures.md, which is what the program really said."""
    _, _, code, said, next_step = row
    first, stop, hint = said.replace("@demo", "@mira.plays").partition(". ")
    if next_step == "stops":
        return stopped(code, first + stop.rstrip(), hint)
    wait = re.search(r"(\d+) s\)", next_step)
    return trying(code, first + stop.rstrip(), hint, delay_s=float(wait[1]) if wait else 60.0)


def read_failures():
    """By fault the rows of docs/failures.md that end in a failure."""
    rows = [
        line.strip("|\n ").split(" | ")
        for line in FAILURES_PAGE.read_text("utf-8").splitlines()
        if "|" in line
    ]
    cells = [[cell.strip("` ") for cell in row] for row in rows if len(row) == CELLS]
    ends = ("stops", "tries again", "waits", "looks again")
    return {row[0]: row for row in cells if row[-1].startswith(ends) and row[2]}


FAILURES_PAGE, CELLS = Path(__file__).resolve().parents[2] / "docs" / "failures.md", 5
FAILURES = {fault: partial(fail_as_documented, row) for fault, row in read_failures().items()}
# Whatever code there may be, also of failures that no fault of the built-in server plays.
CODES = sorted({kind.code for kind in list_kinds()})
