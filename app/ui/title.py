"""The window's title, which stands in the task bar too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.phases import window_title
from app.ui.source import SECOND_MS, Line
from app.ui.text import clean

if TYPE_CHECKING:
    from app.state import RoomState

TITLE, NAME = "title", "name"


class TitleSource:
    """The state in a few words."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        return state.connection.revision, state.viewers.revision, now_ms // SECOND_MS

    def frame(self, state: RoomState, now_ms: int) -> str:
        """The title."""
        viewers = state.viewers.now if state.viewers.samples() else None
        return window_title(state.connection.status, viewers, now_ms)


class NameSource:
    """Who is followed."""

    def stamp(self, state: RoomState, now_ms: int) -> object:  # noqa: ARG002 - the interface of sources
        """Numbers to compare."""
        return state.connection.revision

    def frame(self, state: RoomState, now_ms: int) -> str:  # noqa: ARG002 - the interface of sources
        """@name, or nothing."""
        name = state.connection.status.unique_id
        return clean(f"@{name}") if name else ""


LINES = (Line(TITLE, TitleSource, SECOND_MS), Line(NAME, NameSource, 0))
