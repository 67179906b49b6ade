"""The state of one room: what every pane shows, folded from events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from app import events as ev
from app.events import Event
from app.state.battle import BattleBoard
from app.state.bounds import saturated
from app.state.chat import ChatLog, ChatRow
from app.state.entrances import Entrances
from app.state.gifts import GiftLedger
from app.state.hosts import told_host
from app.state.leaderboard import Leaderboard
from app.state.status import OF_STATUS, Arrivals, Status, Totals, after
from app.state.transitions import Transitions
from app.state.viewers import ViewerSeries
from app.state.wording import row_of

if TYPE_CHECKING:
    from app.events import Quota
    from app.state.gifts import GiftRow

# By the class itself: no class of events that stands here has others below it.
COUNTERS: dict[type[Event], str] = {
    ev.Comment: "comments",
    ev.EmoteComment: "comments",
    ev.Follow: "follows",
    ev.Share: "shares",
    ev.Subscribe: "subscriptions",
    ev.Undecodable: "undecodable",
    ev.Unknown: "unknown",
    ev.Gap: "gaps",
}


class Part(Protocol):
    """A part of the state."""

    def clear(self) -> None:
        """Forget everything."""
        ...


class RoomState:
    """Everything known about the room. Parts carry numbers (`revision`, `newest`); nothing is pushed.

    `apply` takes events in the order of receipt with our clock in ms since 1970; `tick` lets time pass.

    Args:
        target: whom the user wanted to follow, as typed.
        quota: what is left at the sign provider, as far as it was told.
    """

    def __init__(self, target: str = "", quota: Quota | None = None) -> None:
        self.target = target
        self._arrivals = Arrivals()
        self.status = Status(quota=quota)
        self.totals = Totals()
        self.chat = ChatLog()
        self.gifts = GiftLedger()
        self.leaderboard = Leaderboard()
        self.viewers = ViewerSeries()
        self.battle = BattleBoard()
        self._transitions = Transitions()
        self._entrances = Entrances()

    @property
    def status(self) -> Status:
        """Where the connection stands; when something came last is joined as it is looked at."""
        status = self._told
        if status.last_event_ms != self._arrivals.last_ms:
            status = vars(self)["status"] = replace(status, last_event_ms=self._arrivals.last_ms)
        return status

    @status.setter
    def status(self, status: Status) -> None:
        vars(self)["status"] = status
        self._arrivals.last_ms = status.last_event_ms

    @property
    def _told(self) -> Status:
        """The same with an older `last_event_ms`."""
        told: Status = vars(self)["status"]
        return told

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything that is known of the room beside its status: what must be cleared for another one."""
        return (self.chat, *self._stream_parts, self._transitions, self._arrivals)

    @property
    def _stream_parts(self) -> tuple[Part, ...]:
        """What another stream of the same host begins anew."""
        return self.totals, self.gifts, self.leaderboard, self.viewers, self.battle, self._entrances

    def apply(self, event: Event, now_ms: int) -> None:
        """Fold one event in."""
        kind = type(event)
        if kind in OF_STATUS:
            self._follow(event, now_ms)
        if event.method:
            self._arrivals.last_ms = now_ms
        host = self._told.host
        if host is None or not host.id:
            self._learn_host(event)
        if (counter := COUNTERS.get(kind)) is not None:
            self._count(counter, 1)
        if (row := row_of(event)) is not None:
            self.chat.append(row)
        if (take := self._takes.get(kind)) is not None:
            take(self, event, now_ms)

    def note(self, notice: str, now_ms: int, hint: str = "") -> None:
        """Say something that concerns the user's last wish and changes nothing in the room."""
        revision = self.status.revision + 1
        self.status = replace(
            self.status, notice=notice, notice_hint=hint, notice_ms=now_ms, revision=revision
        )

    def tick(self, now_ms: int) -> None:
        """Let time pass: silent streaks close, a battle whose clock ran out ends."""
        self._arrivals.last_ms = min(self._arrivals.last_ms, now_ms)  # our clock may have been set back
        self._settled(self.gifts.close_silent(now_ms))
        self.battle.close_overdue(now_ms, self.status.last_event_ms)

    def _follow(self, event: Event, now_ms: int) -> None:
        """Keep the status; a room id that differs is another stream, so the totals start again."""
        earlier = self.status
        self.status = after(earlier, event, now_ms)
        if line := self._transitions.line(earlier, self.status, event, now_ms):
            self.chat.append(ChatRow(now_ms, "notice", text=line))
        if isinstance(event, ev.Connected):
            if earlier.room_id and event.room_id and event.room_id != earlier.room_id:
                self._start_over(event)
            self._know_host()
        if isinstance(event, ev.Disconnected | ev.End):
            self._settled(self.gifts.close_all())

    def _know_host(self) -> None:
        """Sides of a battle and receivers of gifts are put right by whom we follow."""
        host = self.status.host
        self.battle.host_id = host.id if host else 0
        if host and host.id:
            self.gifts.take_for_host(host.id)

    def _learn_host(self, event: Event) -> None:
        """Who the host is, from the first who tells it, where the way in did not."""
        host = told_host(event, self._told.unique_id)
        if host is None:
            return
        unique_id = self.status.unique_id or host.unique_id
        self.status = replace(self.status, host=host, unique_id=unique_id, revision=self.status.revision + 1)
        self._know_host()

    def _start_over(self, event: ev.Connected) -> None:
        for part in self._stream_parts:
            part.clear()
        self.chat.append(ChatRow(event.at_ms, "notice", text="A new stream begins."))

    def _count(self, counter: str, more: int) -> None:
        totals = self.totals
        setattr(totals, counter, getattr(totals, counter) + more)
        totals.revision += 1

    def _like(self, like: ev.Like, _now_ms: int) -> None:
        totals = self.totals
        totals.likes = saturated(totals.likes + like.count)
        totals.room_likes = max(totals.room_likes, like.total)
        totals.revision += 1

    def _enter(self, join: ev.Join, now_ms: int) -> None:
        self._count("joins", self._entrances.is_new(join, now_ms))

    def _delete(self, delete: ev.Delete, _now_ms: int) -> None:
        self.chat.delete(delete.msg_ids, delete.user_ids, delete.at_ms)

    def _break_line(self, gap: ev.Gap, _now_ms: int) -> None:
        self.viewers.break_line(gap.from_ms)

    def _give(self, gift: ev.Gift, now_ms: int) -> None:
        host = self._told.host
        if host and host.id and gift.to_user and gift.to_user.id == host.id:
            gift = replace(gift, to_user=None)
        for booking in self.gifts.settle(gift, now_ms):
            self.leaderboard.add(booking.row, diamonds=booking.diamonds, gifts=booking.gifts)

    def _settled(self, rows: list[GiftRow]) -> None:
        for row in rows:
            self.leaderboard.add(row, diamonds=0, gifts=0)

    # By the class itself, as COUNTERS: no class of events that stands here has others below it.
    _takes: ClassVar[dict[type[Event], Callable[[Any, Any, int], None]]] = {
        ev.Like: _like,
        ev.Join: _enter,
        ev.Gift: _give,
        ev.Viewers: lambda room, event, now_ms: room.viewers.present(event, now_ms),
        ev.Battle: lambda room, event, now_ms: room.battle.present(event, now_ms),
        ev.BattleCard: lambda room, event, _: room.battle.play(event),
        ev.Delete: _delete,
        ev.Gap: _break_line,
    }
