"""The gift ledger: every gift booked once, whatever order or repetition its frames come in."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.events import Gift, User

SILENCE_MS = 12_000  # no client in the field has one; protocol.md g.5 proposes 10-15 s
KEPT_ROWS = 20_000

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class GiftRow:
    """A gift, or a whole streak: one row that counts up.

    Attributes:
        key: names the streak.
        user: who gave.
        to_user: the guest it is for, None for the host.
        price: diamonds of one, 0 while unknown.
        count: the largest running count seen.
        open: the streak may still grow.
        first_ms, last_ms: our clock, ms since 1970.
        revision: the ledger's revision when the row last changed.
    """

    key: Key
    user: User
    to_user: User | None
    gift_id: int
    name: str
    icon_url: str
    price: int
    count: int
    open: bool
    first_ms: int
    last_ms: int
    sent_ms: int
    revision: int

    @property
    def diamonds(self) -> int:
        """What the row is worth: its count times the price of one."""
        return self.count * self.price


class Booking(NamedTuple):
    """A row that changed, with the diamonds and gifts it gained."""

    row: GiftRow
    diamonds: int
    gifts: int


class GiftLedger:
    """Keeps one row a streak with the largest count seen, so that the total is the sum of the rows."""

    def __init__(self, kept: int = KEPT_ROWS, silence_ms: int = SILENCE_MS) -> None:
        self._kept = kept
        self._silence_ms = silence_ms
        self._rows: OrderedDict[Key, GiftRow] = OrderedDict()
        self._open: dict[Key, None] = {}
        self._generation: dict[tuple[int, int], tuple[int, int]] = {}
        self._known: dict[int, tuple[str, int, str]] = {}
        self.revision = 0
        self.diamonds = 0
        self.count = 0

    def settle(self, gift: Gift, now_ms: int) -> list[Booking]:
        """Book a gift.

        Returns:
            What changed; empty for a repetition. There is more than one row when the gift told a price
            that earlier rows of its kind were waiting for.
        """
        priced = self._learn(gift)
        key = self._key(gift)
        old = self._rows.get(key)
        new = self._opened(key, gift, now_ms) if old is None else self._grown(old, gift, now_ms)
        if new is old:
            return priced
        return [*priced, self._put(new, old)]

    def close_silent(self, now_ms: int) -> list[GiftRow]:
        """Close the streaks of which nothing was heard for 12 s: TikTok loses end frames."""
        return [
            self._put(replace(row, open=False), row).row
            for row in [self._rows[key] for key in self._open]
            if now_ms - row.last_ms >= self._silence_ms
        ]

    def close_all(self) -> list[GiftRow]:
        """Close every open streak, because nothing will come any more."""
        return [
            self._put(replace(row, open=False), row).row for row in [self._rows[key] for key in self._open]
        ]

    def since(self, revision: int) -> list[GiftRow]:
        """Rows that changed after `revision`, in the order of their last change."""
        changed = []
        for row in reversed(self._rows.values()):
            if row.revision <= revision:
                break
            changed.append(row)
        return changed[::-1]

    def clear(self) -> None:
        """Start a new stream. Prices stay known."""
        self._rows.clear()
        self._open.clear()
        self._generation.clear()
        self.diamonds = self.count = 0
        self.revision += 1

    def _key(self, gift: Gift) -> Key:
        if not gift.streakable:
            return (gift.msg_id,) if gift.msg_id else (gift.user.id, gift.gift_id, gift.order_id, gift.at_ms)
        if gift.group_id:
            return gift.user.id, gift.gift_id, gift.group_id
        return self._groupless(gift)

    def _groupless(self, gift: Gift) -> Key:
        """Without a group, a lower count that was sent later begins the next streak of that person."""
        pair = gift.user.id, gift.gift_id
        number, began_ms = self._generation.get(pair, (0, 0))
        if number and gift.at_ms < began_ms:
            return (*pair, "streak", number - 1)
        row = self._rows.get((*pair, "streak", number))
        if row is not None and gift.count < row.count and gift.at_ms > row.sent_ms:
            number += 1
            self._generation[pair] = number, gift.at_ms
        return (*pair, "streak", number)

    def _opened(self, key: Key, gift: Gift, now_ms: int) -> GiftRow:
        name, price, icon = self._known.get(gift.gift_id, ("", 0, ""))
        return GiftRow(
            key=key, user=gift.user, to_user=gift.to_user, gift_id=gift.gift_id, name=name, icon_url=icon,
            price=price, count=max(1, gift.count), open=not gift.ended,
            first_ms=now_ms, last_ms=now_ms, sent_ms=gift.at_ms, revision=0,
        )  # fmt: skip

    @staticmethod
    def _grown(row: GiftRow, gift: Gift, now_ms: int) -> GiftRow:
        count = max(row.count, gift.count)
        still_open = (row.open or count > row.count) and not gift.ended
        if count == row.count and still_open == row.open:
            return row
        sent_ms = max(row.sent_ms, gift.at_ms)
        return replace(row, count=count, open=still_open, last_ms=now_ms, sent_ms=sent_ms)

    def _learn(self, gift: Gift) -> list[Booking]:
        """Remember name and price by gift id: repeats may come without them."""
        name, price, icon = self._known.get(gift.gift_id, ("", 0, ""))
        told = (gift.gift_name or name, gift.diamonds or price, gift.icon_url or icon)
        self._known[gift.gift_id] = told
        if price or not told[1]:
            return []
        waiting = [row for row in self._rows.values() if row.gift_id == gift.gift_id and not row.price]
        return [self._put(replace(row, name=told[0], price=told[1]), row) for row in waiting]

    def _put(self, new: GiftRow, old: GiftRow | None) -> Booking:
        self.revision += 1
        new = replace(new, revision=self.revision)
        self._rows[new.key] = new
        self._rows.move_to_end(new.key)
        if new.open:
            self._open[new.key] = None
        else:
            self._open.pop(new.key, None)
        gained = Booking(
            new, new.diamonds - (old.diamonds if old else 0), new.count - (old.count if old else 0)
        )
        self.diamonds += gained.diamonds
        self.count += gained.gifts
        self._trim()
        return gained

    def _trim(self) -> None:
        while len(self._rows) > self._kept:
            oldest = next(iter(self._rows))
            del self._rows[oldest]
            self._open.pop(oldest, None)
