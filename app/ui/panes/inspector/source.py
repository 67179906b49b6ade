"""What the inspector's window is given: events that came since the last look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.state.inspector import Sighting

if TYPE_CHECKING:
    from app.state.inspector import Inspector


class InspectorFrame(NamedTuple):
    """Events that came; `came` counts all. `is_fresh`: forget what was shown before."""

    rows: Sequence[Sighting]
    came: int
    is_fresh: bool = False


class InspectorSource:
    """Remembers which events were given. It reads the inspector's memory, which is of no room."""

    def __init__(self) -> None:
        self._seq = -1

    def stamp(self, inspector: Inspector, _now_ms: int) -> object:
        """A number to compare."""
        return inspector.newest

    def frame(self, inspector: Inspector, _now_ms: int) -> InspectorFrame:
        """What was not given yet."""
        frame = InspectorFrame(inspector.since(max(0, self._seq)), inspector.newest, self._seq < 0)
        self._seq = inspector.newest
        return frame
