"""What the built-in server is asked to play."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

STUDIO_KEY = "app:key:secret"  # what clients are told to show
NATURAL_RATE = 3.7  # events a second of a lively middle-sized room


@dataclass(frozen=True, slots=True)
class ManagedFault:
    """What goes wrong with the first clients of the sockets that send JSON.

    Attributes:
        close: closes at once with this code, 0: does not.
        frames: said before anything else.
        mute_s: says nothing for so long.
        times: how many clients it concerns.
    """

    close: int = 0
    frames: tuple[str | bytes, ...] = ()
    mute_s: float = 0.0
    times: int = 1


@dataclass(frozen=True, slots=True)
class ManagedRules:
    """What the sockets that send JSON ask for.

    Attributes:
        key: the provider's key, empty: none is asked for.
        studio_key: `app_id:key_id:secret` that the played LIVE Studio takes.
        fault: what goes wrong.
    """

    key: str = ""
    studio_key: str = STUDIO_KEY
    fault: ManagedFault = ManagedFault()


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
        fault: a failure to play (app.sim.faults.table), empty for none.
        fault_times: how many requests of each address it concerns before all is well, None for always.
        managed: what the stand-ins for providers and programs that send JSON ask for.
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
    managed: ManagedRules = ManagedRules()
