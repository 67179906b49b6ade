"""Battles (link mic, PK): two or more hosts, their armies, a clock (protocol.md g.10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from app.events.base import Event, User, UserEvent

Phase = Literal["invited", "preparing", "active", "ended", "punishment", "done", "cancelled", "unknown"]
Outcome = Literal["", "win", "lose", "draw"]


@dataclass(frozen=True, slots=True)
class Contributor:
    """A member of an army with the points it brought."""

    user: User
    score: int


@dataclass(frozen=True, slots=True)
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
    """

    host_id: int
    score: int | None = None
    contributors: tuple[Contributor, ...] = ()
    host: User | None = None
    team_id: int = 0
    members: tuple[int, ...] = ()
    outcome: Outcome = ""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    """

    type: ClassVar[str] = "battle"
    battle_id: int = 0
    phase: Phase = "unknown"
    sides: tuple[Side, ...] = ()
    start_ms: int = 0
    duration_s: int = 0
    end_ms: int = 0
    action: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BattleCard(UserEvent):
    """An item card was played: a multiplier, mist, thunder, extra time, ... by `user` for `host_id`."""

    type: ClassVar[str] = "battle_card"
    battle_id: int = 0
    card: str = ""
    host_id: int = 0
    text: str = ""
    multiplier: int = 0
    ends_ms: int = 0
