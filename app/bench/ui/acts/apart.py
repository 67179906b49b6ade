"""Comments flow while only comments are shown and three panes have windows of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bench.ui.acts import flow
from app.ui.panes.chat.pane import ChatPane
from app.ui.wishes import PopOut

if TYPE_CHECKING:
    from app.bench.ui.program import Act
    from app.ui.window import MainWindow

FILTER, OUT = "chat", ("leaders", "gifts", "viewers")


def play(window: MainWindow, settle_ms: int, cost_ms: int, watch_ms: int) -> Act:
    """Choose the filter, take the panes out, then measure as in `flow`; pictures and emotes come, too."""
    yield from flow.settle(window, 0)
    window.find_pane(ChatPane).filters.choose(FILTER)
    for name in OUT:
        window.grants.grant(PopOut(name))
    return (yield from flow.play(window, settle_ms, cost_ms, watch_ms))
