"""The window's title, which stands in the task bar too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.phases import window_title
from app.ui.source import SECOND_MS, Line

if TYPE_CHECKING:
    from app.state import RoomState

TITLE = "title"


class TitleSource:
    """The state in a few words."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        return state.connection.revision, state.viewers.revision, now_ms // SECOND_MS

    def frame(self, state: RoomState, now_ms: int) -> str:
        """The title."""
        viewers = state.viewers.now if state.viewers.samples() else None
        return window_title(state.connection.status, viewers, now_ms)


TITLE_LINE = Line(TITLE, TitleSource, SECOND_MS)
