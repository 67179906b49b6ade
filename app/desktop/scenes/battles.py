"""What happens in battles that are looked at: each as events in order of their time, the clock at NOW."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.desktop.scenes.cast import FOE, HOST, MATE, MINUTE, NOW, RIVAL, invent_person
from app.desktop.scenes.happenings import invent_battle, invent_gift
from app.events import Battle, BattleCard, BattleTask, Contributor, Event, Side, User

LENGTH_MS = 5 * MINUTE
OLDER = (
    (RIVAL, 21_400, 18_950, 20),
    (FOE, 4_120, 12_300, 60),
    (MATE, 7_700, 7_700, 100),
    (User(904, "=cmd", '=HYPERLINK("x")'), 930, 12, 140),
)


def _give(start_ms: int, count: int = 6) -> list[Event]:
    """Gifts from the start of a battle on, every ten seconds."""
    gifts = [invent_gift(one, one % 5, one * 3 % 20 + 1, group_id=start_ms + one) for one in range(count)]
    return [replace(one, at_ms=start_ms + at * 10_000) for at, one in enumerate(gifts)]


def _play_cards() -> list[Event]:
    """A glove of ours, a mist of theirs, and a challenge."""
    told: dict[str, Any] = {"battle_id": 5, "at_ms": NOW}
    return [
        BattleCard(
            user=invent_person(3),
            card="use_critical_strike_card",
            host_id=HOST.id,
            multiplier=3,
            ends_ms=NOW + 24_000,
            **told,
        ),
        BattleCard(
            user=invent_person(1), card="use_smoke_card", host_id=RIVAL.id, ends_ms=NOW + 41_000, **told
        ),
        BattleTask(phase="start", target=7, duration_s=30, multiplier=2, reward_s=30, at_ms=NOW),
        BattleTask(phase="update", progress=4, at_ms=NOW),
    ]


def fight(left_ms: int = 192_000) -> list[Event]:
    """A battle of two with everything."""
    start_ms = NOW + left_ms - LENGTH_MS
    return [*_give(start_ms), invent_battle(left_ms=left_ms), *_play_cards()]


def fight_last_seconds() -> list[Event]:
    """The same, nearly over, and the score stopped."""
    start_ms = NOW + 7_400 - LENGTH_MS
    scores = invent_battle(48_230, 51_900, left_ms=7_400)
    return [*_give(start_ms, 9), replace(scores, at_ms=NOW - 8_000)]


def fight_in_teams() -> list[Event]:
    """Two hosts against two."""
    people = tuple(Contributor(invent_person(n), 9_000 - 1_700 * n) for n in range(3))
    others = tuple(Contributor(invent_person(n), 7_200 - 900 * n) for n in range(4, 7))
    hosts = tuple(Side(one.id, host=one) for one in (HOST, MATE, RIVAL, FOE))
    sides = (
        Side(HOST.id, 20_400, people, team_id=1, members=(HOST.id, MATE.id)),
        Side(RIVAL.id, 23_050, others, team_id=2, members=(RIVAL.id, FOE.id)),
    )
    start_ms = NOW - 90_000
    times: dict[str, Any] = {"battle_id": 7, "phase": "active", "start_ms": start_ms, "duration_s": 300}
    opening = Battle(sides=hosts, at_ms=start_ms, **times)
    return [opening, *_give(start_ms), Battle(sides=sides, at_ms=NOW, **times)]


def _share(score: int, shares: tuple[float, ...], first: int) -> tuple[Contributor, ...]:
    """Who brought these shares of a score."""
    return tuple(
        Contributor(invent_person(first + at), int(score * share)) for at, share in enumerate(shares)
    )


def fight_four() -> list[Event]:
    """Each against each."""
    scores = ((HOST, 8_200), (RIVAL, 9_100), (MATE, 300), (FOE, 4_050))
    shares = (0.5, 0.2, 0.1)
    sides = tuple(
        Side(host.id, score, _share(score, shares[: 3 - at], 3 * at), host=host)
        for at, (host, score) in enumerate(scores)
    )
    start_ms = NOW + 65_000 - LENGTH_MS
    glove = BattleCard(
        user=invent_person(3),
        card="use_top2_card",
        battle_id=6,
        host_id=FOE.id,
        multiplier=2,
        at_ms=NOW,
        ends_ms=NOW + 18_000,
    )
    told = Battle(battle_id=6, phase="active", sides=sides, start_ms=start_ms, duration_s=300, at_ms=NOW)
    return [*_give(start_ms), told, glove]


def lose() -> list[Event]:
    """A battle is over, and we pay."""
    over_ms = NOW - 42_000
    start_ms = over_ms - LENGTH_MS
    return [*_give(start_ms), _finish(5, RIVAL, 11_100, 12_340, start_ms)]


def win() -> list[Event]:
    """A battle is over, and so is the punishment."""
    start_ms = NOW - LENGTH_MS - MINUTE
    finish = _finish(5, RIVAL, 15_230, 13_990, start_ms)
    return [*_give(start_ms), finish, Battle(battle_id=5, phase="done", at_ms=NOW)]


def look_back() -> list[Event]:
    """Some battles before; none is on, since the last was cancelled."""
    events: list[Event] = []
    for number, (foe, ours, theirs, minutes) in enumerate(reversed(OLDER), 20):
        start_ms = NOW - minutes * MINUTE
        events += [*_give(start_ms), _finish(number, foe, ours, theirs, start_ms)]
    return [*events, Battle(battle_id=30, phase="cancelled", at_ms=NOW)]


def _finish(battle_id: int, foe: User, ours: int, theirs: int, start_ms: int) -> Battle:
    best = tuple(Contributor(invent_person(n), ours // (n + 2)) for n in range(3))
    return Battle(
        battle_id=battle_id,
        phase="punishment",
        sides=(Side(HOST.id, ours, best, host=HOST), Side(foe.id, theirs, host=foe)),
        start_ms=start_ms,
        duration_s=LENGTH_MS // 1000,
        at_ms=start_ms + LENGTH_MS,
    )
