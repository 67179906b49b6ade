"""`sidestage tail`: a room's events, one a line."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, aclosing, nullcontext

from app.access.advice import find_advice
from app.cli.lines import write_event
from app.cli.options import Options
from app.cli.output import put, put_json, tell, warn
from app.cli.stats import Stats
from app.connector.live import LiveSource
from app.errors import RoomOffline, SidestageError, UsageError
from app.events import Disconnected, Event
from app.events.describe.as_json import dumps
from app.files import check_new_file
from app.record.writer import CaptureWriter
from app.settings import WAYS
from app.signals import KILLED, cancel_when_killed
from app.words import commands as words
from app.words.lists import BESIDE, join_texts

CAPTURED = [name for name, way in WAYS.items() if way.has_messages]


async def tail_until_killed(options: Options) -> int:
    """The same, and a polite kill ends it as Ctrl+C does: `--raw` is complete and `--stats` are told."""
    task = asyncio.ensure_future(tail(options))
    try:
        with cancel_when_killed(task):
            return await task
    except asyncio.CancelledError as left:
        match left.args:
            case ((str(word), int(number)),) if word == KILLED:
                return 128 + number
        raise


async def tail(options: Options) -> int:
    """Print until the stream ends or the time is over.

    Raises:
        UsageError: the file for `--raw` cannot be meant, or this way in has nothing for it.
        SidestageError: the room could not be read, or could not be read any more.
    """
    stats = Stats()
    try:
        with _capture(options) as writer:
            tap = writer.write if writer else None
            source = LiveSource(options.target, options.access, tap=tap, patient=options.wait)
            return await _follow(source, stats, options)
    finally:
        if options.stats:
            tell(stats.list_figures(time.time_ns() // 1_000_000), end="")


def _capture(options: Options) -> AbstractContextManager[CaptureWriter | None]:
    if options.raw is None:
        return nullcontext()
    if not WAYS[options.access.way].has_messages:
        raise UsageError(
            words.NOTHING_RAW.fill(way=options.access.way),
            hint=words.RAW_WAYS.fill(names=", ".join(CAPTURED)),
        )
    check_new_file(options.raw, replace=options.force)
    return CaptureWriter(options.raw, replace=options.force)


async def _follow(source: LiveSource, stats: Stats, options: Options) -> int:
    last: Event | None = None
    try:
        async with asyncio.timeout(options.seconds), aclosing(source.events()) as events:
            async for event in events:
                last = event
                stats.add(event)
                stats.duplicates = source.duplicates
                _print(event, options)
    except TimeoutError as over:
        if failure := _find_failure(over, connected=bool(stats.opened_ms), patient=options.wait):
            raise failure from over
    if isinstance(last, Disconnected) and not last.ended:
        more = find_advice(last.code).command if last.code != RoomOffline.code else words.WAIT_INSTEAD
        raise SidestageError(last.reason, hint=join_texts(BESIDE, last.hint, more))
    return 0


def _find_failure(over: TimeoutError, *, connected: bool, patient: bool) -> SidestageError | None:
    """The failure that had ended the connection, when the time ran out before its socket was closed.

    None where it would have been tried again, or nothing had failed.
    """
    for error in _list_causes(over):
        if isinstance(error, SidestageError):
            final = error.remedy == "stop" or not (connected or patient)
            return error if final else None
    return None


def _list_causes(error: BaseException) -> Iterator[BaseException]:
    """What an exception was raised from or while handling, the nearest first."""
    found = error.__cause__ or error.__context__
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__


def _print(event: Event, options: Options) -> None:
    """One event; one that cannot be told costs its own line only."""
    if options.filter and event.type not in options.filter:
        return
    try:
        line = dumps(event) if options.json else write_event(event)
    except Exception as error:  # noqa: BLE001 - of a stranger's words, whatever they are
        warn(words.EVENT_UNSHOWN.fill(type=event.type, kind=type(error).__name__))
        return
    (put_json if options.json else put)(line, at_once=True)
