"""What `--stats` counts."""

from __future__ import annotations

from collections import Counter

from app.cli.output import show_cell
from app.events import Connected, Disconnected, Event, Reconnecting
from app.words import commands as words

WIDTH = 18  # of the names


class Stats:
    """What `--stats` tells.

    Attributes:
        types: number of events by type.
        duplicates: messages that were dropped because they came again.
        connected_ms: time with an open connection, without the one that is open now.
        opened_ms: since when one is open, ms since 1970, 0 when none is.
    """

    def __init__(self) -> None:
        self.types: Counter[str] = Counter()
        self.duplicates = 0
        self.connected_ms = self.opened_ms = 0

    def add(self, event: Event) -> None:
        """Count an event."""
        self.types[event.type] += 1
        if isinstance(event, Reconnecting | Disconnected):
            self._close(event.at_ms)
        if isinstance(event, Connected):
            self.opened_ms = event.at_ms

    def list_figures(self, now_ms: int) -> str:
        """Types by number, then the connection, one line each."""
        self._close(now_ms)
        rows = sorted(self.types.items(), key=lambda row: (-row[1], row[0]))
        totals = {
            words.COUNT_EVENTS: sum(self.types.values()),
            words.COUNT_DUPLICATES: self.duplicates,
            words.COUNT_UNDECODABLE: self.types["undecodable"],
            words.COUNT_SECONDS: self.connected_ms // 1000,
            words.COUNT_RECONNECTS: max(0, self.types["connected"] - 1),
        }
        return "".join(f"{show_cell(name, WIDTH)} {count:>10,}\n" for name, count in [*rows, *totals.items()])

    def _close(self, now_ms: int) -> None:
        if self.opened_ms:
            self.connected_ms += max(0, now_ms - self.opened_ms)
        self.opened_ms = 0
