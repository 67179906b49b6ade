"""The sides of a battle, put together from frames that come in any order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from app.events import Contributor, User
from app.events.types.battle import Outcome
from app.frozen import value
from app.state.bounds import shorten_person
from app.state.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.events import Side

Value = TypeVar("Value")
MOST_HOSTS = 100  # of a battle, and of a team; TikTok has eight. Who comes after them is not taken
MOST_CONTRIBUTORS = 10  # of a side, as many as TikTok sends
NEVER = -1  # before any server time: whoever tells it first fills it in


@value
class SideView:
    """A side as the pane shows it.

    Attributes:
        host_id: user id of the host, of a team one of its members; it stays the same through a battle.
        name: of the host; of a team the host that is followed, else the first whose name is known.
        score: points.
        contributors: best first.
        is_us: the host who is followed is on it; of no side while nobody said who that is.
        outcome: as the server told it, else from the scores; empty while the battle is not over.
        members: user ids of its hosts in a team battle.
        names: of its hosts in a team battle, as far as known.
        hosts: who stands on it, as far as known, the one who is followed first.
    """

    host_id: int
    name: str = ""
    unique_id: str = ""
    avatar_url: str = ""
    score: int = 0
    contributors: tuple[Contributor, ...] = ()
    is_us: bool = False
    outcome: Outcome = ""
    members: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    hosts: tuple[User, ...] = ()


@dataclass(slots=True)
class _Record:
    """What was told of a side, each with the server time of the frame that told it."""

    host_id: int
    team_id: int
    members: tuple[int, ...] = ()
    score: tuple[int, int] = NEVER, 0
    contributors: tuple[int, tuple[Contributor, ...]] = NEVER, ()
    outcome: tuple[int, Outcome] = NEVER, ""

    @property
    def is_team(self) -> bool:
        return bool(self.team_id or self.members)

    def take(self, side: Side, at_ms: int) -> None:
        if side.members:
            others = sorted({*side.members} - {*self.members})[: MOST_HOSTS - len(self.members)]
            self.members = tuple(sorted((*self.members, *others)))
        self.team_id = side.team_id or self.team_id
        if side.score is not None:
            self.score = _choose_newer(self.score, side.score, at_ms)
        if side.contributors:
            best = side.contributors[:MOST_CONTRIBUTORS]
            kept = tuple(Contributor(shorten_person(one.user), one.score) for one in best)
            self.contributors = _choose_newer(self.contributors, kept, at_ms)
        if side.outcome:
            self.outcome = _choose_newer(self.outcome, side.outcome, at_ms)


class Sides(Memory):
    """Merges sides by host, and teams by whom they share.

    An opening may name four hosts without a word that they are two teams. Once teams are told, hosts alone
    are no sides any more; their names stay.
    """

    _records: list[_Record]
    _hosts: dict[int, tuple[int, User]]

    def __init__(self) -> None:
        self._records, self._hosts = [], {}

    def take(self, told: Iterable[Side], at_ms: int) -> None:
        """Take what a frame of that server time tells; of older frames only what nobody told yet."""
        for side in told:
            if side.host is not None:
                self._meet(side.host, side.host.id or side.host_id, at_ms)
            record = self._record(side)
            if record is not None:
                record.take(side, at_ms)

    def doubt(self) -> None:
        """The time of a frame turned out to be odd: from now on every frame is newer."""
        for record in self._records:
            record.score = NEVER, record.score[1]
            record.contributors = NEVER, record.contributors[1]
            record.outcome = NEVER, record.outcome[1]

    def list_views(self, us: int, *, over: bool) -> tuple[SideView, ...]:
        """The sides, ours first; `us` is the user id of the host who is followed, 0 when unknown."""
        teams = [record for record in self._records if record.is_team]
        views = [self._make_view(record, us) for record in teams or self._records]
        views.sort(key=lambda side: not side.is_us)
        return _judge(tuple(views)) if over else tuple(replace(side, outcome="") for side in views)

    def _meet(self, host: User, host_id: int, at_ms: int) -> None:
        if host_id in self._hosts or len(self._hosts) < MOST_HOSTS:
            before = self._hosts.get(host_id, (NEVER, host))
            self._hosts[host_id] = _choose_newer(before, shorten_person(host), at_ms)

    def _record(self, side: Side) -> _Record | None:
        is_team = bool(side.team_id or side.members)
        found = self._find_team(side) if is_team else self._find_single(side.host_id)
        if found is None and len(self._records) < MOST_HOSTS:
            found = _Record(side.host_id, side.team_id)
            self._records.append(found)
        return found

    def _find_single(self, host_id: int) -> _Record | None:
        return next((one for one in self._records if not one.is_team and one.host_id == host_id), None)

    def _find_team(self, side: Side) -> _Record | None:
        """Whom it shares goes before its number; members may be missing from a frame."""
        teams = [one for one in self._records if one.is_team]
        shared = (one for one in teams if not set(one.members).isdisjoint(side.members))
        numbered = (one for one in teams if side.team_id and one.team_id == side.team_id)
        return next(shared, None) or next(numbered, None)

    def _make_view(self, record: _Record, us: int) -> SideView:
        is_us = bool(us) and us in (record.host_id, *record.members)
        members = record.members or (record.host_id,)
        known = [self._hosts[one][1] for one in members if one in self._hosts]
        named = [user for user in known if user.nickname or user.unique_id]
        named.sort(key=lambda user: user.id != us)
        host = next(iter(named), None)
        return SideView(
            record.host_id,
            name=host.name if host else "",
            unique_id=host.unique_id if host else "",
            avatar_url=host.avatar_url if host else "",
            score=record.score[1],
            contributors=record.contributors[1],
            is_us=is_us,
            outcome=record.outcome[1],
            members=record.members,
            names=tuple(user.name for user in named) if record.members else (),
            hosts=tuple(named),
        )


def _choose_newer(known: tuple[int, Value], value: Value, at_ms: int) -> tuple[int, Value]:
    return (at_ms, value) if at_ms >= known[0] else known


def _judge(sides: tuple[SideView, ...]) -> tuple[SideView, ...]:
    """Fill in the outcome from the scores where the server did not say it."""
    if not sides or any(side.outcome for side in sides):
        return sides
    best = max(side.score for side in sides)
    winners = sum(side.score == best for side in sides)
    return tuple(replace(side, outcome=_judge_outcome(side.score, best, winners)) for side in sides)


def _judge_outcome(score: int, best: int, winners: int) -> Outcome:
    if score < best:
        return "lose"
    return "win" if winners == 1 else "draw"
