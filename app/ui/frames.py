"""What the panes are given: values, complete for one drawing. Panes never see the state itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.frozen import value
from app.state import BattleView, ChatRow, GiftRow, LeaderRow, Status

Samples = tuple[tuple[int, int | None], ...]


@value
class HeaderFrame:
    """The numbers of the header.

    Attributes:
        viewers: how many watch, or watched when that was last told; None before it was.
        trend: the change of viewers over the last minute.
        target: whom the user wanted to follow, as typed.
    """

    status: Status
    now_ms: int
    viewers: int | None = None
    trend: int = 0
    likes: int = 0
    diamonds: int = 0
    follows: int = 0
    unreadable: int = 0
    target: str = ""


class ChatFrame(NamedTuple):
    """Rows that came and rows that changed since the last frame. `fresh`: forget what was shown before."""

    rows: Sequence[ChatRow]
    edits: Sequence[ChatRow] = ()
    fresh: bool = False


@value
class LeaderFrame:
    """The best gifters, with the sums over everybody."""

    rows: tuple[LeaderRow, ...]
    diamonds: int
    gifts: int
    people: int


class GiftFrame(NamedTuple):
    """Gifts that came or counted up since the last frame, in order of change."""

    rows: Sequence[GiftRow]
    fresh: bool = False


@value
class ViewersFrame:
    """The viewers' line. Without a connection the numbers are the last that are known."""

    now_ms: int
    now: int
    total: int
    peak: int
    trend: int
    samples: Samples
    is_current: bool = True


@value
class BattleFrame:
    """The battle at a moment; `battle` is None when there is none."""

    battle: BattleView | None
    now_ms: int
