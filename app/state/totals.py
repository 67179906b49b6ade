"""How often what happened in the stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app import events as ev
from app.state.bounds import saturate
from app.state.entrances import Entrances
from app.state.facts import StatusChange, StreamStart
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.events import Event

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


def _make_counter(name: str) -> Callable[[Totals, Event, int], Facts]:
    def count(totals: Totals, _event: Event, _now_ms: int) -> Facts:
        setattr(totals, name, getattr(totals, name) + 1)
        totals.revision += 1
        return NOTHING

    return count


class Totals(Part):
    """Counters of the stream. `likes` and `joins` are what was seen: TikTok thins them in busy rooms.

    `reconnects` is how often a connection that was lost was made again.
    """

    HIDDEN = frozenset({"_entrances"})

    comments: int
    likes: int
    room_likes: int
    joins: int
    follows: int
    shares: int
    subscriptions: int
    undecodable: int
    unknown: int
    gaps: int
    reconnects: int
    _entrances: Entrances

    def __init__(self) -> None:
        super().__init__()
        self.comments = self.likes = self.room_likes = self.joins = self.follows = self.shares = 0
        self.subscriptions = self.undecodable = self.unknown = self.gaps = self.reconnects = 0
        self._entrances = Entrances()

    def _count_likes(self, like: ev.Like, _now_ms: int) -> Facts:
        likes = saturate(self.likes + like.count)
        room_likes = max(self.room_likes, like.total)
        self.revision += (likes, room_likes) != (self.likes, self.room_likes)
        self.likes, self.room_likes = likes, room_likes
        return NOTHING

    def _enter(self, join: ev.Join, now_ms: int) -> Facts:
        is_new = self._entrances.is_new(join, now_ms)
        self.joins += is_new
        self.revision += is_new
        return NOTHING

    def _count_reconnect(self, change: StatusChange, _now_ms: int) -> Facts:
        again = change.before.is_lost and isinstance(change.event, ev.Connected)
        self.reconnects += again
        self.revision += again
        return NOTHING

    TAKES: ClassVar[Takes] = {
        **{kind: _make_counter(name) for kind, name in COUNTERS.items()},
        ev.Like: _count_likes,
        ev.Join: _enter,
        StatusChange: _count_reconnect,
        StreamStart: begin_anew,
    }
