"""Flat JSON battles -> ours: tik.tools' `battle…` (protocol.md g.11), the connector's `linkMic…`."""

from __future__ import annotations

from itertools import groupby

from app.connector.managed.flat import Head, Maker
from app.connector.managed.parts import Part
from app.connector.managed.people import find_person, read_user
from app.events import Battle, BattleCard, Contributor, Event, Side, User
from app.events.types.battle import Phase
from app.events.types.bounds import bound_time_ms

# tik.tools numbers the phases in a way of its own (protocol.md g.10); "battleStatus" is the wire's.
STATUSES: dict[int, Phase] = {1: "active", 2: "preparing", 3: "ended", 4: "preparing"}
LONGEST_S = 86_400  # no battle takes a day
TRIGGERS: dict[int, Phase] = {1: "active", 2: "ended", 4: "active", 5: "active"}


def battle(part: Part, head: Head) -> Event:
    """A battle begins or ends."""
    return Battle(
        **head,
        battle_id=part.identity("battleId"),
        phase=STATUSES.get(part.code("status"), "unknown"),
        sides=_sides(part.parts("teams", "hosts")),
        duration_s=_duration_s(part),
    )


def armies(part: Part, head: Head) -> Event:
    """Scores. The end is told as seconds left at a moment of the server's clock."""
    duration_s, sent_ms = _duration_s(part), part.moment_ms("serverTsMs")
    left_s = part.whole("secsRemaining") if part.first_field("secsRemaining")[0] else -1
    has_clock = bool(sent_ms and duration_s) and 0 <= left_s <= LONGEST_S
    end_ms = sent_ms + left_s * 1000 if has_clock else 0
    return Battle(
        **head,
        battle_id=part.identity("battleId"),
        phase=STATUSES.get(part.code("status"), "unknown"),
        sides=_sides(part.parts("hosts")),
        start_ms=end_ms - duration_s * 1000 if end_ms else 0,
        duration_s=duration_s,
        end_ms=end_ms,
    )


def _duration_s(part: Part) -> int:
    """How long it takes; 0 when not told, or when no battle takes so long."""
    told_s = part.amount("battleDuration", "durationSec")
    return told_s if told_s <= LONGEST_S else 0


def _sides(hosts: tuple[Part, ...]) -> tuple[Side, ...]:
    """One side a host; hosts that share a team index are one."""
    ordered = sorted(hosts, key=_team)
    teams = [tuple(rows) for _, rows in groupby(ordered, _team)]
    if max(map(len, teams), default=1) == 1 or len(teams) == 1:
        return tuple(_single(host) for host in hosts)
    return tuple(_merge_team(team) for team in teams)


def _team(host: Part) -> int:
    return host.code("teamIdx", "teamId")


def _single(host: Part) -> Side:
    identity = host.identity("hostUserId", "userId", "id")
    rows = sorted(_contributors(host), key=lambda row: -row.score)
    return Side(identity, _score(host), tuple(rows), find_person(host.part("user", "host")))


def _merge_team(team: tuple[Part, ...]) -> Side:
    """A team: its score stands with each of its hosts."""
    members = tuple(sorted(host.identity("hostUserId", "userId", "id") for host in team))
    rows = sorted((row for host in team for row in _contributors(host)), key=lambda row: -row.score)
    scores = [score for host in team if (score := _score(host)) is not None]
    return Side(members[0], max(scores, default=None), tuple(rows), None, _team(team[0]), members)


def _score(host: Part) -> int | None:
    names = ("teamTotalScore", "score", "points")
    return host.amount(*names) if host.first_field(*names)[0] else None


def _contributors(host: Part) -> list[Contributor]:
    rows = host.parts("contributors", "participants")
    return [Contributor(read_user(row), row.amount("score", "points")) for row in rows]


def link_battle(part: Part, head: Head) -> Event:
    """Two hosts are in a battle (tiktok-live-connector 1.x)."""
    hosts = [read_user(one) for one in part.parts("battleUsers")]
    phase: Phase = "active" if hosts else "unknown"
    sides = tuple(Side(host.id, host=host) for host in hosts)
    return Battle(**head, battle_id=part.identity("battleId"), phase=phase, sides=sides)


def link_armies(part: Part, head: Head) -> Event:
    """Scores of a battle (tiktok-live-connector 1.x)."""
    return Battle(
        **head,
        battle_id=part.identity("battleId"),
        phase=TRIGGERS.get(part.code("battleStatus"), "unknown"),
        sides=_sides(part.parts("battleArmies")),
    )


def card(part: Part, head: Head) -> Event:
    """An item card was played."""
    return BattleCard(
        **head,
        user=User(
            part.identity("senderUserId"),
            part.text("senderUniqueId"),
            part.text("senderNickname"),
            part.text("senderAvatarUrl"),
        ),
        battle_id=part.identity("battleId"),
        card=part.text("effect", "cardType"),
        host_id=part.identity("hostUserId"),
        text=part.text("commentTemplate"),
        multiplier=part.code("multiplier"),
        ends_ms=_ends_ms(part.amount("endsAtSec")),
    )


def _ends_ms(ends_s: int) -> int:
    """A time told in seconds; 0 when no calendar holds it."""
    return bound_time_ms(ends_s * 1000)


TABLE: dict[str, Maker] = {
    "battle": battle,
    "battleArmies": armies,
    "battleItemCard": card,
    "linkMicBattle": link_battle,
    "linkMicArmies": link_armies,
}
