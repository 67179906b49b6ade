"""Who fights whom: two hosts, two teams or four hosts, and how the wire says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.protocol.schema import Wire
from app.sim.room.people import Crowd, Person
from app.sim.wire import make

CONTRIBUTORS = 10
DUEL, TEAMS, EACH = 1, 2, 3  # battle_settings.battle_type: normal, team, individual
KINDS = (DUEL, TEAMS, EACH)  # one after the other
RIVALS = {DUEL: 1, TEAMS: 3, EACH: 3}
WIN, LOSE, DRAW = 0, 1, 2


@dataclass(slots=True)
class FightSide:
    """Hosts who fight together, and who gave how many points for them."""

    hosts: tuple[Person, ...]
    points: dict[int, int] = field(default_factory=dict)

    @property
    def score(self) -> int:
        """All points."""
        return sum(self.points.values())


class Fight:
    """The sides of one battle, ours first.

    Args:
        crowd: whose host fights.
        number: of the battle, from 1: each has other rivals, and another kind than the one before.
    """

    def __init__(self, crowd: Crowd, number: int) -> None:
        self._crowd = crowd
        self.kind = KINDS[(number - 1) % len(KINDS)]
        rivals = [crowd.rivals[(number - 1 + at) % len(crowd.rivals)] for at in range(RIVALS[self.kind])]
        hosts = (crowd.host, *rivals)
        groups = [hosts[:2], hosts[2:]] if self.kind == TEAMS else [(host,) for host in hosts]
        self.sides = [FightSide(tuple(group)) for group in groups]

    @property
    def hosts(self) -> list[Person]:
        """All who fight."""
        return [host for side in self.sides for host in side.hosts]

    def add(self, side: FightSide, giver: Person, points: int) -> None:
        """Somebody gave for a side."""
        side.points[giver.id] = side.points.get(giver.id, 0) + points

    def describe_armies(self) -> dict[int, dict[str, Any]]:
        """By host what is told of their army; of teams nothing."""
        if self.kind == TEAMS:
            return {}
        return {
            side.hosts[0].id: {
                "user_armies": self._describe_givers(side),
                "hostscore": side.score,
                "anchor_id_str": str(side.hosts[0].id),
            }
            for side in self.sides
        }

    def describe_teams(self) -> list[dict[str, Any]]:
        """The armies of teams; without them nothing."""
        if self.kind != TEAMS:
            return []
        return [
            {
                "team_id": number,
                "team_user": [{"user_id": host.id, "user_id_str": str(host.id)} for host in side.hosts],
                "team_total_score": side.score,
                "user_armies": {"user_armies": self._describe_givers(side)},
            }
            for number, side in enumerate(self.sides, 1)
        ]

    def describe_result(self) -> dict[str, Any]:
        """How it ended."""
        totals = [side.score for side in self.sides]
        ends = [_judge(score, totals) for score in totals]
        if self.kind == TEAMS:
            rows = [
                {"team_id": number, "result": end, "total_score": side.score}
                for number, (side, end) in enumerate(zip(self.sides, ends, strict=True), 1)
            ]
            return {"team_battle_result": rows}
        return {
            "battle_result": {
                side.hosts[0].id: _make_result(side, end) for side, end in zip(self.sides, ends, strict=True)
            }
        }

    def _describe_givers(self, side: FightSide) -> list[dict[str, Any]]:
        best = sorted(side.points.items(), key=lambda row: -row[1])[:CONTRIBUTORS]
        return [
            {
                "user_id": giver,
                "user_id_str": str(giver),
                "score": score,
                "nickname": (person := self._crowd.find(giver)).nickname,
                "avatar_thumb": person.user.avatar_thumb,
            }
            for giver, score in best
        ]


def describe_player(person: Person) -> dict[str, Any]:
    """Somebody as battles name them."""
    return {
        "user": {
            "user_id": person.id,
            "nick_name": person.nickname,
            "display_id": person.handle,
            "avatar_thumb": person.user.avatar_thumb,
        }
    }


def _judge(score: int, totals: Sequence[int]) -> int:
    if len(set(totals)) == 1:
        return DRAW
    return WIN if score == max(totals) else LOSE


def _make_result(side: FightSide, end: int) -> Wire:
    return make("BattleResult", user_id=side.hosts[0].id, score=side.score, result=end)
