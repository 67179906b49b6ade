"""Runs the measured programs: the window, the text box and the empty window, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from app.bench.fresh import ROOT
from app.errors import SidestageError

LONGEST_S = 900
LINES = 1_000  # that a chat keeps
QUIET_RATE = 1.0  # comments a second
WATCHED = "@bench"
NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}


@dataclass
class SentStream:
    """A running stream; `sent` is filled when it ends: (message id, monotonic ns)."""

    place: dict[str, Any]
    sent: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Run:
    """What a program printed, with the ms from start to first picture and from closing to exit."""

    found: dict[str, Any]
    start_ms: float
    quit_ms: float


class Bench:
    """Starts programs on one platform of Qt.

    Args:
        environment: variables besides those of this process, QT_QPA_PLATFORM among them.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = {**os.environ, **environment, **NO_KEYRING, "PYTHONPATH": str(ROOT)}

    @contextmanager
    def keep_compiled(self) -> Iterator[Bench]:
        """The same with a place for compiled modules, so that all but the first starts find them there."""
        with TemporaryDirectory() as folder:
            own = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
            yield Bench(self._environment | own)

    @contextmanager
    def open_feed(self, way: Literal["wire", "lines"], rate: float) -> Iterator[SentStream]:
        """A stream from another process for as long as this is open."""
        feeder = self._open("app.bench.ui.feeder", way, str(rate), environment=self._environment)
        assert feeder.stdout  # noqa: S101 - a pipe
        try:
            feed = SentStream(_read_object(feeder.stdout.readline()))
            yield feed
            out, _ = feeder.communicate(timeout=LONGEST_S)
            feed.sent += map(tuple, _read_object(out)["sent"])
        finally:
            feeder.kill()
            feeder.communicate()

    def play(self, act: str, feed: SentStream | None = None, **options: Any) -> Run:
        """Run the real program through an act, in the room of the feed if there is one."""
        room = feed.place["environment"] if feed else {}
        words = (WATCHED,) if feed else ()
        with TemporaryDirectory() as folder:
            own = {
                "SIDESTAGE_SETTINGS": str(Path(folder) / "settings.json"),
                "SIDESTAGE_PICTURES": str(Path(folder) / "pictures"),
            }
            environment = self._environment | room | own
            return self._run(
                "app.bench.ui.program", act, json.dumps(options), *words, environment=environment
            )

    def play_in_room(self, act: str, **options: Any) -> Run:
        """Run the real program through an act, in a live room that is nearly silent."""
        with self.open_feed("wire", QUIET_RATE) as feed:
            return self.play(act, feed, **options)

    def fill_text_box(self, feed: SentStream, **options: Any) -> dict[str, Any]:
        """Show a feed of lines in a bare text box."""
        told = json.dumps({"lines": LINES, **options})
        return self._run("app.bench.ui.text_box", str(feed.place["port"]), told).found

    def open_bare(self) -> Run:
        """Open an empty window."""
        return self._run("app.bench.ui.bare")

    def _run(self, module: str, *words: str, environment: Mapping[str, str] | None = None) -> Run:
        begin_ns = time.monotonic_ns()
        process = self._open(module, *words, environment=environment or self._environment)
        try:
            out, error = process.communicate(timeout=LONGEST_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise SidestageError("A measured program did not end.", hint=module) from None
        end_ns = time.monotonic_ns()
        if process.returncode:
            last = error.decode(errors="replace").strip().rpartition("\n")[2]
            raise SidestageError(f"A measured program ended with code {process.returncode}.", hint=last)
        found = _read_object(out)
        first_ns, closed_ns = found.get("first_paint_ns", begin_ns), found.get("closed_ns", end_ns)
        return Run(found, (first_ns - begin_ns) / 1e6, (end_ns - closed_ns) / 1e6)

    @staticmethod
    def _open(module: str, *words: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-P", "-m", module, *words],  # not what the folder we are in calls app
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(environment),
        )


def _read_object(line: bytes) -> dict[str, Any]:
    if not line:
        raise SidestageError("A measuring process ended before it said anything.")
    found: dict[str, Any] = json.loads(line)
    return found
