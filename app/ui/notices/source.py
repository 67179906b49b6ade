"""What happened since the last look, for those who are told outside the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.events import NOBODY, User
from app.state import ChatRow, GiftRow
from app.ui.source import FeedLine

if TYPE_CHECKING:
    from app.state import RoomState
    from app.state.status import StatusPhase

NOTICES = "notices"
NO_IDS: frozenset[int] = frozenset()
NOBODIES: frozenset[int | str] = frozenset()


class NoticeFrame(NamedTuple):
    """What is new.

    Attributes:
        rows: of the chat.
        gifts: rows that came or counted up.
        phase: where the connection stands.
        latest: who came in last.
        host: the handle that is followed.
        hidden: whom the user hides in this stream, by their keys.
        asked: ids of the comments among the rows that are new questions of the inbox.
        is_fresh: all of it was there before we looked: nothing of it is news.
    """

    rows: Sequence[ChatRow]
    gifts: Sequence[GiftRow]
    phase: StatusPhase
    latest: User = NOBODY
    host: str = ""
    is_fresh: bool = False
    asked: frozenset[int] = NO_IDS
    hidden: frozenset[int | str] = NOBODIES


class NoticeSource:
    """Remembers what was given."""

    def __init__(self) -> None:
        self._seq = self._revision = -1
        self._question = 0

    def stamp(self, state: RoomState, now_ms: int) -> object:  # noqa: ARG002 - the interface of sources
        """Numbers to compare."""
        return state.chat.newest, state.gifts.revision, state.people.revision, state.connection.revision

    def frame(self, state: RoomState, now_ms: int) -> NoticeFrame:  # noqa: ARG002
        """What was not given yet."""
        status, is_fresh = state.connection.status, self._seq < 0
        rows = [] if is_fresh else state.chat.since(self._seq)
        gifts = [] if is_fresh else state.gifts.since(self._revision)
        asked = frozenset(row.msg_id for row in state.questions.since(self._question)) - {0}
        self._seq, self._revision = state.chat.newest, state.gifts.revision
        self._question = state.questions.newest
        return NoticeFrame(
            rows,
            gifts,
            status.phase,
            state.people.latest,
            status.unique_id,
            is_fresh,
            asked,
            state.people.find_all("hidden"),
        )


NOTICE_LINE = FeedLine(NOTICES, NoticeSource, 0)
