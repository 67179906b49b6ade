"""Flat JSON battles -> ours: tik.tools' `battle…` (protocol.md g.11), the connector's `linkMic…`."""

from __future__ import annotations

from itertools import groupby

from app.connector.managed.flat import Head, Maker
from app.connector.managed.parts import FramePart
from app.connector.managed.people import find_person, read_user
from app.events import Battle, BattleCard, Contributor, Event, Side, User
from app.events.types.battle import Phase
from app.events.types.bounds import bound_time_ms

# tik.tools numbers the phases in a way of its own (protocol.md g.10); "battleStatus" is the wire's.
STATUSES: dict[int, Phase] = {1: "active", 2: "preparing", 3: "ended", 4: "preparing"}
LONGEST_S = 86_400  # no battle takes a day
TRIGGERS: dict[int, Phase] = {1: "active", 2: "ended", 4: "active", 5: "active"}


def make_battle(part: FramePart, head: Head) -> Event:
    """A battle begins or ends."""
    return Battle(
        **head,
        battle_id=part.read_identity("battleId"),
        phase=STATUSES.get(part.read_code("status"), "unknown"),
        sides=_list_sides(part.list_parts("teams", "hosts")),
        duration_s=_read_duration_s(part),
    )


def make_armies(part: FramePart, head: Head) -> Event:
    """Scores. The end is told as seconds left at a moment of the server's clock."""
    duration_s, sent_ms = _read_duration_s(part), part.read_moment_ms("serverTsMs")
    left_s = part.read_whole("secsRemaining") if part.find_field("secsRemaining")[0] else -1
    has_clock = bool(sent_ms and duration_s) and 0 <= left_s <= LONGEST_S
    end_ms = sent_ms + left_s * 1000 if has_clock else 0
    return Battle(
        **head,
        battle_id=part.read_identity("battleId"),
        phase=STATUSES.get(part.read_code("status"), "unknown"),
        sides=_list_sides(part.list_parts("hosts")),
        start_ms=end_ms - duration_s * 1000 if end_ms else 0,
        duration_s=duration_s,
        end_ms=end_ms,
    )


def _read_duration_s(part: FramePart) -> int:
    """How long it takes; 0 when not told, or when no battle takes so long."""
    told_s = part.read_amount("battleDuration", "durationSec")
    return told_s if told_s <= LONGEST_S else 0


def _list_sides(hosts: tuple[FramePart, ...]) -> tuple[Side, ...]:
    """One side a host; hosts that share a team index are one."""
    ordered = sorted(hosts, key=_find_team)
    teams = [tuple(rows) for _, rows in groupby(ordered, _find_team)]
    if max(map(len, teams), default=1) == 1 or len(teams) == 1:
        return tuple(_make_single(host) for host in hosts)
    return tuple(_merge_team(team) for team in teams)


def _find_team(host: FramePart) -> int:
    return host.read_code("teamIdx", "teamId")


def _make_single(host: FramePart) -> Side:
    identity = host.read_identity("hostUserId", "userId", "id")
    rows = sorted(_list_contributors(host), key=lambda row: -row.score)
    return Side(identity, _find_score(host), tuple(rows), find_person(host.read_part("user", "host")))


def _merge_team(team: tuple[FramePart, ...]) -> Side:
    """A team: its score stands with each of its hosts."""
    members = tuple(sorted(host.read_identity("hostUserId", "userId", "id") for host in team))
    rows = sorted((row for host in team for row in _list_contributors(host)), key=lambda row: -row.score)
    scores = [score for host in team if (score := _find_score(host)) is not None]
    return Side(members[0], max(scores, default=None), tuple(rows), None, _find_team(team[0]), members)


def _find_score(host: FramePart) -> int | None:
    names = ("teamTotalScore", "score", "points")
    return host.read_amount(*names) if host.find_field(*names)[0] else None


def _list_contributors(host: FramePart) -> list[Contributor]:
    rows = host.list_parts("contributors", "participants")
    return [Contributor(read_user(row), row.read_amount("score", "points")) for row in rows]


def make_link_battle(part: FramePart, head: Head) -> Event:
    """Two hosts are in a battle (tiktok-live-connector 1.x)."""
    hosts = [read_user(one) for one in part.list_parts("battleUsers")]
    phase: Phase = "active" if hosts else "unknown"
    sides = tuple(Side(host.id, host=host) for host in hosts)
    return Battle(**head, battle_id=part.read_identity("battleId"), phase=phase, sides=sides)


def make_link_armies(part: FramePart, head: Head) -> Event:
    """Scores of a battle (tiktok-live-connector 1.x)."""
    return Battle(
        **head,
        battle_id=part.read_identity("battleId"),
        phase=TRIGGERS.get(part.read_code("battleStatus"), "unknown"),
        sides=_list_sides(part.list_parts("battleArmies")),
    )


def make_card(part: FramePart, head: Head) -> Event:
    """An item card was played."""
    return BattleCard(
        **head,
        user=User(
            part.read_identity("senderUserId"),
            part.read_text("senderUniqueId"),
            part.read_text("senderNickname"),
            part.read_text("senderAvatarUrl"),
        ),
        battle_id=part.read_identity("battleId"),
        card=part.read_text("effect", "cardType"),
        host_id=part.read_identity("hostUserId"),
        text=part.read_text("commentTemplate"),
        multiplier=part.read_code("multiplier"),
        ends_ms=_bound_end_ms(part.read_amount("endsAtSec")),
    )


def _bound_end_ms(ends_s: int) -> int:
    """A time told in seconds; 0 when no calendar holds it."""
    return bound_time_ms(ends_s * 1000)


TABLE: dict[str, Maker] = {
    "battle": make_battle,
    "battleArmies": make_armies,
    "battleItemCard": make_card,
    "linkMicBattle": make_link_battle,
    "linkMicArmies": make_link_armies,
}
