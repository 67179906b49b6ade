"""How the connection stands, as several panes are given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.state import Status
from app.state.status import ON_AIR
from app.ui.phases import AT_REST, is_stalled
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

    @property
    def whom(self) -> str:
        """Whom to follow again, as typed, else by the name that the room has; empty before there was one."""
        return self.target or self.status.unique_id


class StandingSource:
    """News when the status changes, and once a second: a countdown may run."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        connection = state.connection
        return connection.revision, is_stalled(connection.status, now_ms), now_ms // SECOND_MS, state.target

    def frame(self, state: RoomState, now_ms: int) -> Standing:
        """The status now."""
        return Standing(state.connection.status, now_ms, state.target)


def has_data(status: Status) -> bool:
    """Whether something of a room has come, which the panes show."""
    return status.last_event_ms > 0


def is_page_wanted(status: Status) -> bool:
    """Whether there is more to say than to see: nothing has come yet, or nothing will come any more."""
    return status.phase in AT_REST or not (status.phase in ON_AIR or has_data(status))
