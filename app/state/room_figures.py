"""What the room itself says was given, beside what we counted."""

from __future__ import annotations

from typing import ClassVar

from app.events import GuestGifts, Viewers
from app.state.bounds import saturate
from app.state.facts import StreamStart
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew

KEPT_GUESTS = 24
KEPT_PEOPLE = 100


class RoomFigures(Part):
    """TikTok tells the coins of the whole room in rooms with guests only, with those of each guest.

    In all rooms it tells those of the top viewers: so much was given at least.

    Attributes:
        total: of the whole room, 0 while not told.
        least: of the top viewers together.
    """

    total: int
    least: int
    _guests: dict[int, int]
    _people: dict[int | str, int]

    def __init__(self) -> None:
        super().__init__()
        self.total = self.least = 0
        self._guests, self._people = {}, {}

    def find_guest(self, guest: int) -> int:
        """Coins of a guest, by user id; 0 where they were not told."""
        return self._guests.get(guest, 0)

    def find_person(self, person: int | str) -> int:
        """Coins of one of the top viewers, by their key; 0 of others."""
        return self._people.get(person, 0)

    def _take_guests(self, told: GuestGifts, _now_ms: int) -> Facts:
        """Coins are only gained: a frame that comes late says less."""
        total = max(self.total, saturate(told.total))
        scores = ((one.user_id, saturate(one.coins)) for one in told.guests)
        gained = {guest: coins for guest, coins in scores if coins > self.find_guest(guest)}
        guests = dict(list({**self._guests, **gained}.items())[-KEPT_GUESTS:])
        self.revision += (total, guests) != (self.total, self._guests)
        self.total, self._guests = total, guests
        return NOTHING

    def _take_viewers(self, told: Viewers, _now_ms: int) -> Facts:
        people = {one.user.key: saturate(one.score) for one in told.top[:KEPT_PEOPLE] if one.score}
        if not people:
            return NOTHING
        least = max(self.least, saturate(sum(people.values())))
        self.revision += (least, people) != (self.least, self._people)
        self.least, self._people = least, people
        return NOTHING

    TAKES: ClassVar[Takes] = {GuestGifts: _take_guests, Viewers: _take_viewers, StreamStart: begin_anew}
