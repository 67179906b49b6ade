"""What the header is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.state import Status
from app.ui.series import trend
from app.ui.source import SECOND_MS

if TYPE_CHECKING:
    from app.state import RoomState


@value
class HeaderFrame:
    """The numbers of the header.

    Attributes:
        viewers: how many watch, or watched when that was last told; None before it was.
        trend: the change of viewers over the last minute.
    """

    status: Status
    now_ms: int
    viewers: int | None = None
    trend: int = 0
    likes: int = 0
    diamonds: int = 0
    follows: int = 0
    unreadable: int = 0


class HeaderSource:
    """News with each number, and once a second: the stream's clock runs."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        parts = state.connection, state.totals, state.viewers, state.gifts
        return (*(part.revision for part in parts), now_ms // SECOND_MS)

    def frame(self, state: RoomState, now_ms: int) -> HeaderFrame:
        """The numbers now."""
        totals, samples = state.totals, state.viewers.samples()
        return HeaderFrame(
            status=state.connection.status,
            now_ms=now_ms,
            viewers=state.viewers.now if samples else None,
            trend=trend(samples, now_ms),
            likes=totals.room_likes or totals.likes,
            diamonds=state.gifts.diamonds,
            follows=totals.follows,
            unreadable=totals.undecodable,
        )
