"""Whom to thank: a row a person, with what they gave and did since they were thanked last."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from app import events as ev
from app.events import User
from app.frozen import value
from app.state.bounds import shorten_person
from app.state.facts import Booking, StreamStart
from app.state.inbox import KEPT_ROWS, Inbox, Key
from app.state.part import NOTHING, Facts, Takes, begin_anew

if TYPE_CHECKING:
    from app.state.gift_row import GiftRow

KEPT_SHARES = 2_000  # gifts whose price or count may still change
KEPT_DEEDS = 10_000
KEPT_THANKED = 5_000
Deed = Literal["follow", "subscribe", "super_fan"]


@value
class ThanksRow:
    """Somebody to thank.

    Attributes:
        key: of the person, alone.
        since_ms: when the first of it came, our clock, ms since 1970.
        diamonds, gifts: what they gave since they were thanked last.
        gift: name of the last gift; empty where there is none or it is not known.
        gift_count: how many of it.
        deeds: what else they did for the first time in this stream.
        ticked_ms: when they were thanked, our clock; 0 while they wait.
        number: rows came in this order.
    """

    key: Key
    user: User
    since_ms: int
    diamonds: int = 0
    gifts: int = 0
    gift: str = ""
    gift_count: int = 0
    deeds: tuple[Deed, ...] = ()
    ticked_ms: int = 0
    number: int = 0


class StreakShare(NamedTuple):
    """Which rows the parts of a streak went to: it may have gone on after its person was thanked.

    Attributes:
        price: diamonds of one, 0 while unknown.
        parts: number of the row, gifts.
    """

    price: int
    parts: tuple[tuple[int, int], ...] = ()

    @property
    def gifts(self) -> int:
        """How many gifts went to rows."""
        return sum(gifts for _, gifts in self.parts)

    def add(self, number: int, gifts: int) -> StreakShare:
        """With more gifts in a row."""
        counts = dict(self.parts)
        counts[number] = counts.get(number, 0) + gifts
        return self._replace(parts=tuple(counts.items()))

    def move(self, number: int, target: int) -> StreakShare:
        """With the gifts of one row in another."""
        counts = dict(self.parts)
        gifts = counts.pop(number, 0)
        return self._replace(parts=tuple(counts.items())).add(target, gifts) if gifts else self


class Thanks(Inbox[ThanksRow]):
    """Stands on what the ledger books, so that nothing counts twice.

    A price that is told late changes the rows that the gift went to. Whoever gives again after being thanked
    has a new row, with what is new.

    Beyond 500 people the one leaves first who waits longest and gave nothing, else the one who waits longest.

    Attributes:
        all_thanked: the keys of all who were thanked for everything; another object only when it changed.
    """

    NAME = "thanks"
    HIDDEN = Inbox.HIDDEN | {"_shares", "_deeds"}

    _rows: dict[Key, ThanksRow]
    _gone: OrderedDict[int, ThanksRow]
    _shares: OrderedDict[Key, StreakShare]
    _deeds: OrderedDict[Key, None]
    _thanked: OrderedDict[int | str, None]

    def __init__(self, kept: int = KEPT_ROWS) -> None:
        self._shares, self._deeds, self._thanked = OrderedDict(), OrderedDict(), OrderedDict()
        super().__init__(kept)

    def is_thanked(self, person: int | str) -> bool:
        """Whether somebody, by their key, was thanked for all that they did in this stream."""
        return person in self._thanked

    def _index(self) -> None:
        super()._index()
        self.all_thanked = frozenset(self._thanked)

    def _book(self, booking: Booking, now_ms: int) -> Facts:
        gift, known = booking.row, self._shares.pop(booking.row.key, None)
        share = known or StreakShare(gift.price)
        gifts_now = gift.count - share.gifts if known else booking.gifts
        for number, gifts in share.parts if share.price != gift.price else ():
            self._correct(gift.user.key, number, gifts * (gift.price - share.price))
        share = share._replace(price=gift.price)
        if gifts_now > 0 and gift.user.key:  # else they are given once it is told who gave
            share = share.add(self._gain(gift, gifts_now, now_ms), gifts_now)
        self._shares[gift.key] = share
        _forget_oldest(self._shares, KEPT_SHARES)
        return NOTHING

    def _gain(self, gift: GiftRow, gifts: int, now_ms: int) -> int:
        """Add gifts to the row of their person, which waits; returns its number."""
        row = self._welcome(gift.user, now_ms)
        diamonds = row.diamonds + gifts * gift.price
        row = replace(row, diamonds=diamonds, gifts=row.gifts + gifts, gift=gift.name, gift_count=gift.count)
        self._put(row)
        return row.number

    def _correct(self, person: int | str, number: int, diamonds: int) -> None:
        """What a row is worth turned out to be another; one that left is corrected where it is."""
        row = self._rows.get((person,))
        if row is not None and row.number == number:
            self._put(replace(row, diamonds=row.diamonds + diamonds))
        elif number in self._gone:
            gone = self._gone[number]
            self._gone[number] = replace(gone, diamonds=gone.diamonds + diamonds)

    def _welcome(self, user: User, now_ms: int) -> ThanksRow:
        """The row of a person that waits, or a new one that is not kept yet."""
        user = shorten_person(user)
        row = self._rows.get((user.key,))
        if row is not None and not row.ticked_ms:
            return replace(row, user=user)
        if row is not None:
            self._leave(row)
        return ThanksRow((user.key,), user, now_ms, number=self._take_number())

    def _note(self, deed: Deed, event: ev.UserEvent, now_ms: int) -> Facts:
        """Who follows, leaves and follows again is thanked for it once."""
        person = shorten_person(event.user).key
        if not person or (deed, person) in self._deeds:
            return NOTHING
        self._deeds[deed, person] = None
        _forget_oldest(self._deeds, KEPT_DEEDS)
        row = self._welcome(event.user, now_ms)
        self._put(replace(row, deeds=(*row.deeds, deed)))
        return NOTHING

    def _follow(self, follow: ev.Follow, now_ms: int) -> Facts:
        return self._note("follow", follow, now_ms)

    def _subscribe(self, subscription: ev.Subscribe, now_ms: int) -> Facts:
        return self._note("subscribe", subscription, now_ms)

    def _become_fan(self, fan: ev.SuperFan, now_ms: int) -> Facts:
        return self._note("super_fan", fan, now_ms) if fan.phase == "new" else NOTHING

    def _put(self, row: ThanksRow) -> None:
        person, is_done = row.user.key, bool(row.ticked_ms)
        if is_done != self.is_thanked(person):
            self._thanked.pop(person, None)
            self._thanked |= {person: None} if is_done else {}
            _forget_oldest(self._thanked, KEPT_THANKED)
            self.all_thanked = frozenset(self._thanked)
        super()._put(row)

    def _choose_dropped(self) -> ThanksRow:
        """Who followed only goes before who gave."""
        oldest = next(iter(self._rows.values()))
        return next((one for one in self._rows.values() if not one.gifts), oldest)

    def _merge(self, row: ThanksRow, newer: ThanksRow) -> ThanksRow:
        for key, share in self._shares.items():
            self._shares[key] = share.move(newer.number, row.number)
        return replace(
            newer,
            since_ms=row.since_ms,
            diamonds=row.diamonds + newer.diamonds,
            gifts=row.gifts + newer.gifts,
            gift=newer.gift or row.gift,
            gift_count=newer.gift_count or row.gift_count,
            deeds=tuple(dict.fromkeys((*row.deeds, *newer.deeds))),
            ticked_ms=0,
            number=row.number,
        )

    TAKES: ClassVar[Takes] = {
        **Inbox.TAKES,
        Booking: _book,
        ev.Follow: _follow,
        ev.Subscribe: _subscribe,
        ev.SuperFan: _become_fan,
        StreamStart: begin_anew,
    }


def _forget_oldest(kept: OrderedDict[Any, Any], most: int) -> None:
    if len(kept) > most:
        kept.popitem(last=False)
