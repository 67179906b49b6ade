"""The gift ledger: every gift booked once, whatever order or repetition its frames come in."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from itertools import islice
from typing import Any, ClassVar, NamedTuple

from app.events import Disconnected, End, Gift
from app.state.bounds import KEPT_OF_NAME, LATE_MS, saturate, shorten, shorten_person
from app.state.facts import Booking, HostIdentity, LateCount, StreamStart
from app.state.gift_row import GiftRow, Key
from app.state.part import NOTHING, Facts, Part, Takes
from app.state.streaks import SILENCE_MS, Streaks

KEPT_ROWS = 20_000
SHOWN_ROWS = 1_000  # the window shows 500
GROUP_KEY = 3  # person, gift, group
SHOWN_KINDS = 200
KEPT_KINDS = 10_000  # of gifts; TikTok has some thousand


class KnownGift(NamedTuple):
    """What is known of a gift, whoever gives it."""

    name: str = ""
    price: int = 0
    icon_url: str = ""


class GiftLedger(Part):
    """Keeps one row a streak with the largest count seen, so that the total is the sum of the rows.

    Beyond the newest 1,000 a row that has its price and did not change for half an hour is forgotten, beyond
    `kept` any row, the oldest first; what it was worth stays in the total.
    """

    HIDDEN = frozenset({"_open", "_streaks", "_known", "_host_id"})

    diamonds: int
    count: int
    _rows: OrderedDict[Key, GiftRow]
    _open: dict[Key, int]  # when it was heard of last, our clock
    _streaks: Streaks
    _known: dict[int, KnownGift]
    _host_id: int

    def __init__(self, kept: int = KEPT_ROWS, silence_ms: int = SILENCE_MS) -> None:
        super().__init__()
        self._kept = kept
        self._silence_ms = silence_ms
        self._rows, self._open, self._known = OrderedDict(), {}, {}
        self._streaks = Streaks(silence_ms)
        self._host_id = self.diamonds = self.count = 0
        self._index()

    def tick(self, now_ms: int) -> Facts:
        """Close the streaks that fell silent."""
        return [Booking(row, 0, 0) for row in self.close_silent(now_ms)]

    def settle(self, gift: Gift, now_ms: int) -> list[Booking]:
        """Book a gift.

        Returns:
            What changed; empty for a repetition. There is more than one row when the gift told a price
            that earlier rows of its kind were waiting for.
        """
        kind = self._find_kind(gift)
        priced = self._learn(gift.gift_id, kind)
        key = self._find_key(gift)
        old = self._rows.get(key)
        if old is None:
            return [*priced, self._put(_open_row(key, gift, kind, now_ms), None)]
        new = _name_row(_grow_row(old, gift, now_ms), gift)
        if new is old:
            return priced
        booking = self._put(new, old)
        is_moved = old.user.key != new.user.key
        return [*priced, booking._replace(before=old) if is_moved else booking]

    def close_silent(self, now_ms: int) -> list[GiftRow]:
        """Close the streaks of which nothing was heard for 12 s: TikTok loses end frames."""
        for key, heard_ms in self._open.items():
            if heard_ms > now_ms:  # our clock was set back: the silence begins now
                self._open[key] = now_ms
        silent = [key for key, heard_ms in self._open.items() if now_ms - heard_ms >= self._silence_ms]
        return self._change(silent, is_open=False)

    def close_all(self) -> list[GiftRow]:
        """Close every open streak, because nothing will come any more."""
        return self._change(list(self._open), is_open=False)

    def take_for_host(self, host_id: int) -> list[Booking]:
        """Note who the host is: a gift to the host has no other receiver."""
        rows = [row for row in self._rows.values() if row.to_user and row.to_user.id == host_id]
        return [self._put(replace(row, to_user=None), row)._replace(before=row) for row in rows]

    def list_names(self) -> tuple[str, ...]:
        """What the kinds of gifts are called that were seen, the last 200, in order."""
        return tuple(sorted({kind.name for kind in list(self._known.values())[-SHOWN_KINDS:] if kind.name}))

    def since(self, revision: int) -> list[GiftRow]:
        """Rows that changed after `revision`, in the order of their last change."""
        changed = []
        for row in reversed(self._rows.values()):
            if row.revision <= revision:
                break
            changed.append(row)
        return changed[::-1]

    def list_newest(self, count: int) -> list[GiftRow]:
        """The rows that changed last, the latest first."""
        return list(islice(reversed(self._rows.values()), count))

    def _give(self, gift: Gift, now_ms: int) -> Facts:
        """Book a gift; one to the host whom we follow has no other receiver."""
        if self._host_id and gift.to_user and gift.to_user.id == self._host_id:
            gift = replace(gift, to_user=None)
        return self.settle(gift, now_ms) or self._count_late(gift)

    def _count_late(self, gift: Gift) -> Facts:
        """A frame that was overtaken says how many there were before."""
        if not gift.group_id:
            return NOTHING
        row = self._rows.get(self._find_group(gift))
        if row is None or gift.count >= row.count or gift.at_ms >= row.sent_ms:
            return NOTHING
        return (LateCount(row.key, gift.count, gift.at_ms),)

    def _meet_host(self, host: HostIdentity, _now_ms: int) -> Facts:
        self._host_id = host.user_id
        return self.take_for_host(host.user_id) if host.user_id else NOTHING

    def _end(self, _event: Disconnected | End, _now_ms: int) -> Facts:
        return [Booking(row, 0, 0) for row in self.close_all()]

    def _begin_anew(self, _start: StreamStart, _now_ms: int) -> Facts:
        """Prices stay known, and who the host is."""
        known, host_id = self._known, self._host_id
        self.clear()
        self._known, self._host_id = known, host_id
        return NOTHING

    def _find_key(self, gift: Gift) -> Key:
        """A group names a streak whatever the type of gift; without one, what cannot streak is by itself."""
        who = gift.user.key
        if gift.group_id:
            return self._find_group(gift)
        if not gift.streakable:
            return (gift.msg_id,) if gift.msg_id else (who, gift.gift_id, gift.order_id, gift.at_ms)
        return self._streaks.find_key(gift, self._rows.get)

    def _find_group(self, gift: Gift) -> Key:
        """The key of the person's group; a frame that names nobody is of the last such group."""
        who = gift.user.key
        key: Key = (who, gift.gift_id, gift.group_id)
        last = self._groups.get(key[1:])
        row = self._rows.get(last) if last is not None and key not in self._rows else None
        is_same = row is not None and (not who or row.user.key in ("", who))
        return last if last is not None and is_same else key

    def _find_kind(self, gift: Gift) -> KnownGift:
        """Repeats may come without name and price: both are remembered by gift id."""
        known = self._known.get(gift.gift_id, KnownGift()) if gift.gift_id else KnownGift()
        name = shorten(gift.gift_name, KEPT_OF_NAME) or known.name
        return KnownGift(name, gift.diamonds or known.price, gift.icon_url or known.icon_url)

    def _learn(self, gift_id: int, kind: KnownGift) -> list[Booking]:
        """Remember a kind; rows of it that waited for the price get it."""
        if not gift_id:
            return []
        known = self._known.get(gift_id)
        if kind == known:
            return []
        self._known[gift_id] = kind
        if len(self._known) > KEPT_KINDS:
            del self._known[next(iter(self._known))]
        if known is None or known.price or not kind.price:  # no row waits for one that was never seen
            return []
        waiting = [row for row in self._rows.values() if row.gift_id == gift_id and not row.price]
        return [self._put(replace(row, name=kind.name, price=kind.price), row) for row in waiting]

    def _change(self, keys: list[Key], **changes: Any) -> list[GiftRow]:
        """Rows with other values than before, which are worth the same."""
        rows = [self._rows[key] for key in keys]
        return [self._put(replace(row, **changes), row).row for row in rows]

    def _put(self, new: GiftRow, old: GiftRow | None) -> Booking:
        self.revision += 1
        new = replace(new, revision=self.revision, number=new.number or self.revision)
        self._rows[new.key] = new
        self._rows.move_to_end(new.key)
        if old is None and len(new.key) == GROUP_KEY:
            self._groups[new.key[1:]] = new.key
        if new.is_open:
            self._open[new.key] = new.last_ms
        else:
            self._open.pop(new.key, None)
        gained = Booking(
            new, new.diamonds - (old.diamonds if old else 0), new.count - (old.count if old else 0)
        )
        self.diamonds = saturate(self.diamonds + gained.diamonds)
        self.count = saturate(self.count + gained.gifts)
        self._trim(new.last_ms)
        return gained

    def _trim(self, now_ms: int) -> None:
        while len(self._rows) > self._kept or (len(self._rows) > SHOWN_ROWS and self._is_settled(now_ms)):
            oldest, _ = self._rows.popitem(last=False)
            self._open.pop(oldest, None)
            self._streaks.forget(oldest)
            if self._groups.get(oldest[1:]) == oldest:
                del self._groups[oldest[1:]]

    def _is_settled(self, now_ms: int) -> bool:
        """Whether nothing is to come any more of the row that changed longest ago."""
        oldest = next(iter(self._rows.values()))
        return bool(oldest.price) and not oldest.is_open and now_ms - oldest.last_ms > LATE_MS

    def _index(self) -> None:
        """The row that came last, by gift and group."""
        rows = sorted(self._rows.values(), key=lambda row: row.number)
        self._groups: dict[Key, Key] = {row.key[1:]: row.key for row in rows if len(row.key) == GROUP_KEY}

    TAKES: ClassVar[Takes] = {
        Gift: _give,
        HostIdentity: _meet_host,
        Disconnected: _end,
        End: _end,
        StreamStart: _begin_anew,
    }


def _open_row(key: Key, gift: Gift, kind: KnownGift, now_ms: int) -> GiftRow:
    return GiftRow(
        key=key,
        user=shorten_person(gift.user),
        to_user=gift.to_user and shorten_person(gift.to_user),
        gift_id=gift.gift_id,
        name=kind.name,
        icon_url=kind.icon_url,
        price=kind.price,
        count=max(1, gift.count),
        is_open=not gift.ended,
        first_ms=now_ms,
        last_ms=now_ms,
        sent_ms=gift.at_ms,
        revision=0,
    )


def _grow_row(row: GiftRow, gift: Gift, now_ms: int) -> GiftRow:
    count = max(row.count, gift.count)
    still_open = (row.is_open or count > row.count) and not gift.ended
    if count == row.count and still_open == row.is_open:
        return row
    sent_ms = max(row.sent_ms, gift.at_ms)
    return replace(row, count=count, is_open=still_open, last_ms=now_ms, sent_ms=sent_ms)


def _name_row(row: GiftRow, gift: Gift) -> GiftRow:
    """The row with who gave it, where nobody was named before, or by a number alone."""
    is_better = not row.user.key or (row.user.key == gift.user.key and not row.user.nickname)
    if is_better and gift.user.key and gift.user != row.user and (gift.user.nickname or not row.user.key):
        return replace(row, user=shorten_person(gift.user))
    return row
