"""What the viewers' pane is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.ui.phases import is_current
from app.ui.series import Samples, trend
from app.ui.source import SECOND_MS

if TYPE_CHECKING:
    from app.state import RoomState

LINE_MS = 5 * SECOND_MS  # the line moves on so often without any count


@value
class ViewersFrame:
    """The viewers' line. Without a connection the numbers are the last that are known."""

    now_ms: int
    now: int
    total: int
    peak: int
    trend: int
    samples: Samples
    is_current: bool = True


class ViewersSource:
    """News with each count, and as time goes on."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        return state.viewers.revision, now_ms // LINE_MS, is_current(state.connection.status, now_ms)

    def frame(self, state: RoomState, now_ms: int) -> ViewersFrame:
        """The line now."""
        series = state.viewers
        samples = series.samples()
        current = is_current(state.connection.status, now_ms)
        change = trend(samples, now_ms)
        return ViewersFrame(
            now_ms, series.now, series.total, series.peak, change, samples, is_current=current
        )
