"""Measures in fresh interpreters: how long the import takes, how much memory 100,000 comments hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.errors import SidestageError
from app.protocol.message import Message
from app.record.capture import write_message

ROOT = Path(__file__).resolve().parents[2]
STARTS = 5
COMMENTS = 100_000
PEOPLE = 5_000
TIMED_IMPORT = """
import json, sys, time
began = time.perf_counter()
import app.events
imported = time.perf_counter()
from app.events.decode.table import decode
from app.protocol.message import Message
for line in sys.stdin.buffer:
    method, payload = line.split()
    decode(Message(method.decode(), bytes.fromhex(payload.decode())))
print(json.dumps({"import_s": imported - began, "first_events_s": time.perf_counter() - imported}))
"""
MEASURED_MEMORY = "import sys; from app.bench.memory import main; main(*sys.argv[1:])"


def measure_start(messages: Sequence[Message]) -> dict[str, float]:
    """Seconds to import app.events, and from there to have read one message of each kind; best of five."""
    one_each = {message.method: message for message in messages}
    told = "".join(f"{name} {message.payload.hex()}\n" for name, message in one_each.items())
    starts = [_run_fresh(TIMED_IMPORT, told) for _ in range(STARTS)]
    return {key: min(start[key] for start in starts) for key in starts[0]}


def measure_memory(chats: Sequence[Message], comments: int = COMMENTS) -> dict[str, Any]:
    """What the events of so many comments hold: by regulars of the room, and each by a stranger."""
    told = "".join(f"{write_message(message)}\n" for message in chats)
    crowds = {"regulars_mb": PEOPLE, "strangers_mb": comments}
    found = {
        name: _run_fresh(MEASURED_MEMORY, told, str(comments), str(crowd)) for name, crowd in crowds.items()
    }
    one = next(iter(found.values()))
    sizes = {name: grown["mb"] for name, grown in found.items()}
    return {"comments": one["comments"], "way": one["way"], **sizes}


def _run_fresh(code: str, told: str, *words: str) -> dict[str, Any]:
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", code, *words],
        input=told.encode(),
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
    )
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise SidestageError(f"A measuring process ended with code {done.returncode}.", hint=last)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
