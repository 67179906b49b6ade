"""What the chat pane is given: rows that came, rows that changed, and how the connection stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.state import ChatRow
from app.ui.standing import Standing, StandingSource

if TYPE_CHECKING:
    from app.state import RoomState


class ChatFrame(NamedTuple):
    """Rows that came and rows that changed since the last frame. `fresh`: forget what was shown before.

    `standing` is None where it is as it was.
    """

    rows: Sequence[ChatRow]
    edits: Sequence[ChatRow] = ()
    fresh: bool = False
    standing: Standing | None = None


class ChatSource:
    """Remembers which rows and changes were given."""

    def __init__(self) -> None:
        self._seq = self._edit = -1
        self._standing = StandingSource()
        self._stood: object = None

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        return state.chat.newest, state.chat.edits, self._standing.stamp(state, now_ms)

    def frame(self, state: RoomState, now_ms: int) -> ChatFrame:
        """What was not given yet."""
        chat, stands = state.chat, self._standing.stamp(state, now_ms)
        news = self._standing.frame(state, now_ms) if stands != self._stood else None
        rows, edits = chat.since(max(0, self._seq)), chat.edits_since(max(0, self._edit))
        frame = ChatFrame(rows, edits, self._seq < 0, news)
        self._seq, self._edit, self._stood = chat.newest, chat.edits, stands
        return frame
