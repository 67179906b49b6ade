"""What the pane of an inbox is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from app.frozen import value

if TYPE_CHECKING:
    from app.state import RoomState

AGE_STEP_MS = 10_000  # ages are said in steps of that


@value
class InboxFrame:
    """An inbox at a moment.

    Attributes:
        rows: those that wait and those that were just ticked, oldest first.
        open_count: how many wait.
        dropped: how many left that still waited.
        most: how many are kept.
        now_ms: the moment, our clock, ms since 1970.
        is_fresh: of another room than the frame before.
    """

    rows: tuple[Any, ...]
    open_count: int
    dropped: int
    most: int
    now_ms: int
    is_fresh: bool = False


class InboxSource:
    """News whenever a row comes, changes or leaves, and while some are there with each step of their ages.

    Attributes:
        NAME: of the part of the state.
    """

    NAME: ClassVar[str]

    def __init__(self) -> None:
        self._is_fresh = True

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        inbox: Any = state.parts[self.NAME]
        return inbox.revision, now_ms // AGE_STEP_MS if inbox.has_rows else 0

    def frame(self, state: RoomState, now_ms: int) -> InboxFrame:
        """The inbox now."""
        inbox: Any = state.parts[self.NAME]
        rows, is_fresh = inbox.list_rows(), self._is_fresh
        self._is_fresh = False
        return InboxFrame(rows, inbox.open_count, inbox.dropped, inbox.most, now_ms, is_fresh)
