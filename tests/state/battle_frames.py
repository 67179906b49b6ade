"""Frames of a battle, and a board that takes them."""

from app.events import Battle, Side, User
from app.state import BattleBoard

NOON = 1_800_000_000_000
US, MATE, THEM, FOE = 900, 950, 901, 902
LENGTH_S = 300
HOUR_MS = 3_600_000
NAMES = {US: "Host", MATE: "Mate", THEM: "Foe 1", FOE: "Foe 2"}


def hosts(*numbers, scores=()):
    scores = scores or [None] * len(numbers)
    return tuple(
        Side(one, score, host=User(one, f"u{one}", NAMES[one]))
        for one, score in zip(numbers, scores, strict=True)
    )


def frame(us, them, after_ms=0, **fields):
    """A frame of a battle, made `after_ms` after its start by the server's clock."""
    start = fields.get("start_ms", NOON)
    told = {"battle_id": 1, "phase": "active", "sides": (Side(US, us), Side(THEM, them)), "start_ms": start}
    return Battle(**(told | {"duration_s": LENGTH_S, "at_ms": start + after_ms} | fields))


def board(host=US):
    shown = BattleBoard()
    shown.host_id = host
    return shown
