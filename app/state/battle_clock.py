"""The server's clock beside ours while a battle runs: frames come late, and both clocks may be set."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from app.state.memory import Memory

if TYPE_CHECKING:
    from app.events import Battle

DELAY_MS = 10_000  # what the network may add to one frame and not to the next
RECENT = 8  # frames, which come every few seconds
FAR_BEHIND_MS = 60_000
OFTEN = 3


class BattleClock(Memory):
    """Says when a frame was made, and how far our clock is ahead of the server's.

    The way here only adds to a frame's offset, so the smallest of the last few is the true one. An offset
    that grew by more than the network explains means that our clock was set, and is followed at once. One
    that shrank so is followed when it comes twice, or when our clock was seen to go back: else one odd time
    of the server would spoil the battle.

    Attributes:
        ahead_ms: our clock less the server's.
        newest_ms: server time of the newest frame of this battle, 0 before the first that tells it.
    """

    ahead_ms: int
    newest_ms: int
    _offsets: deque[int]
    _behind: int
    _now_ms: int

    def __init__(self) -> None:
        self._offsets = deque(maxlen=RECENT)
        self._behind = 0
        self._now_ms = 0
        self.ahead_ms = 0
        self.newest_ms = 0

    def begin(self) -> None:
        """Begin another battle: what the last one told of the clocks is forgotten."""
        self._offsets.clear()
        self._behind = self.newest_ms = 0

    def step(self, now_ms: int) -> int:
        """Notice the time that it is.

        Returns:
            How far our clock was set back since the last time, in ms; 0 as a rule.
        """
        back_ms = max(0, self._now_ms - now_ms)
        self._now_ms = now_ms
        if back_ms:
            self._offsets.clear()
            self.ahead_ms -= back_ms
        return back_ms

    def place(self, frame: Battle, now_ms: int) -> int:
        """Server time of a frame; for one that does not tell it, or tells one that cannot be, as of now."""
        told_ms = frame.at_ms
        if not told_ms or not self._is_possible(frame):
            return max(self.newest_ms, now_ms - self.ahead_ms if told_ms else 0)
        if self._is_late(told_ms):
            return told_ms
        if not self._note_offset(now_ms - told_ms):
            return max(self.newest_ms, now_ms - self.ahead_ms)
        self.newest_ms = told_ms
        return told_ms

    @staticmethod
    def _is_possible(frame: Battle) -> bool:
        """A battle that runs was begun and is not over yet."""
        end_ms = frame.end_ms or (frame.start_ms + frame.duration_s * 1000 if frame.duration_s else 0)
        if frame.phase != "active" or not frame.start_ms or not end_ms:
            return True
        return frame.start_ms - DELAY_MS <= frame.at_ms <= end_ms + DELAY_MS

    def _is_late(self, told_ms: int) -> bool:
        """Whether a newer frame came before it. Where all are far behind it, that one's time was odd."""
        behind_ms = self.newest_ms - told_ms
        self._behind = self._behind + 1 if behind_ms > FAR_BEHIND_MS else 0
        if self._behind >= OFTEN:
            self.begin()
            return False
        return behind_ms > 0

    def _note_offset(self, offset_ms: int) -> bool:
        """Note an offset; from now on the clocks stand so, if it is believed."""
        before = tuple(self._offsets)
        self._offsets.append(offset_ms)
        alike = [one for one in before if abs(one - offset_ms) <= DELAY_MS]
        if before and not alike and offset_ms < self.ahead_ms:
            return False
        self.ahead_ms = min(offset_ms, *alike) if alike else offset_ms
        return True
