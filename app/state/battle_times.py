"""When a battle begins, ends, was over and is paid for, by the server's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.state.bounds import MOST
from app.state.memory import Memory

if TYPE_CHECKING:
    from app.events import Battle

DAY_MS = 86_400_000
NEVER = -1  # before any server time
OVER = frozenset({"ended", "punishment", "done"})


class BattleTimes(Memory):
    """Takes the times of each frame; those of a newer frame count, in whatever order they come.

    Attributes:
        start_ms, end_ms: as the server plans it, 0 when not known.
        stop_ms: the first moment at which a frame told that it is over, 0 before.
        punish_ms: the first moment at which a frame told of the punishment, 0 before.
    """

    start_ms: int
    end_ms: int
    stop_ms: int
    punish_ms: int
    _newest_ms: int

    def __init__(self) -> None:
        self.start_ms = self.end_ms = self.stop_ms = self.punish_ms = 0
        self._newest_ms = NEVER

    @property
    def window(self) -> tuple[int, int] | None:
        """The first and the last moment at which a gift counts; None while nobody told when it begins."""
        if not self.start_ms:
            return None
        return self.start_ms, min(self.end_ms or MOST, self.stop_ms or MOST)

    @property
    def length_s(self) -> int:
        """How long it was: as planned, or till it was cut short; 0 when not known."""
        window = self.window
        return max(0, round((window[1] - window[0]) / 1000)) if window and window[1] < MOST else 0

    @property
    def punish_start_ms(self) -> int:
        """When the punishment began: at the end, where it was told only later; 0 before."""
        return min(self.punish_ms, self.end_ms or MOST)

    def take(self, frame: Battle, at_ms: int) -> None:
        """Note what a frame of that server time tells."""
        self._plan(frame, at_ms)
        if frame.phase in OVER:
            self.stop_ms = min(self.stop_ms or at_ms, at_ms)
        if frame.phase == "punishment":
            self.punish_ms = min(self.punish_ms or at_ms, at_ms)

    def doubt(self) -> None:
        """The time of a frame turned out to be odd: from now on every frame is newer."""
        self._newest_ms = NEVER
        self.stop_ms = self.punish_ms = 0

    def _plan(self, frame: Battle, at_ms: int) -> None:
        """Note when it begins and ends, unless that is days from the server time at which it was told."""
        end_ms = frame.end_ms
        if frame.start_ms and frame.duration_s:
            end_ms = end_ms or frame.start_ms + frame.duration_s * 1000
        is_newer = at_ms >= self._newest_ms
        if frame.start_ms and _is_near(frame.start_ms, at_ms) and (is_newer or not self.start_ms):
            self.start_ms = frame.start_ms
        if end_ms and _is_near(end_ms, at_ms) and (is_newer or not self.end_ms):
            self.end_ms = end_ms
            self._newest_ms = max(self._newest_ms, at_ms)


def _is_near(moment_ms: int, told_ms: int) -> bool:
    return not told_ms or abs(moment_ms - told_ms) <= DAY_MS
