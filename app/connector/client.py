"""A small client for scripts, with the names that users of the libraries know."""

from __future__ import annotations

import asyncio
import inspect
import logging
import os
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from functools import partial
from typing import Any, TypeVar

from app.connector.access import Access
from app.connector.endpoints import Endpoints
from app.connector.live import LiveSource
from app.connector.read.reading import Reading
from app.connector.target import target_of
from app.errors import ConnectionLost, SidestageError
from app.events import Connected, Disconnected, Event, Reconnecting

LOG = logging.getLogger("sidestage")
E = TypeVar("E", bound=Event)
R = TypeVar("R")


class LiveClient(Reading):
    """Follows one creator and calls handlers.

    A handler is a plain or an async function of one event. Handlers are called one after the other, in the
    order they were added, and the next event waits until all are done: nothing piles up in memory. A handler
    that takes long holds up the stream; one that must, starts a task of its own. An exception in a handler is
    logged (logger "sidestage") and given to `on_error`; stream and other handlers go on.

    Args:
        target: name or address as typed.
        access: which way and who to ask; by default TikTok, or what the SIDESTAGE_… variables say.
        on_error: plain or async function, gets the exception of a handler and the event.
        options: whatever else `LiveSource` takes, such as `patient=True`.

    Raises:
        UsageError: the target cannot be a name, or an address is not safe.
    """

    def __init__(
        self,
        target: str,
        access: Access | None = None,
        *,
        on_error: Callable[[Exception | asyncio.CancelledError, Event], object] | None = None,
        **options: Any,
    ) -> None:
        self.target = target_of(target)
        self.room: Connected | None = None
        self.connected = False
        self._access = Access(Endpoints.overridden(os.environ, {})) if access is None else access
        self._on_error = on_error
        self._options = options
        self._listeners: list[tuple[type[Event], Callable[[Any], object]]] = []
        self._readers: list[asyncio.Queue[Event | None]] = []
        self._task: asyncio.Task[None] | None = None
        self._opened: asyncio.Future[None] | None = None
        self._failure: SidestageError | None = None
        self._leaving = False

    @property
    def unique_id(self) -> str:
        """The handle without the @; for a number it is known once the room is entered."""
        return self.target.unique_id or (self.room.unique_id if self.room else "")

    @property
    def room_id(self) -> int:
        """The room last entered, 0 before."""
        return self.room.room_id if self.room else 0

    def on(self, kind: type[E]) -> Callable[[Callable[[E], R]], Callable[[E], R]]:
        """Decorate a handler of this kind of event and of its subclasses; `Event` is everything."""

        def added(handler: Callable[[E], R]) -> Callable[[E], R]:
            self.add_listener(kind, handler)
            return handler

        return added

    def add_listener(self, kind: type[E], handler: Callable[[E], object]) -> None:
        """Call the handler for every event of this kind from now on."""
        self._listeners.append((kind, handler))

    def remove_listener(self, kind: type[E], handler: Callable[[E], object]) -> None:
        """Undo one `add_listener`; a handler that is not there is no error."""
        if (kind, handler) in self._listeners:
            self._listeners.remove((kind, handler))

    def run(self) -> None:
        """`start` for a script without a loop of its own; blocks. Ctrl+C disconnects."""
        asyncio.run(self.start())

    async def start(self) -> None:
        """Connect and follow until the stream ends or somebody disconnects.

        Raises:
            SidestageError: the source gave up, at once or later.
        """
        task = self._following()
        try:
            await self.connect()
            await asyncio.wait([task])
        finally:
            await self.disconnect()
        _raise_of(task)
        if self._failure:
            raise self._failure

    async def connect(self) -> None:
        """Return once the room is open; it is followed in a task of this client until `disconnect`.

        Raises:
            SidestageError: the source gave up before, or `disconnect` came first.
        """
        task = self._following()
        opened = self._opened or asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait([task, opened], return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            await self.disconnect()
            raise
        if not opened.done():
            _raise_of(task)
            raise self._failure or ConnectionLost("Disconnected before the room was open.")

    async def disconnect(self) -> None:
        """Leave the room. No task and no socket is left; inside a handler, once that handler returns."""
        task = self._task
        self._leaving = True
        if task is None or task is asyncio.current_task():
            return
        task.cancel()
        await asyncio.wait([task])

    async def events(self) -> AsyncGenerator[Event, None]:
        """Every event from now on, up to `Disconnected`; handlers are called too.

        Connects unless that was done, and then leaves the room when the loop is left. The stream waits for
        the loop. A failure does not raise here: the last event says why.
        """
        own = self._task is None or self._task.done()
        task, readers = self._following(), self._readers
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        readers.append(queue)
        try:
            while (event := await queue.get()) is not None:
                try:
                    yield event
                finally:
                    queue.task_done()
            _raise_of(task)
        finally:
            readers.remove(queue)
            _release(queue)
            if own:
                await self.disconnect()

    def _following(self) -> asyncio.Task[None]:
        """The task that follows the room, started unless it runs."""
        if self._task is not None and not self._task.done():
            return self._task
        source = LiveSource(self.target.typed, self._access, **self._options)
        self._opened = asyncio.get_running_loop().create_future()
        self._failure, self._leaving = None, False
        self._readers = []
        self._task = asyncio.create_task(self._follow(source), name=f"sidestage {self.target}")
        self._task.add_done_callback(partial(self._left, readers=self._readers))
        return self._task

    async def _follow(self, source: LiveSource) -> None:
        async with aclosing(source.events()) as events:
            async for event in events:
                self._note(event)
                await self._deliver(event)
                if self._leaving:
                    return

    def _left(self, task: asyncio.Task[None], readers: list[asyncio.Queue[Event | None]]) -> None:
        """The stream is over, whoever ended it, and another may have begun already.

        A mistake is told even when nobody waits for the task.
        """
        self.connected = self.connected and task is not self._task
        if not task.cancelled() and (error := task.exception()):
            LOG.error("Following %s broke off.", self.target, exc_info=error)
        for queue in readers:
            queue.put_nowait(None)

    def _note(self, event: Event) -> None:
        match event:
            case Connected():
                self.room, self.connected = event, True
                if self._opened and not self._opened.done():
                    self._opened.set_result(None)
            case Reconnecting():
                self.connected = False
            case Disconnected():
                self.connected = False
                self._failure = None if event.ended else _failure_of(event)

    async def _deliver(self, event: Event) -> None:
        """Handlers in their order, then whoever iterates; returns when all are done with it."""
        for kind, handler in tuple(self._listeners):
            if isinstance(event, kind):
                error = await _called(handler, event)
                if error is not None and self._on_error is not None:
                    await _called(self._on_error, error, event)
        queues = tuple(self._readers)
        for queue in queues:
            queue.put_nowait(event)
        for queue in queues:
            await queue.join()


async def _called(
    handler: Callable[..., object], *values: object
) -> Exception | asyncio.CancelledError | None:
    """What a function of the script raised. Anything may go wrong there, so everything is caught here."""
    try:
        outcome = handler(*values)
        if inspect.isawaitable(outcome):
            await outcome
    except asyncio.CancelledError as error:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
        LOG.exception("A handler was cancelled from within: %r", handler)
        return error
    except Exception as error:
        LOG.exception("A handler raised: %r", handler)
        return error
    return None


def _release(queue: asyncio.Queue[Event | None]) -> None:
    """Let the stream go on that may be waiting for a reader."""
    while not queue.empty():
        queue.get_nowait()
        queue.task_done()


def _raise_of(task: asyncio.Task[None]) -> None:
    """Let a mistake of our own be seen where the script waits."""
    if task.done() and not task.cancelled():
        task.result()


def _failure_of(event: Disconnected) -> SidestageError:
    """The error that the source put into its last event."""
    kind = next((kind for kind in _kinds(SidestageError) if kind.code == event.code), SidestageError)
    return kind(event.reason, hint=event.hint)


def _kinds(kind: type[SidestageError]) -> Iterator[type[SidestageError]]:
    yield kind
    for sub in kind.__subclasses__():
        yield from _kinds(sub)
