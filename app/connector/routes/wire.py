"""What the ways in have in common that read TikTok's own messages."""

from __future__ import annotations

from typing import ClassVar

from app.access import Access
from app.clock import REAL, Clock
from app.connector.routes.room import RoomReader, Tap
from app.protocol.visit import Visit
from app.tiktok.target import Target


class WireRoute:
    """Keeps one room reader over all attempts; subclasses add `attempt`.

    Attributes:
        source: name of the way in (app.access.WAYS).
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
