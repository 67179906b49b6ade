"""What the page is given: how the connection stands, and how the stream was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.ui.phases import AT_REST
from app.ui.standing import Standing, StandingSource, has_data, is_page_wanted

if TYPE_CHECKING:
    from app.state import RoomState


@value
class Sums:
    """How a stream was, as far as we heard.

    Attributes:
        length_ms: how long it was on air; 0 where that is not known.
        peak: the most viewers there were.
        gifter: who gave most; empty where nobody gave.
        gifter_diamonds: how many they gave.
    """

    length_ms: int = 0
    peak: int = 0
    diamonds: int = 0
    gifts: int = 0
    comments: int = 0
    follows: int = 0
    gifter: str = ""
    gifter_diamonds: int = 0


@value
class PageFrame:
    """What the page says.

    Attributes:
        is_wanted: whether it stands over the panes.
        sums: None while the stream goes on, or before anything came.
    """

    standing: Standing
    is_wanted: bool
    sums: Sums | None = None


class PageSource:
    """News as for everything that tells how the connection stands; none while the panes are in sight."""

    def __init__(self) -> None:
        self._standing = StandingSource()

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        status = state.connection.status
        return self._standing.stamp(state, now_ms) if is_page_wanted(status) else status.phase

    def frame(self, state: RoomState, now_ms: int) -> PageFrame:
        """What it says now."""
        standing = self._standing.frame(state, now_ms)
        is_over = standing.status.phase in AT_REST and has_data(standing.status)
        return PageFrame(standing, is_page_wanted(standing.status), _sum_up(state) if is_over else None)


def _sum_up(state: RoomState) -> Sums:
    status, best = state.connection.status, state.leaderboard.top(1)
    return Sums(
        length_ms=max(0, status.last_event_ms - status.started_ms) if status.started_ms else 0,
        peak=state.viewers.peak,
        diamonds=state.gifts.diamonds,
        gifts=state.gifts.count,
        comments=state.totals.comments,
        follows=state.totals.follows,
        gifter=best[0].user.name if best else "",
        gifter_diamonds=best[0].diamonds if best else 0,
    )
