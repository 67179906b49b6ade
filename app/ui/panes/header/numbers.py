"""The numbers of the header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import figures
from app.ui.figure import NOTHING, Figure
from app.ui.panes.header.texts import is_flowing
from app.ui.phases import is_current
from app.words import window as words

if TYPE_CHECKING:
    from app.ui.panes.header.source import HeaderFrame


class Numbers:
    """Each number over its name.

    Attributes:
        figures: by the name of the part of the header, in order.
    """

    def __init__(self) -> None:
        self.viewers = Figure(words.WATCHING_NOW)
        self.clock = Figure(words.ON_AIR)
        self.diamonds = Figure(words.DIAMONDS, "gem", "gem")
        self.likes = Figure(words.LIKES, "heart")
        self.follows = Figure(words.FOLLOWERS, "follow")
        self.figures = {
            name: getattr(self, name) for name in ("viewers", "clock", "diamonds", "likes", "follows")
        }

    def present(self, frame: HeaderFrame) -> None:
        """Show a frame."""
        self._present_viewers(frame)
        self._present_clock(frame)
        self.diamonds.count(frame.diamonds or None)
        self.likes.count(frame.likes or None)
        self.likes.describe(*((words.LIKES_SEEN, words.SEEN) if frame.is_sample else (words.LIKES,)))
        self.follows.count(frame.follows or None)

    def measure_width(self, name: str) -> int:
        """How much room a number needs; 0 where there is none yet."""
        figure = self.figures[name]
        return figure.plain_px if figure.has_value else 0

    def _present_viewers(self, frame: HeaderFrame) -> None:
        """How many watch and the change over the last minute, as shape and number, while that is known."""
        current = is_current(frame.status, frame.now_ms)
        trend = frame.trend if current else 0
        self.viewers.count(frame.viewers)
        self.viewers.describe(
            *((words.WATCHING_NOW, words.WATCHING) if current else (words.LAST_KNOWN, words.LAST))
        )
        shape = "▲" if trend > 0 else "▼"
        note = f"{shape} {figures.compact(abs(trend))}" if trend else ""
        self.viewers.mark(note, "good" if trend > 0 else "bad")

    def _present_clock(self, frame: HeaderFrame) -> None:
        """How long the stream is on; after the end, how long it was as far as we heard."""
        status, flowing = frame.status, is_flowing(frame.status)
        until_ms = frame.now_ms if flowing else status.last_event_ms
        known = status.started_ms and until_ms
        self.clock.present(figures.write_length(until_ms - status.started_ms) if known else NOTHING)
        self.clock.describe(*((words.ON_AIR,) if flowing or not known else (words.WAS_ON_AIR, words.ON_AIR)))
