"""What a provider says, put in order: one `Connected` first, nothing twice, nothing of another room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.events import Connected, Event, Join, Like, Undecodable
from app.protocol.methods import PREFIX
from app.protocol.seen_ids import CROWD
from app.protocol.visit import Visit


class EventSorter:
    """Sorts the events of a provider, over all attempts of a route.

    Args:
        source: name of the way in.
        unique_id: the creator, as far as known.
        visit: what is remembered of the room.
        own: the other side only ever tells of its own room, so that another room id is another stream.
    """

    def __init__(self, source: str, unique_id: str, visit: Visit, *, own: bool = False) -> None:
        self._visit = visit
        self._source = source
        self._unique_id = unique_id
        self._own = own
        self._room_id = 0
        self._is_inside = False

    @property
    def is_inside(self) -> bool:
        """Whether the room is open, as far as was told."""
        return self._is_inside

    def begin(self) -> None:
        """Begin an attempt: it is not known yet which room it is."""
        self._is_inside = False

    def sort(self, events: Iterable[Event], now_ms: int) -> list[Event]:
        """Give the events of this room that are new, after one `Connected` that has the time of now."""
        sorted_: list[Event] = []
        for event in events:
            if isinstance(event, Connected):
                sorted_ += self._enter_room(self._complete(event))
            elif isinstance(event, Undecodable) and not self._is_inside:
                sorted_.append(event)  # what nobody can read opens no room
            elif not self._is_elsewhere(event):
                if not self._is_inside or (event.room_id and event.room_id != self._room_id):
                    sorted_ += self.enter(now_ms, event.room_id)
                if self._visit.seen.add(event.msg_id, crowd=_is_of_crowd(event)):
                    sorted_.append(event)
        return sorted_

    def enter(self, at_ms: int, room_id: int = 0) -> list[Connected]:
        """Make the `Connected` for a room that is open, whether or not its id was told."""
        known = room_id or (0 if self._is_inside else self._room_id)
        return self._enter_room(
            Connected(at_ms=at_ms, room_id=known, unique_id=self._unique_id, source=self._source)
        )

    def _enter_room(self, room: Connected) -> list[Connected]:
        """Give the room, unless it was given before."""
        new = bool(room.room_id) and room.room_id != self._room_id
        named_late = self._is_inside and not self._room_id
        self._room_id = room.room_id or self._room_id
        if not self._is_inside or (new and not named_late):
            self._visit.enter(room.room_id)
        elif named_late:
            self._visit.name(room.room_id)
        if not self._is_inside or (new and not named_late) or (named_late and room.host):
            self._is_inside = True
            return [room]
        return []

    def _complete(self, room: Connected) -> Connected:
        """Add by which way the room was entered, and whose room was asked for."""
        return replace(room, source=self._source, unique_id=room.unique_id or self._unique_id)

    def _is_elsewhere(self, event: Event) -> bool:
        """Whether it is known to belong to another room than the one that was entered."""
        other = bool(event.room_id and self._room_id) and event.room_id != self._room_id
        return other and self._is_inside and not self._own


def _is_of_crowd(event: Event) -> bool:
    """As `CROWD` has it; providers have names of their own."""
    if event.method.startswith(PREFIX):
        return event.method in CROWD
    return isinstance(event, Like | Join)
