"""What may have to wait for a person, beside the window's loop: keyrings ask their owner for a password."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")


def aside(work: Callable[[], Result], then: Callable[[Result], None]) -> None:
    """Do something in a thread of its own, and go on with its result in the loop that runs here.

    Args:
        work: may block; raises nothing.
        then: called in the loop; not at all when that has ended meanwhile.
    """
    loop = asyncio.get_running_loop()

    def run() -> None:
        result = work()
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(then, result)

    threading.Thread(target=run, name="sidestage-aside", daemon=True).start()


async def answered(work: Callable[[], Result]) -> Result:
    """The same, awaited. Whoever stops waiting leaves the thread to itself."""
    answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
    aside(work, lambda result: None if answer.done() else answer.set_result(result))
    return await answer
