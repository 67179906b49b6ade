"""The window's title, which stands in the task bar too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.state.status import ON_AIR as PHASES_ON_AIR
from app.ui.phases import write_window_title
from app.ui.source import SECOND_MS, FeedLine
from app.ui.text import write_handle
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.state import RoomState

TITLE, NAME, ON_AIR = "title", "name", "on_air"


class TitleSource:
    """The state in a few words."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        return state.connection.revision, state.viewers.revision, now_ms // SECOND_MS

    def frame(self, state: RoomState, now_ms: int) -> str:
        """The title."""
        viewers = state.viewers.now if state.viewers.list_samples() else None
        return write_window_title(state.connection.status, viewers, now_ms)


class NameSource:
    """Who is followed."""

    def stamp(self, state: RoomState, now_ms: int) -> object:  # noqa: ARG002 - the interface of sources
        """Numbers to compare."""
        return state.connection.revision

    def frame(self, state: RoomState, now_ms: int) -> str:  # noqa: ARG002 - the interface of sources
        """@name, or nothing."""
        return write_handle(state.connection.status.unique_id)


class OnAirSource:
    """Whether a room is followed that is on air."""

    def stamp(self, state: RoomState, now_ms: int) -> object:  # noqa: ARG002 - the interface of sources
        """What it says."""
        return state.connection.status.phase in PHASES_ON_AIR

    def frame(self, state: RoomState, now_ms: int) -> bool:  # noqa: ARG002 - the interface of sources
        """Yes or no."""
        return state.connection.status.phase in PHASES_ON_AIR


LINES = (
    FeedLine(TITLE, TitleSource, SECOND_MS),
    FeedLine(NAME, NameSource, 0),
    FeedLine(ON_AIR, OnAirSource, 0),
)


def entitle(window: QWidget, title: str) -> None:
    """Give a window its title, if it has another."""
    shown = show(title)
    if shown != window.windowTitle():
        window.setWindowTitle(shown)
