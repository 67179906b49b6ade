"""Battles as a server tells them: an opening, scores, a finish, gifts beside them."""

from dataclasses import replace

from app import events as ev
from app.events import Battle, Side, User

NOON = 1_800_000_000_000
LENGTH_MS = 300_000
US, MATE, THEM, FOE = 900, 950, 901, 902
HOSTS = {
    one: User(one, f"u{one}", f"Host {one}", f"https://p.example/{one}") for one in (US, MATE, THEM, FOE)
}
SHAPES = {
    "1v1": (Side(US), Side(THEM)),
    "2v2": (Side(US, team_id=1, members=(US, MATE)), Side(THEM, team_id=2, members=(THEM, FOE))),
    "1v1v1v1": tuple(map(Side, (US, MATE, THEM, FOE))),
}


def frame(at_ms, shape="1v1", scores=(), phase="active", **fields):
    """A frame made so many ms after the start, with the scores of its sides."""
    sides = SHAPES[shape]
    told = tuple(replace(side, score=one) for side, one in zip(sides, scores, strict=False))
    return Battle(
        battle_id=1,
        phase=phase,
        sides=told,
        start_ms=NOON,
        duration_s=LENGTH_MS // 1000,
        at_ms=NOON + at_ms,
        **fields,
    )


def opening(shape="1v1"):
    """The hosts by their names; the score is not told yet."""
    named = tuple(replace(side, host=HOSTS[side.host_id]) for side in SHAPES[shape])
    singles = tuple(Side(one, host=HOSTS[one]) for one in HOSTS) if shape == "2v2" else named
    return replace(frame(0, shape), sides=singles)


def rose(count, at_ms, group=1, **fields):
    """A frame of a streak, made so many ms after the start of the battle."""
    told = {"gift_id": 5, "gift_name": "Rose", "diamonds": 3, "streakable": True, "ended": False}
    return ev.Gift(
        user=User(7, "anna", "Anna"), count=count, group_id=group, at_ms=NOON + at_ms, **told | fields
    )
