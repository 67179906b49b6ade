"""What the window costs while it is hidden, or while its reader is elsewhere in the chat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.bench.ui.acts.flow import measure_cost, settle
from app.ui.panes.chat.pane import ChatPane

if TYPE_CHECKING:
    from app.bench.ui.program import Act
    from app.ui.window import MainWindow

WAYS: dict[str, Callable[[MainWindow], None]] = {
    "hidden": lambda window: window.showMinimized(),
    "scrolled_up": lambda window: window.find_pane(ChatPane).view.verticalScrollBar().setValue(0),
}


def play(window: MainWindow, way: str, settle_ms: int, cost_ms: int) -> Act:
    """Hide the window or scroll up, then measure."""
    yield from settle(window, settle_ms)
    WAYS[way](window)
    yield settle_ms
    return (yield from measure_cost(window, cost_ms))
