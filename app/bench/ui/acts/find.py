"""How long it takes to find a word in all that the chat keeps."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from app.bench.ui.acts.flow import enter_room
from app.events import User
from app.state import ChatRow
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.source import ChatFrame

if TYPE_CHECKING:
    from app.bench.ui.program import Act
    from app.ui.window import MainWindow

WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
NEEDLES = ("person 7", "e", "fourteen", "nobody", "five six", "99", "x")


def play(window: MainWindow, rows: int) -> Act:
    """Fill the chat, open the find bar, which prepares all rows, then look for one thing after the other."""
    yield from enter_room(window)
    pane, now_ms = window.find_pane(ChatPane), window.feed.room.now_ms()
    window.feed.stop()
    pane.view.keep(rows)
    pane.present(ChatFrame(make_rows(rows, now_ms), is_fresh=True))
    yield 0
    begin_s = time.perf_counter()
    pane.open_find()
    open_ms, took = (time.perf_counter() - begin_s) * 1_000, []
    for needle in NEEDLES:
        begin_s = time.perf_counter()
        pane.search.bar.field.setText(needle)
        took.append((time.perf_counter() - begin_s) * 1_000)
        yield 0
    figures = {"open": open_ms, "p50": statistics.median(took), "max": max(took)}
    return {"find_ms": {name: round(ms, 1) for name, ms in figures.items()}}


def make_rows(count: int, now_ms: int) -> list[ChatRow]:
    """So many comments of 5,000 people."""
    people = [User(id=number, nickname=f"Person {number}") for number in range(1, 5_000)]
    return [
        ChatRow(now_ms, "comment", people[seq % len(people)], WORDS[: 5 + seq * 7 % len(WORDS)], seq=seq)
        for seq in range(1, count + 1)
    ]
