"""Pulls the state into the window: the only border between asyncio and Qt.

One timer looks at the state's revisions 33 times a second and emits at most one signal per pane. A signal
per event would cost 98 % of a core at 330 events/s; the pull costs 28 % (measured, PySide6 6.11).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.ui.source import TICK_MS

if TYPE_CHECKING:
    from app.session import Command
    from app.state import RoomState
    from app.ui.source import FeedLine

REST_MS = 1_000  # while nobody sees the window; its title is news once a second


class SessionView(Protocol):
    """The side of the session that is looked at."""

    @property
    def state(self) -> RoomState:
        """What is known about the room."""
        ...

    def now_ms(self) -> int:
        """Our clock, ms since 1970."""
        ...


class Desk(SessionView, Protocol):
    """What the window needs of the session."""

    def request(self, command: Command) -> None:
        """Ask for something; never waits."""
        ...


class Channel(QObject):
    """A pane's way to the state.

    Signals:
        frames: what its pane shows from now on, one value of its source.

    Attributes:
        name: of the pane.
        is_open: it is looked at; it is not while its pane is closed after a fault.
    """

    frames = Signal(object)

    def __init__(self, line: FeedLine, parent: QObject) -> None:
        super().__init__(parent)
        self._line, self.name, self.is_open = line, line.name, True
        self.begin()

    def begin(self) -> None:
        """Start from nothing on a state that was not seen before."""
        self._source = self._line.source()
        self._seen: object = None
        self._at_ms = 0

    def has_news(self, state: RoomState, now_ms: int) -> bool:
        """Whether there is something new and it is time. A clock that was set back counts as time."""
        if 0 <= now_ms - self._at_ms < self._line.every_ms:
            return False
        return self._source.stamp(state, now_ms) != self._seen

    def pull(self, state: RoomState, now_ms: int) -> None:
        """Emit a frame."""
        self._seen, self._at_ms = self._source.stamp(state, now_ms), now_ms  # a frame that fails does so once
        self.frames.emit(self._source.frame(state, now_ms))


class Feed(QObject):
    """Turns revisions into signals, one channel a line.

    Signals:
        looked: the look at the state is over; others that are pulled follow.
        rested: whether nobody sees the window from now on.

    Args:
        room: the session that is looked at.
        lines: what is pulled; in this order.
        is_seen: whether anybody sees the pane of that name; what is hidden is not pulled, shown again it is
            whole with the next tick. Without, all are.
    """

    looked = Signal()
    rested = Signal(bool)

    def __init__(
        self,
        room: SessionView,
        lines: Iterable[FeedLine],
        parent: QObject | None = None,
        *,
        is_seen: Callable[[str], bool] = lambda _: True,
    ) -> None:
        super().__init__(parent)
        self.room = room
        self.channels: dict[str, Channel] = {}
        self.add(lines)
        self._is_seen = is_seen
        self._state: RoomState | None = None
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.tick)

    def add(self, lines: Iterable[FeedLine]) -> None:
        """Pull these, too, after the others."""
        self.channels |= {line.name: Channel(line, self) for line in lines}

    def start(self) -> None:
        """Look once at once, then for ever."""
        self.tick()
        self._timer.start()

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()

    def rest(self, *, is_resting: bool) -> None:
        """Look less often while nobody sees the window; when somebody does again, at once."""
        interval = REST_MS if is_resting else TICK_MS
        if self._timer.isActive() and interval != self._timer.interval():
            self._timer.setInterval(interval)
            self.tick()
            self.rested.emit(is_resting)

    def begin_anew(self) -> None:
        """Show everything once more: the same is written otherwise than before."""
        self._state = None
        self.tick()

    def tick(self) -> None:
        """Let time pass in the state, then emit what changed since the last tick."""
        state, now_ms = self.room.state, self.room.now_ms()
        if state is not self._state:
            self._state = state
            for channel in self.channels.values():
                channel.begin()
        state.tick(now_ms)
        for name, channel in self.channels.items():
            self._pull(name, channel, now_ms)
        self.looked.emit()

    def _pull(self, name: str, channel: Channel, now_ms: int) -> None:
        state = self.room.state
        try:
            if channel.is_open and channel.has_news(state, now_ms) and self._is_seen(name):
                channel.pull(state, now_ms)
        except Exception as fault:  # noqa: BLE001 - a pane that fails takes no other along; told as of slots
            sys.excepthook(type(fault), fault, fault.__traceback__)
