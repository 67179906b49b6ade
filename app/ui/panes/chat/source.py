"""What the chat pane is given: rows that came, and rows that changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.state import ChatRow

if TYPE_CHECKING:
    from app.state import RoomState


class ChatFrame(NamedTuple):
    """Rows that came and rows that changed since the last frame. `fresh`: forget what was shown before."""

    rows: Sequence[ChatRow]
    edits: Sequence[ChatRow] = ()
    fresh: bool = False


class ChatSource:
    """Remembers which rows and changes were given."""

    def __init__(self) -> None:
        self._seq = self._edit = -1

    def stamp(self, state: RoomState, now_ms: int) -> object:  # noqa: ARG002 - rows are as old as they are
        """Numbers to compare."""
        return state.chat.newest, state.chat.edits

    def frame(self, state: RoomState, now_ms: int) -> ChatFrame:  # noqa: ARG002
        """What was not given yet."""
        chat = state.chat
        rows, edits = chat.since(max(0, self._seq)), chat.edits_since(max(0, self._edit))
        frame = ChatFrame(rows, edits, self._seq < 0)
        self._seq, self._edit = chat.newest, chat.edits
        return frame
