"""Runs in threads what may have to wait for a person: a keyring may ask its owner for a password."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")


class WorkFailed(Exception):
    """Work in a thread ended with something that no task may raise, such as SystemExit."""


def run_in_thread(
    work: Callable[[], Result], then: Callable[[Result], None], otherwise: Callable[[Exception], None]
) -> threading.Thread | None:
    """Do something in a thread of its own, and go on with its result or its error in the loop that runs here.

    One of the two is always called, in the loop, later; neither when the loop has ended meanwhile.

    Args:
        work: may block and may raise anything.
        then: gets what it returned.
        otherwise: gets what it raised.

    Returns:
        The thread; None where there are too many.
    """
    loop = asyncio.get_running_loop()

    def deliver(call: Callable[..., None], outcome: object) -> None:
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(call, outcome)

    def run() -> None:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - whatever it is, somebody waits for it
            deliver(otherwise, _make_exception(error))
        else:
            deliver(then, result)

    return _start(run, lambda error: deliver(otherwise, error))


async def await_in_thread(work: Callable[[], Result]) -> Result:
    """The same, awaited; raises what the work raised. Whoever stops waiting leaves the thread to itself."""
    answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
    run_in_thread(
        work,
        lambda result: None if answer.done() else answer.set_result(result),
        lambda error: None if answer.done() else answer.set_exception(error),
    )
    return await answer


def _start(run: Callable[[], None], fail: Callable[[RuntimeError], None]) -> threading.Thread | None:
    thread = threading.Thread(target=run, name="sidestage-worker", daemon=True)
    try:
        thread.start()
    except RuntimeError as error:  # there are too many threads
        fail(error)
        return None
    return thread


def _make_exception(error: BaseException) -> Exception:
    """What a future can hold and a task can raise without ending the loop."""
    if isinstance(error, Exception) and not isinstance(error, StopIteration | StopAsyncIteration):
        return error
    wrapped = WorkFailed(type(error).__name__)
    wrapped.__cause__ = error
    return wrapped
