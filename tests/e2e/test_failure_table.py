"""docs/failures.md is what the connector says when the built-in server plays every fault."""

import os
from math import ceil
from pathlib import Path

from plays import play_of

from app import events as ev
from app.sim.faults.table import FAULTS
from app.state import RoomState

DOCS = Path(__file__).parents[2] / "docs" / "failures.md"
HEAD = """# Failures

What goes wrong, what Sidestage says, and what it does next. This is what the program really said: a test
plays every fault of the built-in server (`sidestage sim --fault NAME`) to the real connector and compares.

| fault | what is wrong | code | what is said | what happens next |
|---|---|---|---|---|
"""
ENDS = ("ended", "suspended")


def next_step(last):
    if isinstance(last, ev.Disconnected):
        return "stops" if last.code else "stops: the stream is over"
    if last.code == "offline":
        return f"looks again every {last.delay_s:.0f} s, spends no signature"
    if last.code == "signer_limited":
        return f"waits as long as the provider says ({ceil(last.delay_s)} s)"
    return "tries again with growing pauses, 2 s to 300 s"


def row(fault):
    seen, last, state = play_of(fault).seen, play_of(fault).trouble, RoomState()
    code, said, following = last.code, f"{last.reason} {last.hint}", next_step(last)
    if not code and fault not in ENDS:
        kinds = {event.type for event in seen}
        noticed = next((kind for kind in ("undecodable", "pause") if kind in kinds), "")
        code, said, following = noticed, "", "goes on" if not noticed else f"tells `{noticed}` and goes on"
    elif not code:
        for event in seen[:-1]:
            state.apply(event, event.at_ms)
        said = state.connection.status.sentence
    code = f"`{code}`" if code else ""
    return (
        f"| `{fault}` | {FAULTS[fault].about} | {code} | {said.replace('|', ' ').strip()} | {following} |\n"
    )


def test_the_table_in_the_docs_is_what_the_program_says():
    table = HEAD + "".join(row(fault) for fault in FAULTS)
    if os.environ.get("SIDESTAGE_UPDATE_GOLDEN"):
        DOCS.write_text(table, encoding="utf-8")
    assert DOCS.read_text(encoding="utf-8") == table
