"""What was delivered, so that tests and users can compare."""

from __future__ import annotations

import base64
import json
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import TextIO

from app.sim.stage import Scripted


class Ledger:
    """Counts what left the server.

    Attributes:
        delivered: method by message id, of everything that at least one viewer was sent.
        sent: messages sent, repetitions to the same or another viewer counted again.
    """

    def __init__(self) -> None:
        self.delivered: dict[int, str] = {}
        self.sent = 0
        self._streaks: dict[Hashable, int] = {}

    def book(self, batch: Iterable[Scripted]) -> None:
        """A batch was sent."""
        for scripted in batch:
            self.sent += 1
            self.delivered[scripted.msg_id] = scripted.method
            if scripted.booking:
                key, diamonds = scripted.booking.key, scripted.booking.diamonds
                self._streaks[key] = max(self._streaks.get(key, 0), diamonds)

    @property
    def diamonds(self) -> int:
        """Diamonds of all delivered gifts, each streak once with its largest count."""
        return sum(self._streaks.values())


class Log:
    """The script as JSON lines: at_ms, method, msg_id, payload_b64 (which `sidestage decode` reads)."""

    def __init__(self, path: Path | None, start_ms: int) -> None:
        self._file: TextIO | None = path.open("w", encoding="utf-8") if path else None
        self._start_ms = start_ms

    def write(self, scripted: Scripted) -> None:
        """Append one message."""
        if self._file:
            line = {"at_ms": self._start_ms + round(scripted.at_s * 1000), "method": scripted.method,
                    "msg_id": str(scripted.msg_id),
                    "payload_b64": base64.b64encode(scripted.wire.payload).decode()}  # fmt: skip
            self._file.write(json.dumps(line) + "\n")

    def flush(self) -> None:
        """Let readers of the file see what was written."""
        if self._file:
            self._file.flush()

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file:
            self._file.close()
