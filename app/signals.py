"""Signals that ask the program to end: all of them leave things in order, as Ctrl+C does."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

KILLED = "killed"


def end_signals(*others: int) -> list[int]:
    """Which they are here: a polite kill, and the end of the terminal unless that is to be outlived (nohup).

    Args:
        others: more that the caller wants to hear, such as SIGINT.
    """
    hang_up = getattr(signal, "SIGHUP", None)  # Windows has none
    if hang_up is None or signal.getsignal(hang_up) is signal.SIG_IGN:
        return [*others, signal.SIGTERM]
    return [*others, signal.SIGTERM, hang_up]


@contextmanager
def cancel_when_killed(task: asyncio.Task[object] | asyncio.Future[object], *others: int) -> Iterator[None]:
    """While it lasts, each of these signals cancels the task, however often it comes.

    The cancellation carries `KILLED` and the number of the signal.
    """
    loop = asyncio.get_running_loop()
    numbers = end_signals(*others)
    with suppress(NotImplementedError):  # Windows has no signal handlers in a loop; Ctrl+C interrupts it
        for number in numbers:
            loop.add_signal_handler(number, task.cancel, (KILLED, number))
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for number in numbers:
                loop.remove_signal_handler(number)
