"""docs/failures.md is what the connector says when the built-in server plays every fault."""

import os
from contextlib import suppress
from pathlib import Path

from rooms import followed, run, server

from app import events as ev
from app.sim.faults import FAULTS
from app.state import RoomState

DOCS = Path(__file__).parents[2] / "docs" / "failures.md"
HEAD = """# Failures

What goes wrong, what Sidestage says, and what it does next. This is what the program really said: a test
plays every fault of the built-in server (`sidestage sim --fault NAME`) to the real connector and compares.

| fault | what is wrong | code | what is said | what happens next |
|---|---|---|---|---|
"""
ONCE = frozenset(("stalled", "dropped", "close_frame", "new_room", "gzip_bomb", "big_frame", "burst_close"))
ENDS = ("ended", "suspended")


SLOW_ROOM = {"rate": 10, "end_after_s": 90.0}  # long enough to be found silent


class Told(Exception):
    """An event that ends the watching."""


def watched(fault):
    """What a patient source says of a fault: everything up to the first trouble, which is last."""
    seen = []

    async def until_trouble(event):
        seen.append(event)
        if isinstance(event, ev.Reconnecting | ev.Disconnected):
            raise Told

    times = 1 if fault in ONCE else None
    options = SLOW_ROOM if fault == "stalled" else {"end_after_s": 3.0}
    with suppress(Told):
        run(followed(server(fault=fault, fault_times=times, **options), on_event=until_trouble, patient=True))
    return seen


def next_step(seen):
    last = seen[-1]
    if isinstance(last, ev.Disconnected):
        return "stops" if last.code else "stops: the stream is over"
    if last.code == "offline":
        return f"looks again every {last.delay_s:.0f} s, spends no signature"
    if last.code == "signer_limited":
        return "waits as long as the provider says"
    return "tries again with growing pauses, 2 s to 300 s"


def row(fault):
    seen = watched(fault)
    last, state = seen[-1], RoomState()
    code, said, following = last.code, f"{last.reason} {last.hint}", next_step(seen)
    if not code and fault not in ENDS:
        kinds = {event.type for event in seen}
        noticed = next((kind for kind in ("undecodable", "pause") if kind in kinds), "")
        code, said, following = noticed, "", "goes on" if not noticed else f"tells `{noticed}` and goes on"
    elif not code:
        for event in seen[:-1]:
            state.apply(event, event.at_ms)
        said = state.status.sentence
    code = f"`{code}`" if code else ""
    return (
        f"| `{fault}` | {FAULTS[fault].about} | {code} | {said.replace('|', ' ').strip()} | {following} |\n"
    )


def test_the_table_in_the_docs_is_what_the_program_says():
    table = HEAD + "".join(row(fault) for fault in FAULTS)
    if os.environ.get("SIDESTAGE_UPDATE_GOLDEN"):
        DOCS.write_text(table, encoding="utf-8")
    assert DOCS.read_text(encoding="utf-8") == table
