"""How many gifts come in a minute now, and how many usually do."""

from __future__ import annotations

from collections import deque
from typing import ClassVar

from app.events import Connected
from app.state.facts import Booking, StreamStart
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew

SLOT_MS = 5_000
NOW_SLOTS = 12  # a minute
LEAST_SLOTS = 24  # two minutes before this one, or nobody knows what is usual
KEPT_SLOTS = 360  # half an hour before this minute
SLOTS_A_MINUTE = 60_000 / SLOT_MS


class GiftPace(Part):
    """Counts gifts, not diamonds: one lion would be an alarm, and a room in which everybody gives would not.

    Attributes:
        per_minute: gifts of the last minute.
        usual: gifts a minute in the half hour before that, None until it was listened to for two minutes.
    """

    HIDDEN = frozenset({"_since", "_seen", "_slots"})

    per_minute: int
    usual: float | None
    _since: int  # the slot in which we began to listen, 0 before
    _seen: int  # the slot of the last look
    _slots: deque[tuple[int, int]]  # slots of five seconds in which gifts came, and how many

    def __init__(self) -> None:
        super().__init__()
        self.per_minute, self.usual = 0, None
        self._since = self._seen = 0
        self._slots = deque()

    def tick(self, now_ms: int) -> Facts:
        """Let the minute move on."""
        slot = now_ms // SLOT_MS
        if self._since and slot != self._seen:
            self._renew(slot)
        return NOTHING

    def _listen(self, _event: Connected, now_ms: int) -> Facts:
        self._since = self._since or now_ms // SLOT_MS
        return NOTHING

    def _book(self, booking: Booking, now_ms: int) -> Facts:
        slot = now_ms // SLOT_MS
        self._since = self._since or slot
        if self._slots and slot < self._slots[-1][0]:  # our clock was set back
            self._slots.clear()
            self._since = slot
        if booking.gifts > 0:
            earlier = self._slots.pop()[1] if self._slots and self._slots[-1][0] == slot else 0
            self._slots.append((slot, earlier + booking.gifts))
            self._add(slot, booking.gifts)
        return NOTHING

    def _add(self, slot: int, gifts: int) -> None:
        """Within a slot only the number of now grows: adding up all takes longer."""
        if slot != self._seen:
            self._renew(slot)
            return
        self.per_minute += gifts
        self.revision += 1

    def _renew(self, slot: int) -> None:
        self._seen = slot
        first_now = slot - NOW_SLOTS + 1
        first = max(self._since, first_now - KEPT_SLOTS)
        while self._slots and self._slots[0][0] < first:
            self._slots.popleft()
        now = sum(gifts for at, gifts in self._slots if at >= first_now)
        before = sum(gifts for at, gifts in self._slots if at < first_now)
        slots = first_now - first
        usual = round(before * SLOTS_A_MINUTE / slots, 1) if slots >= LEAST_SLOTS else None
        self.revision += (now, usual) != (self.per_minute, self.usual)
        self.per_minute, self.usual = now, usual

    TAKES: ClassVar[Takes] = {Connected: _listen, Booking: _book, StreamStart: begin_anew}
