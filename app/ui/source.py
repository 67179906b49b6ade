"""What stands between the state and a pane: a source reads out of the state what its pane shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from app.frozen import value

if TYPE_CHECKING:
    from app.state import RoomState

SECOND_MS = 1_000
TICK_MS = 30  # of the feed


class Source(Protocol):
    """Made anew for each state; what it remembers is what its pane was given of that state already."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """What differs whenever there is something new to show. It is cheap and changes nothing."""
        ...

    def frame(self, state: RoomState, now_ms: int) -> Any:
        """Everything that is to be shown, as values. The first frame of a source is whole."""
        ...


@value
class FeedLine:
    """What the feed pulls for one pane.

    Attributes:
        name: of the pane.
        source: makes a source.
        every_ms: how often it may be pulled at most; 0 is with each tick.
    """

    name: str
    source: Callable[[], Source]
    every_ms: int
