"""What was delivered, so that tests and users can compare."""

from __future__ import annotations

import base64
import json
from collections.abc import Hashable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from app.sim.room.stage import ScriptMessage, StreakWorth

KEPT = 1_000_000  # a demo may run for weeks


class Ledger:
    """Counts what was sent to viewers.

    Attributes:
        delivered: method by message id, of the newest that at least one viewer was sent.
        diamonds: of all delivered gifts, each streak once with its largest count.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self.deliveries: dict[int, str] = {}
        self.diamonds = 0
        self._kept = kept
        self._streaks: dict[Hashable, int] = {}

    def book(self, batch: Iterable[ScriptMessage]) -> None:
        """Count a batch that was sent."""
        for scripted in batch:
            self.deliveries[scripted.msg_id] = scripted.method
            if scripted.booking:
                self._book_gift(scripted.booking)
        _shorten(self.deliveries, self._kept)
        _shorten(self._streaks, self._kept)

    def _book_gift(self, gift: StreakWorth) -> None:
        before = self._streaks.get(gift.key, 0)
        self._streaks[gift.key] = max(before, gift.diamonds)
        self.diamonds += self._streaks[gift.key] - before


def _shorten(table: dict[Any, Any], kept: int) -> None:
    """Forget the oldest rows."""
    for old in list(islice(table, max(0, len(table) - kept))):
        del table[old]


class Log:
    """The script as JSON lines: at_ms, method, msg_id, payload_b64 (which `sidestage decode` reads)."""

    def __init__(self, path: Path | None, start_ms: int) -> None:
        self._file: TextIO | None = path.open("w", encoding="utf-8") if path else None
        self._start_ms = start_ms

    def write(self, scripted: ScriptMessage) -> None:
        """Append one message."""
        if self._file:
            line = {
                "at_ms": self._start_ms + round(scripted.at_s * 1000),
                "method": scripted.method,
                "msg_id": str(scripted.msg_id),
                "payload_b64": base64.b64encode(scripted.wire.payload).decode(),
            }
            self._file.write(json.dumps(line) + "\n")

    def flush(self) -> None:
        """Let readers of the file see what was written."""
        if self._file:
            self._file.flush()

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file:
            self._file.close()
