"""Comments flow: what they cost, how long the loop is busy, when each is painted, whether one is lost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from app.bench.ui.figures import compute_spread_ms
from app.bench.ui.spans import measure_spans
from app.bench.ui.watches import PaintWatch, Pulse
from app.ui.panes.chat.pane import ChatPane

if TYPE_CHECKING:
    from app.bench.ui.program import Act, Steps
    from app.ui.panes.chat.source import ChatFrame
    from app.ui.window import MainWindow

FLOWING = 30  # rows, so many that the chat scrolls
LOOK_MS = 20


def play(window: MainWindow, settle_ms: int, cost_ms: int, watch_ms: int) -> Act:
    """First the cost, with nobody watching; then gaps, paints and losses."""
    yield from settle(window, settle_ms)
    cost = yield from measure_cost(window, cost_ms)
    watched = FlowWatch(window)
    yield watch_ms
    return cost | watched.finish() | {"width": window.width(), "height": window.height()}


def enter_room(window: MainWindow) -> Steps:
    """Wait until the room is there: before, a page lies over the panes, and none of them is looked at."""
    view = window.find_pane(ChatPane).view
    while not view.isVisible():
        yield LOOK_MS


def settle(window: MainWindow, settle_ms: int) -> Steps:
    """Wait until the stream flows, then so many ms more."""
    while window.feed.room.state.chat.newest < FLOWING:
        yield LOOK_MS
    yield settle_ms


def measure_cost(window: MainWindow, cost_ms: int) -> Act:
    """CPU seconds, wall seconds and events of the cheapest span within so many ms."""
    return (yield from measure_spans(lambda: window.feed.room.state.chat.newest, cost_ms))


class FlowWatch:
    """Notes what is shown and painted from now on."""

    def __init__(self, window: MainWindow) -> None:
        self._view = window.find_pane(ChatPane).view
        self._newest = self._view.rows.newest
        self._shown: set[int] = set()
        self._painted_ns: dict[int, int] = {}
        self._begin_ns = time.monotonic_ns()
        self._frames = window.feed.channels["chat"].frames
        self._frames.connect(self._note_shown)
        self._pulse, self._watch = Pulse(window), PaintWatch(window, self._note_painted)

    def finish(self) -> dict[str, Any]:
        """Stop watching; gives what was seen, comments by message id."""
        self._pulse.stop()
        self._watch.stop()
        self._frames.disconnect(self._note_shown)
        return {
            "frame_gap_ms": compute_spread_ms(self._pulse.gaps_ns),
            "painted_ns": list(self._painted_ns.items()),
            "shown": sorted(self._shown),
            "watched_ns": (self._begin_ns, time.monotonic_ns()),
        }

    def _note_shown(self, frame: ChatFrame) -> None:
        self._shown.update(row.msg_id for row in frame.rows)

    def _note_painted(self) -> None:
        """Every row in view was painted now at the latest."""
        now_ns, rows = time.monotonic_ns(), self._view.rows.rows
        for row in reversed(rows[max(0, self._view.rowAt(0)) :]):
            if row.seq <= self._newest:
                break
            self._painted_ns[row.msg_id] = now_ns
        self._newest = self._view.rows.newest
