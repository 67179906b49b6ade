"""Rounds of damaged input. Every round stands for itself: seed and number give its bytes again."""

import argparse
import base64
import json
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random, SystemRandom

from . import bodies, doors, printing, window
from .shrink import smaller

# The window's rounds cost a hundred of the others', so they are drawn only when they are asked for.
CHEAP = (*doors.DOORS, *bodies.DOORS, *printing.DOORS)
GROUPS = {
    "all": CHEAP,
    "messages": doors.DOORS,
    "bodies": (*bodies.DOORS, *printing.DOORS),
    "window": window.DOORS,
}
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Find:
    """Input that broke a promise."""

    seed: int
    turn: int
    case: str
    data: bytes
    reason: str

    @property
    def line(self):
        """One line that gives everything again; method and payload as `sidestage decode` reads them."""
        payload = base64.b64encode(self.data).decode()
        told = {"method": self.case, "payload_b64": payload, "seed": self.seed, "round": self.turn}
        return json.dumps(told | {"reason": self.reason}, ensure_ascii=False)


@dataclass
class Tally:
    """What came of many rounds.

    Attributes:
        outcomes: how often what came.
        finds: one for each kind of broken promise.
        slowest: seconds and number of the slowest round.
    """

    outcomes: Counter
    finds: dict
    slowest: tuple = (0.0, 0)


def drawn(seed, turn, group="all"):
    """Name of the case, door and bytes of a round."""
    chance = Random(f"{seed}/{turn}")
    return chance.choice(GROUPS[group])(chance)


def outcome(door, data):
    """What the door says came of it, and what it did wrong: None when nothing."""
    try:
        return door(data), None
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the find
        return "find", f"{type(error).__name__}: {str(error)[:200]} ({place(error)})"


def place(error):
    """The innermost line of ours that it came through."""
    ours = [step for step in traceback.extract_tb(error.__traceback__) if str(ROOT) in step.filename]
    return f"{Path(ours[-1].filename).relative_to(ROOT).as_posix()}:{ours[-1].lineno}"


def name_kind(reason):
    """Two complaints are alike when they differ in numbers only."""
    return reason and "".join(letter for letter in reason if not letter.isdigit())


def campaign(seed, turns, group="all"):
    """Run the rounds; the first find of each kind is made small."""
    tally = Tally(Counter(), {})
    for turn in turns:
        case, door, data = drawn(seed, turn, group)
        began = time.perf_counter()
        said, reason = outcome(door, data)
        tally.slowest = max(tally.slowest, (time.perf_counter() - began, turn))
        tally.outcomes[f"{getattr(door, 'func', door).__name__}: {said}"] += 1
        if reason and name_kind(reason) not in tally.finds:
            tally.finds[name_kind(reason)] = shrunk(Find(seed, turn, case, data, reason), door)
    return tally


def shrunk(find, door):
    """The same find with fewer bytes."""
    kind = name_kind(find.reason)
    small = smaller(find.data, lambda less: name_kind(outcome(door, less)[1]) == kind)
    return replace(find, data=small, reason=outcome(door, small)[1])


def rounds_for(seconds):
    """Round numbers until the time is over."""
    until, turn = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        yield turn
        turn += 1


def report(tally):
    """The lines to print."""
    yield from (f"{count:9,}  {name}" for name, count in sorted(tally.outcomes.items()))
    seconds, turn = tally.slowest
    yield f"{tally.outcomes.total():9,}  rounds; the slowest, {turn}, took {seconds * 1000:.0f} ms"
    yield from (find.line for find in tally.finds.values())


def main(words):
    """Exit code 1 with a line for each kind of find, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**9), help="default: any")
    parser.add_argument("--round", type=int, help="only this one")
    parser.add_argument("--only", choices=GROUPS, default="all", help="one kind of input")
    asked = parser.parse_args(words)
    sys.stdout.write(f"seed {asked.seed}\n")
    sys.stdout.flush()
    turns = rounds_for(asked.seconds) if asked.round is None else [asked.round]
    tally = campaign(asked.seed, turns, asked.only)
    sys.stdout.write("".join(f"{line}\n" for line in report(tally)))
    return 1 if tally.finds else 0
