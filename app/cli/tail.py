"""`sidestage tail`: a room's events, one a line."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing

from app.cli.lines import line_of
from app.cli.options import Options
from app.connector.live import LiveSource
from app.errors import SidestageError
from app.events import Disconnected, Event
from app.events.as_json import dumps


async def tail(options: Options) -> int:
    """Print until the stream ends or the time is over.

    Raises:
        SidestageError: the room could not be read, or could not be read any more.
    """
    source = LiveSource(options.target, options.endpoints)
    last: Event | None = None
    try:
        async with asyncio.timeout(options.seconds):
            async with aclosing(source.events()) as events:
                async for event in events:
                    last = event
                    _print(event, options)
    except TimeoutError:
        return 0
    if isinstance(last, Disconnected) and not last.ended:
        raise SidestageError(last.reason, hint=last.hint)
    return 0


def _print(event: Event, options: Options) -> None:
    if options.filter and event.type not in options.filter:
        return
    sys.stdout.write((dumps(event) if options.json else line_of(event)) + "\n")
    sys.stdout.flush()
