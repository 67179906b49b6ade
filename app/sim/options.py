"""What the built-in server is asked to play."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NATURAL_RATE = 3.7  # events a second of a lively middle-sized room


@dataclass(frozen=True, slots=True)
class SimOptions:
    """Everything that decides what the server plays; the same options give the same room.

    Attributes:
        name: the creator's @name, without the @.
        seed: of all chance.
        rate: wanted events a second; about 3.7 is natural.
        port: of the server, 0 for any free one.
        battle_s: length of a battle in seconds.
        first_battle_s: when the first one opens, seconds after the first viewer came.
        end_after_s: when the host ends the stream, None for never.
        log: a file that gets every message of the script as a JSON line.
        guests: who comes without a signature is let in, by socket and by polls.
        fault: a failure to play (app.sim.faults), empty for none.
        fault_times: how many requests it concerns before all is well, None for always.
    """

    name: str = "demo"
    seed: int = 1
    rate: float = NATURAL_RATE
    port: int = 0
    battle_s: float = 300.0
    first_battle_s: float = 45.0
    end_after_s: float | None = None
    log: Path | None = None
    guests: bool = False
    fault: str = ""
    fault_times: int | None = None
