"""A stream by minutes, its big gifts, its reconnects: what stands beside the line of viewers."""

from __future__ import annotations

from heapq import nlargest
from typing import ClassVar, NamedTuple

from app.events import Comment, EmoteComment, Gap, User
from app.frozen import value
from app.state.bounds import saturate
from app.state.facts import Booking, StreamStart
from app.state.gift_row import Key
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew

MINUTE_MS = 60_000
KEPT_MINUTES = 24 * 60
KEPT_GIFTS, SLACK = 300, 30  # so many more may be there before the smallest leave
KEPT_RECONNECTS = 300
LEAST_DIAMONDS = 100  # of a big gift (product.md D1)


class Minute(NamedTuple):
    """One minute of the stream in which something came.

    Attributes:
        at_ms: its beginning, our clock, ms since 1970.
        comments: how many were written.
        diamonds: what was given.
    """

    at_ms: int
    comments: int = 0
    diamonds: int = 0


@value
class BigGift:
    """A gift, or a streak, of at least 100 diamonds.

    Attributes:
        at_ms: when it became one, our clock, ms since 1970.
    """

    key: Key
    at_ms: int
    user: User
    name: str
    count: int
    diamonds: int


class Reconnect(NamedTuple):
    """The connection came back.

    Attributes:
        at_ms: when, our clock, ms since 1970.
        silent_ms: how long nothing was heard before.
    """

    at_ms: int
    silent_ms: int


class Timeline(Part):
    """Keeps the last day by minutes, the largest 300 gifts, of equal ones the later, and 300 reconnects."""

    _minutes: list[Minute]
    _gifts: dict[Key, BigGift]
    _reconnects: list[Reconnect]

    def __init__(self) -> None:
        super().__init__()
        self._minutes, self._gifts, self._reconnects = [], {}, []
        self._index()

    def _index(self) -> None:
        self._minutes_copy: tuple[Minute, ...] | None = None
        self._gifts_copy: tuple[BigGift, ...] | None = None

    @property
    def minutes(self) -> tuple[Minute, ...]:
        """In order of time, without those in which nothing came; the same object while nothing changes."""
        if self._minutes_copy is None:
            self._minutes_copy = tuple(self._minutes)
        return self._minutes_copy

    @property
    def gifts(self) -> tuple[BigGift, ...]:
        """In order of time; the same object while no big gift comes or grows."""
        if self._gifts_copy is None:
            largest = nlargest(KEPT_GIFTS, self._gifts.values(), key=_weigh)
            self._gifts_copy = tuple(sorted(largest, key=lambda gift: gift.at_ms))
        return self._gifts_copy

    @property
    def reconnects(self) -> tuple[Reconnect, ...]:
        """In order of time."""
        return tuple(self._reconnects)

    def _note_return(self, gap: Gap, now_ms: int) -> Facts:
        self._turn_back(now_ms)
        self._reconnects.append(Reconnect(now_ms, saturate(max(0, gap.to_ms - gap.from_ms))))
        del self._reconnects[:-KEPT_RECONNECTS]
        self.revision += 1
        return NOTHING

    def _write(self, comment: Comment | EmoteComment, now_ms: int) -> Facts:
        if not getattr(comment, "is_history", False):
            self._count(now_ms, comments=1)
        return NOTHING

    def _book(self, booking: Booking, now_ms: int) -> Facts:
        if booking.diamonds > 0:
            self._count(now_ms, diamonds=booking.diamonds)
        if booking.row.diamonds >= LEAST_DIAMONDS:
            self._note_gift(booking, now_ms)
        return NOTHING

    def _count(self, now_ms: int, *, comments: int = 0, diamonds: int = 0) -> None:
        self._turn_back(now_ms)
        at_ms = now_ms - now_ms % MINUTE_MS
        last = self._minutes.pop() if self._minutes and self._minutes[-1].at_ms == at_ms else Minute(at_ms)
        sums = saturate(last.comments + comments), saturate(last.diamonds + diamonds)
        self._minutes.append(Minute(at_ms, *sums))
        del self._minutes[:-KEPT_MINUTES]
        self._minutes_copy = None
        self.revision += 1

    def _note_gift(self, booking: Booking, now_ms: int) -> None:
        row = booking.row
        known = self._gifts.get(row.key)
        at_ms = known.at_ms if known else now_ms
        gift = BigGift(row.key, at_ms, row.user, row.name, row.count, row.diamonds)
        if gift == known:
            return
        self._gifts[row.key] = gift
        if len(self._gifts) > KEPT_GIFTS + SLACK:
            self._gifts = {one.key: one for one in nlargest(KEPT_GIFTS, self._gifts.values(), key=_weigh)}
        self._gifts_copy = None
        self.revision += 1

    def _turn_back(self, now_ms: int) -> None:
        """Our clock was set back: what was counted before moves along, by whole minutes."""
        lasts = (self._minutes[-1:], self._reconnects[-1:])
        behind_ms = max((one.at_ms - now_ms for last in lasts for one in last), default=0)
        if behind_ms <= 0:
            return
        back_ms = -(-behind_ms // MINUTE_MS) * MINUTE_MS
        self._minutes = [one._replace(at_ms=one.at_ms - back_ms) for one in self._minutes]
        self._reconnects = [one._replace(at_ms=one.at_ms - back_ms) for one in self._reconnects]
        self._gifts = {
            key: BigGift(key, one.at_ms - back_ms, one.user, one.name, one.count, one.diamonds)
            for key, one in self._gifts.items()
        }
        self._index()

    TAKES: ClassVar[Takes] = {
        Comment: _write,
        EmoteComment: _write,
        Booking: _book,
        Gap: _note_return,
        StreamStart: begin_anew,
    }


def _weigh(gift: BigGift) -> tuple[int, int]:
    return gift.diamonds, gift.at_ms
