"""The state of one room: what every pane shows, folded from events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from app import events as ev
from app.state.battle import BattleBoard
from app.state.bounds import saturated
from app.state.chat import ChatLog, ChatRow
from app.state.entrances import Entrances
from app.state.gifts import GiftLedger
from app.state.hosts import told_host
from app.state.leaderboard import Leaderboard
from app.state.status import Status, Totals, after
from app.state.transitions import Transitions
from app.state.viewers import ViewerSeries
from app.state.wording import row_of

if TYPE_CHECKING:
    from app.events import Event, Quota
    from app.state.gifts import GiftRow


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
    def parts(self) -> tuple[Part, ...]:
        """Everything that is known of the room beside its status: what must be cleared for another one."""
        return (self.chat, *self._stream_parts, self._transitions)

    @property
    def _stream_parts(self) -> tuple[Part, ...]:
        """What another stream of the same host begins anew."""
        return self.totals, self.gifts, self.leaderboard, self.viewers, self.battle, self._entrances

    def apply(self, event: Event, now_ms: int) -> None:
        """Fold one event in."""
        self._follow(event, now_ms)
        if (host := self.status.host) is None or not host.id:
            self._learn_host(event)
        self._count(event, now_ms)
        self._announce(event)
        match event:
            case ev.Gift():
                self._give(event, now_ms)
            case ev.Viewers():
                self.viewers.present(event, now_ms)
            case ev.Battle():
                self.battle.present(event, now_ms)
            case ev.BattleCard():
                self.battle.play(event)
            case ev.Delete():
                self.chat.delete(event.msg_ids, event.user_ids, event.at_ms)
            case ev.Gap():
                self._note_gap(event)
            case _:
                pass

    def note(self, notice: str, now_ms: int, hint: str = "") -> None:
        """Say something that concerns the user's last wish and changes nothing in the room."""
        revision = self.status.revision + 1
        self.status = replace(
            self.status, notice=notice, notice_hint=hint, notice_ms=now_ms, revision=revision
        )

    def tick(self, now_ms: int) -> None:
        """Let time pass: silent streaks close, a battle whose clock ran out ends."""
        if self.status.last_event_ms > now_ms:  # our clock was set back
            self.status = replace(self.status, last_event_ms=now_ms)
        self._settled(self.gifts.close_silent(now_ms))
        self.battle.close_overdue(now_ms, self.status.last_event_ms)

    def _follow(self, event: Event, now_ms: int) -> None:
        """Keep the status; a room id that differs is another stream, so the totals start again."""
        earlier, before = self.status, self.status.room_id
        self.status = after(self.status, event, now_ms)
        if line := self._transitions.line(earlier, self.status, event, now_ms):
            self.chat.append(ChatRow(now_ms, "notice", text=line))
        if event.method:
            self.status = replace(self.status, last_event_ms=now_ms)
        if isinstance(event, ev.Connected):
            if before and event.room_id and event.room_id != before:
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
        host = told_host(event, self.status.unique_id)
        if host is None:
            return
        unique_id = self.status.unique_id or host.unique_id
        self.status = replace(self.status, host=host, unique_id=unique_id, revision=self.status.revision + 1)
        self._know_host()

    def _start_over(self, event: ev.Connected) -> None:
        for part in self._stream_parts:
            part.clear()
        self.chat.append(ChatRow(event.at_ms, "notice", text="A new stream begins."))

    def _count(self, event: Event, now_ms: int) -> None:
        totals = self.totals
        match event:
            case ev.Like():
                totals.likes = saturated(totals.likes + event.count)
                totals.room_likes = max(totals.room_likes, event.total)
            case ev.Comment() | ev.EmoteComment():
                totals.comments += 1
            case ev.Join():
                totals.joins += self._entrances.is_new(event, now_ms)
            case ev.Follow():
                totals.follows += 1
            case ev.Share():
                totals.shares += 1
            case ev.Subscribe():
                totals.subscriptions += 1
            case ev.Undecodable():
                totals.undecodable += 1
            case ev.Unknown():
                totals.unknown += 1
            case _:
                return
        totals.revision += 1

    def _announce(self, event: Event) -> None:
        if row := row_of(event):
            self.chat.append(row)

    def _note_gap(self, gap: ev.Gap) -> None:
        self.totals.gaps += 1
        self.totals.revision += 1
        self.viewers.break_line(gap.from_ms)

    def _give(self, gift: ev.Gift, now_ms: int) -> None:
        host = self.status.host
        if host and host.id and gift.to_user and gift.to_user.id == host.id:
            gift = replace(gift, to_user=None)
        for booking in self.gifts.settle(gift, now_ms):
            self.leaderboard.add(booking.row, diamonds=booking.diamonds, gifts=booking.gifts)

    def _settled(self, rows: list[GiftRow]) -> None:
        for row in rows:
            self.leaderboard.add(row, diamonds=0, gifts=0)
