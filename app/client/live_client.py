"""A small client for scripts, with the names that users of the libraries know."""

from __future__ import annotations

import asyncio
import inspect
import logging
import os
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any, TypeVar

from app.access import Access
from app.access.endpoints import Endpoints
from app.client.following import Following
from app.connector.live import LiveSource
from app.errors import ConnectionLost
from app.events import Connected, Event
from app.protocol.visit import Visit
from app.tiktok.reading import Reading
from app.tiktok.target import parse_target
from app.words import session as words

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
        self.target = parse_target(target)
        self.room: Connected | None = None
        self._visit: Visit | None = None
        self._access = Access(Endpoints.from_environment(os.environ)) if access is None else access
        self._on_error = on_error
        self._options = options
        self._listeners: list[tuple[type[Event], Callable[[Any], object]]] = []
        self._runs: list[Following] = []  # the newest last; before it only such as are still closing

    @property
    def is_connected(self) -> bool:
        """The room is open now."""
        return bool(self._runs) and self._runs[-1].is_connected

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

        def decorate(handler: Callable[[E], R]) -> Callable[[E], R]:
            self.add_listener(kind, handler)
            return handler

        return decorate

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
        run = self._run()
        try:
            await self.connect()
            await asyncio.wait([run.task])
        finally:
            await self.disconnect()
        run.raise_mistake()
        if run.failure:
            raise run.failure

    async def connect(self) -> None:
        """Return once the room is open; it is followed in a task of this client until `disconnect`.

        Raises:
            SidestageError: the source gave up before, or `disconnect` came first.
        """
        run = self._run()
        try:
            await asyncio.wait([run.task, run.opened], return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            await self.disconnect()
            raise
        if not run.opened.done():
            run.raise_mistake()
            raise run.failure or ConnectionLost(words.DISCONNECTED_EARLY)

    async def disconnect(self) -> None:
        """Leave the room. No task and no socket is left; inside a handler, once that handler returns."""
        for run in tuple(self._runs):
            await run.leave()

    async def events(self) -> AsyncGenerator[Event, None]:
        """Every event from now on, up to `Disconnected`; handlers are called too.

        Connects unless that was done, and then leaves the room when the loop is left. The stream waits for
        the loop. A failure does not raise here: the last event says why.
        """
        own = not self._runs or self._runs[-1].is_over
        run = self._run()
        try:
            async with aclosing(run.events()) as events:
                async for event in events:
                    yield event
        finally:
            if own:
                await run.leave()

    def _run(self) -> Following:
        """The run that is on, begun unless there is one. One whose last event was told is not on any more."""
        self._runs = [run for run in self._runs if not run.task.done()]
        if not self._runs or self._runs[-1].is_over:
            source = LiveSource(self.target.spelling, self._access, **self._options)
            if self._visit is not None:
                source.visit.resume(self._visit)
            self._visit = source.visit
            self._runs.append(Following(source, self._deliver))
        return self._runs[-1]

    async def _deliver(self, event: Event) -> None:
        """Handlers in their order; returns when all are done with it."""
        if isinstance(event, Connected):
            self.room = event
        for kind, handler in tuple(self._listeners):
            if isinstance(event, kind):
                error = await _call_handler(handler, event)
                if error is not None and self._on_error is not None:
                    await _call_handler(self._on_error, error, event)


async def _call_handler(
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
