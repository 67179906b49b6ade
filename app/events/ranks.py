"""Rankings of hosts and viewers (protocol.md g.9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from app.events.base import Event, UserEvent

Period = Literal["hourly", "daily", "weekly", "label"]


@dataclass(frozen=True, slots=True)
class RankEntry:
    """One ranking.

    Attributes:
        kind: which, as TikTok numbers it.
        rank: the host's place, 0 unranked.
        score: points.
        countdown_s: seconds until it is decided.
        text: its name.
    """

    kind: int
    rank: int
    score: int
    countdown_s: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankUpdate(Event):
    """The host's place in the rankings moved.

    Attributes:
        entries: one for each ranking told.
    """

    type: ClassVar[str] = "rank"
    entries: tuple[RankEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RankText(UserEvent):
    """A viewer became one of the top viewers.

    Attributes:
        text: TikTok's sentence.
        rank_before: place before.
        rank_after: place now.
    """

    type: ClassVar[str] = "rank_text"
    text: str = ""
    rank_before: int = 0
    rank_after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RankReward(UserEvent):
    """A creator came up in a ranking; of `user` only the id is told.

    Attributes:
        period: `hourly`, `daily`, `weekly`, or `label` for the ranking's bare name.
        text: TikTok's sentence.
    """

    type: ClassVar[str] = "rank_reward"
    period: Period = "hourly"
    text: str = ""
