"""What the ways in have in common that read TikTok's own messages."""

from __future__ import annotations

from typing import ClassVar

from app.connector.access import Access
from app.connector.clock import REAL, Clock
from app.connector.routes.room import RoomReader, Tap
from app.connector.target import Target
from app.connector.visit import Visit


class WireRoute:
    """Keeps one room reader over all attempts; subclasses add `attempt`.

    Attributes:
        source: name of the way in (app.connector.access.WAYS).
    """

    source: ClassVar[str]

    def __init__(
        self,
        target: Target,
        access: Access,
        *,
        tap: Tap | None = None,
        clock: Clock = REAL,
        visit: Visit | None = None,
    ) -> None:
        self._target = target
        self._access = access
        self._clock = clock
        self._room = RoomReader(self.source, access, tap, clock, visit)

    @property
    def duplicates(self) -> int:
        """Messages dropped because they came again, over all attempts."""
        return self._room.visit.seen.repeated
