"""Reads the same messages with Sidestage and with other people's clients, in one run, and prints one table.

    python tests/bench/peers/compare.py [--captures FILE] [--folder FOLDER] [--rounds 5] [--markdown]

Installs pinned versions from the public registries into environments of their own under FOLDER (default: the
user's cache). Only public functions of theirs are called. Not part of the test suite: it needs a network, and
Node for one of the clients. Each round gives every client its turn; the shortest pass counts.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import platformdirs

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from installing import PEERS, NotInstalled  # noqa: E402 - the path comes first
from tables import alone, markdown, plain  # noqa: E402

from app.bench import messages as benched  # noqa: E402
from app.bench.report import measure  # noqa: E402
from app.record.capture import open_capture  # noqa: E402

GOLDEN = ROOT / "tests" / "golden" / "messages.jsonl.gz"
TURN_S = 1.0
OWN_S = 10.0


@dataclass
class Runner:
    """A client that is running.

    Attributes:
        told: what it said of itself: runtime, versions, outcomes.
        passes: nanoseconds of every message, one list a pass.
    """

    name: str
    child: subprocess.Popen
    told: dict
    passes: list = field(default_factory=list)

    def turn(self, *, counted):
        """Passes for a second, at least one."""
        until = time.monotonic() + TURN_S
        while True:
            self.child.stdin.write("again\n")
            self.child.stdin.flush()
            took = json.loads(self.child.stdout.readline())
            if counted:
                self.passes.append(took)
            if time.monotonic() > until:
                return


def started(peer, folder, messages):
    """Install, start and hear what became of the messages.

    Raises:
        NotInstalled: it is not there, or does not start.
    """
    command = [*peer.command(folder), str(messages), *peer.words]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    line = child.stdout.readline()
    if not line:
        raise NotInstalled(f"{peer.name} does not start")
    return Runner(peer.name, child, json.loads(line))


def all_started(folder, messages):
    """Those that run, and why the others do not."""
    runners, missing = [], {}
    for peer in PEERS:
        sys.stderr.write(f"starting {peer.name} …\n")
        try:
            runners.append(started(peer, folder, messages))
        except NotInstalled as reason:
            missing[peer.name] = str(reason)
    return runners, missing


def compared(rows, folder, rounds):
    """Let every client have its turns."""
    with tempfile.TemporaryDirectory() as temporary:
        messages = Path(temporary) / "messages.jsonl"
        messages.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        runners, missing = all_started(folder, messages)
        for number in range(rounds + 1):
            sys.stderr.write(f"round {number} of {rounds} …\n" if number else "warming up …\n")
            for runner in runners:
                runner.turn(counted=number > 0)
        for runner in runners:
            runner.child.stdin.close()
            runner.child.wait()
    return runners, missing


def captured(path):
    """Method (as the server sent it) and payload of each line, shuffled, always alike."""
    with open_capture(path) as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    kept = [{"method": row["method"], "payload_b64": row["payload_b64"]} for row in rows]
    Random(1).shuffle(kept)
    return kept


def page(asked, rows, found):
    """docs/speed.md."""
    yield "# Speed\n"
    yield "Written by `python tests/bench/peers/compare.py --captures FILE --markdown`; no figure by hand.\n"
    yield "## Beside other clients\n"
    yield from markdown(rows, *found, asked.rounds)
    yield "\n## Sidestage alone\n"
    yield "The same messages, by `sidestage bench decode --captures FILE`.\n"
    yield from alone(measure(benched.read_batch(asked.captures), OWN_S))


def main(words):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--captures", type=Path, default=GOLDEN, help="default: tests/golden")
    parser.add_argument("--folder", type=Path, default=platformdirs.user_cache_path("sidestage") / "peers")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--markdown", action="store_true", help="the page docs/speed.md")
    asked = parser.parse_args(words)
    rows = captured(asked.captures)
    found = compared(rows, asked.folder.absolute(), asked.rounds)
    lines = page(asked, rows, found) if asked.markdown else plain(rows, *found, asked.rounds)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main(sys.argv[1:])
