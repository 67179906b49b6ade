"""What is remembered of a room between the connections to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.protocol.seen_ids import SeenIds


@dataclass(slots=True)
class Visit:
    """One creator's room as far as it was heard.

    Whoever connects again by hand resumes the earlier visit, so that what the server repeats is known and the
    pause is a gap.

    Attributes:
        seen: ids of the messages that were given on.
        room_id: the room that was entered last, 0 before or when nobody told.
        heard_ms: when something was last received, our clock, ms since 1970; 0 before.
        missed_since_ms: at the last entering, since when nothing had been heard; 0 in a room entered anew.
    """

    seen: SeenIds = field(default_factory=SeenIds)
    room_id: int = 0
    heard_ms: int = 0
    missed_since_ms: int = 0

    def resume(self, earlier: Visit) -> None:
        """Go on where an earlier visit of the same creator stopped."""
        self.seen, self.room_id, self.heard_ms = earlier.seen, earlier.room_id, earlier.heard_ms

    def enter(self, room_id: int) -> None:
        """Note that the room is open; 0 when its number is not known, then it counts as the one before."""
        self.name(room_id)
        self.missed_since_ms = self.heard_ms

    def name(self, room_id: int) -> None:
        """Note the room's number. Another room may use the same message ids, so those are forgotten."""
        if room_id and self.room_id and room_id != self.room_id:
            self.seen.clear()
            self.heard_ms = 0
        self.room_id = room_id or self.room_id

    def take_gap(self) -> int:
        """Give once since when nothing was heard before the room was entered; then 0, as without a gap."""
        since_ms, self.missed_since_ms = self.missed_since_ms, 0
        return since_ms
