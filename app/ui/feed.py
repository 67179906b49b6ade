"""Pulls the state into the window: the only border between asyncio and Qt.

One timer looks at the state's revisions 33 times a second and emits at most one signal per pane. A signal
per event would cost 98 % of a core at 330 events/s; the pull costs 28 % (measured, PySide6 6.11).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.ui.frames import BattleFrame, ChatFrame, GiftFrame, HeaderFrame, LeaderFrame, ViewersFrame
from app.ui.phases import is_current
from app.ui.viewers.series import trend

if TYPE_CHECKING:
    from app.state import RoomState

TICK_MS = 30
REST_MS = 250  # while nobody sees the window
SECOND_MS = 1_000
LEADERS = 500
GIFTS = 500
CLOCKED = frozenset({"preparing", "active", "punishment"})


class Room(Protocol):
    """The side of the session that is looked at."""

    @property
    def state(self) -> RoomState:
        """What is known about the room."""
        ...

    def now_ms(self) -> int:
        """Our clock, ms since 1970."""
        ...


@dataclass(slots=True)
class _Channel:
    """A pane's line to the state: drawn again when `stamp` differs, at most every `every_ms`."""

    name: str
    stamp: Callable[[RoomState, int], object]
    frame: Callable[[RoomState, int], object]
    emit: Callable[[object], None]
    every_ms: int
    seen: object = None
    at_ms: int = 0

    def pull(self, state: RoomState, now_ms: int) -> None:
        """Emit a frame if there is something new and it is time. A clock that was set back counts as time."""
        if 0 <= now_ms - self.at_ms < self.every_ms:
            return
        stamp = self.stamp(state, now_ms)
        if stamp != self.seen:
            self.seen, self.at_ms = (
                stamp,
                now_ms,
            )  # a frame that fails does so once
            self.emit(self.frame(state, now_ms))


class Feed(QObject):
    """Turns revisions into signals. Each carries one value of `app.ui.frames`.

    Args:
        room: the session that is looked at.
        is_seen: whether anybody sees the pane of that signal; what is hidden is not pulled, shown again it is
            whole with the next tick. Without, all are.
    """

    title = Signal(object)
    header = Signal(object)
    chat = Signal(object)
    leaders = Signal(object)
    gifts = Signal(object)
    viewers = Signal(object)
    battle = Signal(object)

    def __init__(
        self, room: Room, parent: QObject | None = None, *, is_seen: Callable[[str], bool] = lambda _: True
    ) -> None:
        super().__init__(parent)
        self.room = room
        self._is_seen = is_seen
        self._state: RoomState | None = None
        self._channels: tuple[_Channel, ...] = ()
        self._chat_seq = self._chat_edits = -1
        self._gift_revision = self._gift_count = 0
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Look once at once, then for ever."""
        self.tick()
        self._timer.start()

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()

    def rest(self, *, resting: bool) -> None:
        """Look less often while nobody sees the window; when somebody does again, at once."""
        interval = REST_MS if resting else TICK_MS
        if self._timer.isActive() and interval != self._timer.interval():
            self._timer.setInterval(interval)
            self.tick()

    def tick(self) -> None:
        """Let time pass in the state, then emit what changed since the last tick."""
        state, now_ms = self.room.state, self.room.now_ms()
        if state is not self._state:
            self._begin(state)
        state.tick(now_ms)
        if self._is_seen("chat"):
            self._pull_chat(state)
        for channel in filter(lambda one: self._is_seen(one.name), self._channels):
            try:
                channel.pull(state, now_ms)
            except Exception as fault:  # noqa: BLE001 - a pane that fails takes no other along, and is told as slots are
                sys.excepthook(type(fault), fault, fault.__traceback__)

    def _begin(self, state: RoomState) -> None:
        """Start from nothing on a state that was not seen before."""
        self._state = state
        self._chat_seq = self._chat_edits = -1
        self._gift_revision = self._gift_count = 0
        self._channels = (
            _Channel("title", _header_stamp, _header, self.title.emit, SECOND_MS),
            _Channel("header", _header_stamp, _header, self.header.emit, 200),
            _Channel("leaders", _leaders_stamp, _leaders, self.leaders.emit, 250),
            _Channel("gifts", lambda state, _: state.gifts.revision, self._gifts, self.gifts.emit, 150),
            _Channel("viewers", _viewers_stamp, _viewers, self.viewers.emit, 500),
            _Channel("battle", _battle_stamp, _battle, self.battle.emit, TICK_MS),
        )  # fmt: skip

    def _pull_chat(self, state: RoomState) -> None:
        chat = state.chat
        if (chat.newest, chat.edits) == (self._chat_seq, self._chat_edits):
            return
        fresh = self._chat_seq < 0
        frame = ChatFrame(
            chat.since(max(0, self._chat_seq)), chat.edits_since(max(0, self._chat_edits)), fresh
        )
        self._chat_seq, self._chat_edits = chat.newest, chat.edits
        self.chat.emit(frame)

    def _gifts(self, state: RoomState, _now_ms: int) -> GiftFrame:
        """Only a new stream takes gifts away, so a smaller count means to start from nothing."""
        ledger = state.gifts
        fresh = not self._gift_revision or ledger.count < self._gift_count
        rows = ledger.since(0 if fresh else self._gift_revision)[-GIFTS:]
        self._gift_revision, self._gift_count = ledger.revision, ledger.count
        return GiftFrame(rows, fresh)


def _header_stamp(state: RoomState, now_ms: int) -> object:
    return (state.connection.revision, state.totals.revision, state.viewers.revision, state.gifts.revision,
            now_ms // SECOND_MS)  # fmt: skip


def _header(state: RoomState, now_ms: int) -> HeaderFrame:
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
        target=state.target,
    )


def _leaders_stamp(state: RoomState, _now_ms: int) -> object:
    return state.leaderboard.revision


def _leaders(state: RoomState, _now_ms: int) -> LeaderFrame:
    board = state.leaderboard
    return LeaderFrame(board.top(LEADERS), state.gifts.diamonds, state.gifts.count, board.count)


def _viewers_stamp(state: RoomState, now_ms: int) -> object:
    return state.viewers.revision, now_ms // (5 * SECOND_MS), is_current(state.connection.status, now_ms)


def _viewers(state: RoomState, now_ms: int) -> ViewersFrame:
    series = state.viewers
    samples = series.samples()
    return ViewersFrame(
        now_ms,
        series.now,
        series.total,
        series.peak,
        trend(samples, now_ms),
        samples,
        is_current=is_current(state.connection.status, now_ms),
    )


def _battle_stamp(state: RoomState, now_ms: int) -> object:
    """A running clock is news once a second, at the moment its figure changes."""
    battle = state.battle.current
    if battle is None or battle.phase not in CLOCKED:
        return state.battle.revision
    left = battle.remaining_ms(now_ms)
    return state.battle.revision, now_ms // SECOND_MS if left is None else -(-left // SECOND_MS)


def _battle(state: RoomState, now_ms: int) -> BattleFrame:
    return BattleFrame(state.battle.current, now_ms)
