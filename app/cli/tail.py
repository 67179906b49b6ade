"""`sidestage tail`: a room's events, one a line."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import aclosing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TextIO

from app.cli.lines import line_of
from app.cli.options import Options
from app.connector.advice import advice
from app.connector.live import LiveSource
from app.errors import RoomOffline, SidestageError, UsageError
from app.events import Connected, Disconnected, Event, Reconnecting
from app.events.as_json import dumps
from app.protocol.message import Message
from app.record.capture import line_of as captured

WAIT = "With --wait it is waited for."
KILLED = "killed"


async def tail_until_killed(options: Options) -> int:
    """The same, and a polite kill ends it as Ctrl+C does: `--raw` is complete and `--stats` are told."""
    task = asyncio.ensure_future(tail(options))
    with suppress(NotImplementedError):  # Windows has no signal handlers in a loop
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel, KILLED)
    try:
        return await task
    except asyncio.CancelledError as left:
        if left.args == (KILLED,):
            return 128 + signal.SIGTERM
        raise


async def tail(options: Options) -> int:
    """Print until the stream ends or the time is over.

    Raises:
        SidestageError: the room could not be read, or could not be read any more.
    """
    stats = Stats()
    try:
        with raw_file(options.raw) if options.raw else nullcontext() as tap:
            source = LiveSource(options.target, options.access, tap=tap, patient=options.wait)
            return await _followed(source, stats, options)
    finally:
        if options.stats:
            sys.stderr.write(stats.table(time.time_ns() // 1_000_000))


async def _followed(source: LiveSource, stats: Stats, options: Options) -> int:
    last: Event | None = None
    try:
        async with asyncio.timeout(options.seconds), aclosing(source.events()) as events:
            async for event in events:
                last = event
                stats.add(event)
                stats.duplicates = source.duplicates
                _print(event, options)
    except TimeoutError:
        return 0
    if isinstance(last, Disconnected) and not last.ended:
        more = advice(last.code).command if last.code != RoomOffline.code else WAIT
        raise SidestageError(last.reason, hint=f"{last.hint} {more}".strip())
    return 0


def _print(event: Event, options: Options) -> None:
    if options.filter and event.type not in options.filter:
        return
    sys.stdout.write((dumps(event) if options.json else line_of(event)) + "\n")
    sys.stdout.flush()


@contextmanager
def raw_file(path: Path) -> Iterator[Callable[[Message], None]]:
    """A capture to write to, complete up to the last message however the program ends.

    Raises:
        UsageError: it cannot be opened.
        SidestageError: it cannot be written any more.
    """
    with _opened(path) as file:

        def write(message: Message) -> None:
            try:
                file.write(captured(message) + "\n")
            except OSError as error:
                raise SidestageError(f"{path}: {error.strerror or error}.") from error

        yield write


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", newline="\n", buffering=1)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}.") from error


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

    def table(self, now_ms: int) -> str:
        """Types by number, then the connection, one line each."""
        self._close(now_ms)
        rows = sorted(self.types.items(), key=lambda row: (-row[1], row[0]))
        told = {
            "events": sum(self.types.values()),
            "duplicates dropped": self.duplicates,
            "undecodable": self.types["undecodable"],
            "seconds connected": self.connected_ms // 1000,
            "reconnects": max(0, self.types["connected"] - 1),
        }
        return "".join(f"{name:<18} {count:>10,}\n" for name, count in [*rows, *told.items()])

    def _close(self, now_ms: int) -> None:
        if self.opened_ms:
            self.connected_ms += max(0, now_ms - self.opened_ms)
        self.opened_ms = 0
