"""Comments flow in a window that shows all of its panes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bench.ui.acts import flow
from app.ui.wishes import ShowPane

if TYPE_CHECKING:
    from app.bench.ui.program import Act
    from app.ui.window import MainWindow


def play(window: MainWindow, settle_ms: int, cost_ms: int, watch_ms: int) -> Act:
    """Show what is hidden, then measure as in `flow`."""
    yield from flow.settle(window, 0)
    for name in window.arranger.movable:
        if not window.grants.is_granted(ShowPane(name)):
            window.grants.grant(ShowPane(name))
    return (yield from flow.play(window, settle_ms, cost_ms, watch_ms))
