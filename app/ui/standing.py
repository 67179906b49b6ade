"""How the connection stands, as several panes are given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.state import Status
from app.ui.phases import current_quota, is_stalled, quota_line
from app.ui.source import SECOND_MS

if TYPE_CHECKING:
    from app.state import RoomState


@value
class Standing:
    """The status at a moment.

    Attributes:
        target: whom the user wanted to follow, as typed.
    """

    status: Status
    now_ms: int
    target: str = ""


class StandingSource:
    """News when the status changes, and once a second: a countdown may run."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        connection = state.connection
        return connection.revision, is_stalled(connection.status, now_ms), now_ms // SECOND_MS, state.target

    def frame(self, state: RoomState, now_ms: int) -> Standing:
        """The status now."""
        return Standing(state.connection.status, now_ms, state.target)


def describe_quota(state: RoomState, now_ms: int) -> str:
    """Say what is left at the sign provider; empty when nobody has told."""
    return quota_line(current_quota(state.connection.status.quota, now_ms))
