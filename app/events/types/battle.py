"""Battles (link mic, PK): two or more hosts, their armies, a clock (protocol.md g.10)."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.events.types.base import Event, User, UserEvent
from app.frozen import event, value

Phase = Literal["invited", "preparing", "active", "ended", "punishment", "done", "cancelled", "unknown"]
Outcome = Literal["", "win", "lose", "draw"]
TaskPhase = Literal["start", "update", "settle", "reward", "unknown"]


@value
class Contributor:
    """A member of an army.

    Attributes:
        user: who.
        score: points brought.
    """

    user: User
    score: int


@value
class Side:
    """One side of a battle.

    Attributes:
        host_id: user id of the host; in a team battle the smallest of its members, so that it stays the same.
        score: points of the side; None when this message did not tell.
        contributors: best first.
        host: the host where the message names them.
        team_id: 0 outside team battles.
        members: user ids of the hosts of a team, ascending; empty outside team battles.
        outcome: trusted only once the battle is over, else empty.
        win_streak: battles that the host won in a row, 0 when not told.
    """

    host_id: int
    score: int | None = None
    contributors: tuple[Contributor, ...] = ()
    host: User | None = None
    team_id: int = 0
    members: tuple[int, ...] = ()
    outcome: Outcome = ""
    win_streak: int = 0


@event
class Battle(Event):
    """A battle was opened, scored, finished or punished. Fields not told by this message are 0 or empty.

    Attributes:
        battle_id: names the battle.
        phase: where it stands after this message.
        sides: as told; merge by host_id.
        start_ms: server time it starts.
        duration_s: planned length.
        end_ms: server time it ends, 0 when not told.
        action: the wire's action number (1 invite, 4 open, 5 finish, ...), 0 when not told.
        kind: `normal_battle`, `team_battle`, ... in TikTok's words, empty when not told.
        cut_short: a host ended the battle or its punishment before the time.
        critical: a boosting glove struck: this score jumped.
        by_user_id: who asked, answered, gave what moved the score or ended it; 0 when not told.
    """

    type: ClassVar[str] = "battle"
    battle_id: int = 0
    phase: Phase = "unknown"
    sides: tuple[Side, ...] = ()
    start_ms: int = 0
    duration_s: int = 0
    end_ms: int = 0
    action: int = 0
    kind: str = ""
    cut_short: bool = False
    critical: bool = False
    by_user_id: int = 0


@event
class BattleTask(Event):
    """A challenge within a battle: reach `target` in time, and gifts count `multiplier` times for a while.

    Attributes:
        battle_id: the battle, 0 when not told.
        phase: it begins, moves, is over or is rewarded.
        progress: how far it is; 0 when this message does not tell.
        target: what is to be reached, told at the start.
        duration_s: time for it, told at the start.
        multiplier: what it brings, told at the start.
        reward_s: for how long, told at the start.
        result: how it ended (`succeed`, `failed`), told when it is over.
        user_id: who moved it, 0 when not told.
    """

    type: ClassVar[str] = "battle_task"
    battle_id: int = 0
    phase: TaskPhase = "start"
    progress: int = 0
    target: int = 0
    duration_s: int = 0
    multiplier: int = 0
    reward_s: int = 0
    result: str = ""
    user_id: int = 0


@event
class BattleNotice(Event):
    """A sentence of TikTok about the battle, such as its rules.

    Attributes:
        kind: TikTok's word for it.
        text: the sentence.
    """

    type: ClassVar[str] = "battle_notice"
    kind: str = ""
    text: str = ""


@event
class BattleCard(UserEvent):
    """An item card was played by `user`, or won: a multiplier, mist, thunder, extra time, ...

    Attributes:
        battle_id: the battle.
        card: which, in TikTok's words (`use_critical_strike_card`); `award_card_notice` for one that was won.
        host_id: the host it was played for.
        text: TikTok's sentence.
        multiplier: how often gifts count, 0 without.
        ends_ms: when its effect ends, ms since 1970, 0 when not told.
    """

    type: ClassVar[str] = "battle_card"
    battle_id: int = 0
    card: str = ""
    host_id: int = 0
    text: str = ""
    multiplier: int = 0
    ends_ms: int = 0
