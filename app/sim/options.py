"""What the built-in server is to play."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NATURAL_RATE = 3.6  # events a second of a real, middling room: about 2,165 in ten minutes


@dataclass(frozen=True, slots=True)
class SimOptions:
    """One invented room.

    Attributes:
        name: handle of its host.
        seed: another seed, another room.
        rate: events a second.
        port: port on 127.0.0.1; 0 takes any free one.
        battle_s: how long a battle lasts; five minutes on TikTok.
        first_battle_s: when the first one opens, seconds after the start.
        battle_every_s: from one opening to the next.
        end_after_s: when the host ends the stream; None for never.
        log: file that gets every message as a JSON line, or None.
    """

    name: str = "demo"
    seed: int = 1
    rate: float = NATURAL_RATE
    port: int = 0
    battle_s: float = 300.0
    first_battle_s: float = 30.0
    battle_every_s: float = 420.0
    end_after_s: float | None = None
    log: Path | None = None
