"""Rankings of hosts and viewers (protocol.md g.9)."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.events.types.base import Event, UserEvent
from app.frozen import event, value

Period = Literal["hourly", "daily", "weekly", "label"]


@value
class RankEntry:
    """One ranking.

    Attributes:
        kind: which, in TikTok's words (`weekly_rank`, `daily_rookie`); its number where there are no words.
        rank: the host's place, 0 unranked.
        score: points.
        countdown_s: seconds until it is decided.
        text: its name.
        code: TikTok's number of `kind`.
    """

    kind: str
    rank: int
    score: int
    countdown_s: int
    text: str
    code: int = 0


@event
class RankUpdate(Event):
    """The host's place in the rankings moved.

    Attributes:
        entries: one for each ranking told.
    """

    type: ClassVar[str] = "rank"
    entries: tuple[RankEntry, ...] = ()


@event
class RankText(UserEvent):
    """A viewer became one of the top viewers or gifters.

    Attributes:
        text: TikTok's sentence.
        rank_before: place before, 0 for none.
        rank_after: place now.
    """

    type: ClassVar[str] = "rank_text"
    text: str = ""
    rank_before: int = 0
    rank_after: int = 0


@event
class RankReward(UserEvent):
    """A creator came up in a ranking; of `user` only id and nickname are told.

    Attributes:
        period: `hourly`, `daily`, `weekly`, or `label` for the ranking's bare name.
        text: TikTok's sentence; several where several won.
    """

    type: ClassVar[str] = "rank_reward"
    period: Period = "hourly"
    text: str = ""
