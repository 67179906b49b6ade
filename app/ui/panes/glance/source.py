"""What the page is given: of everything that the other panes show, what is asked from two metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.frozen import value
from app.state import BattleView, LeaderRow, Status
from app.state.chat_row import ChatRow
from app.state.gift_row import GiftRow
from app.ui.series import measure_trend
from app.ui.source import SECOND_MS

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.state import RoomState

BEST = 3
LATEST, NEW_MS = 60, 20_000  # among so many rows, for so long the largest gift is the one to thank for
INBOXES = ("questions", "thanks")


@value
class GlanceFrame:
    """The answers of a moment.

    Attributes:
        battle: None while there is none to see, or when the user has seen how it ended.
        gift: the one to thank for; None while there is none.
        best: who gave most in the stream.
        viewers: how many watch, or watched when that was last told; None before it was.
        trend: the change of viewers over the last minute.
        questions: how many are open.
        thanks: how many people are to be thanked.
        pin: the comment that is pinned.
    """

    status: Status
    now_ms: int
    battle: BattleView | None = None
    gift: GiftRow | None = None
    best: tuple[LeaderRow, ...] = ()
    viewers: int | None = None
    trend: int = 0
    questions: int = 0
    thanks: int = 0
    pin: ChatRow | None = None


class GlanceSource:
    """News with whatever is shown, and once a second: the ages of things are read, and clocks run."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        parts = state.battle, state.gifts, state.leaderboard, state.viewers, state.connection, state.pins
        counts = [count_open(state, name) for name in INBOXES]
        return [part.revision for part in parts], counts, now_ms // SECOND_MS

    def frame(self, state: RoomState, now_ms: int) -> GlanceFrame:
        """The answers now."""
        battle, samples = state.battle.current, state.viewers.list_samples()
        questions, thanks = (count_open(state, name) for name in INBOXES)
        return GlanceFrame(
            state.connection.status,
            now_ms,
            battle=battle if battle is not None and battle.is_shown else None,
            gift=choose_gift(state.gifts.list_newest(LATEST), now_ms, state.thanks.all_thanked),
            best=state.leaderboard.top(BEST),
            viewers=state.viewers.now if samples else None,
            trend=measure_trend(samples, now_ms),
            questions=questions,
            thanks=thanks,
            pin=state.pins.shown,
        )


def count_open(state: RoomState, name: str) -> int:
    """How many rows of an inbox wait; none while there is no such part."""
    open_count: int = getattr(state.parts.get(name), "open_count", 0)
    return open_count


def choose_gift(newest: list[GiftRow], now_ms: int, thanked: Collection[int | str]) -> GiftRow | None:
    """The largest of the gifts that are new, so that many small ones do not hide it; else the last one.

    Who was thanked for everything is passed over.
    """
    people = [row for row in newest if row.user.key and row.user.key not in thanked]
    new = [row for row in people if now_ms - row.last_ms < NEW_MS]
    return max(new, key=lambda row: row.diamonds) if new else next(iter(people), None)
