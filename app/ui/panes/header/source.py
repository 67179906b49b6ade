"""What the header is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.state import Status
from app.ui.series import measure_trend
from app.ui.source import SECOND_MS
from app.ui.standing import Standing

if TYPE_CHECKING:
    from app.state import RoomState


@value
class HeaderFrame:
    """The numbers of the header.

    Attributes:
        viewers: how many watch, or watched when that was last told; None before it was.
        trend: the change of viewers over the last minute.
        follows: new followers since we looked.
        is_sample: the likes are those that we saw, since the room did not tell its own number.
        unreadable: messages that could not be read.
        passed_over: messages of kinds that nobody knows.
        gaps: spans without a connection.
        reconnects: how often a lost connection was made again.
        questions: how many wait for an answer.
        thanks: how many people wait for thanks.
    """

    status: Status
    now_ms: int
    target: str = ""
    viewers: int | None = None
    trend: int = 0
    likes: int = 0
    diamonds: int = 0
    follows: int = 0
    is_sample: bool = False
    unreadable: int = 0
    passed_over: int = 0
    gaps: int = 0
    reconnects: int = 0
    questions: int = 0
    thanks: int = 0

    @property
    def standing(self) -> Standing:
        """How the connection stands."""
        return Standing(self.status, self.now_ms, self.target)


class HeaderSource:
    """News with each number that is shown, and once a second: the stream's clock runs."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare: each comment raises the revision of the totals."""
        totals = state.totals
        revisions = state.connection.revision, state.viewers.revision
        counts = totals.likes, totals.room_likes, totals.follows, state.gifts.diamonds
        troubles = totals.undecodable, totals.unknown, totals.gaps, totals.reconnects
        inboxes = state.questions.open_count, state.thanks.open_count
        return revisions, counts, troubles, inboxes, state.target, now_ms // SECOND_MS

    def frame(self, state: RoomState, now_ms: int) -> HeaderFrame:
        """The numbers now."""
        totals, samples = state.totals, state.viewers.list_samples()
        return HeaderFrame(
            status=state.connection.status,
            now_ms=now_ms,
            target=state.target,
            viewers=state.viewers.now if samples else None,
            trend=measure_trend(samples, now_ms),
            likes=totals.room_likes or totals.likes,
            diamonds=state.gifts.diamonds,
            follows=totals.follows,
            is_sample=not totals.room_likes,
            unreadable=totals.undecodable,
            passed_over=totals.unknown,
            gaps=totals.gaps,
            reconnects=totals.reconnects,
            questions=state.questions.open_count,
            thanks=state.thanks.open_count,
        )
