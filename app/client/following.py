"""One run of a client: from the first event of a source to the last, and who reads along."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

from app.connector.live import LiveSource
from app.errors import SidestageError, find_kind
from app.events import Connected, Disconnected, Event, Reconnecting

LOG = logging.getLogger("sidestage")


class Following:
    """Follows a source in a task of its own, which begins at once.

    Args:
        source: where the events come from.
        deliver: gets every event before the readers do; the stream waits for it.

    Attributes:
        task: ends with the stream; its exception is a mistake of ours.
        opened: done once the room is open.
        is_connected: the room is open now.
        failure: why the source gave up, None when the stream ended as streams do.
    """

    def __init__(self, source: LiveSource, deliver: Callable[[Event], Awaitable[None]]) -> None:
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.is_connected = False
        self.failure: SidestageError | None = None
        self._deliver = deliver
        self._readers: list[asyncio.Queue[Event | None]] = []
        self._is_ending = False
        self.task = asyncio.create_task(self._follow(source), name=f"sidestage {source.target}")
        self.task.add_done_callback(self._close_readers)

    @property
    def is_over(self) -> bool:
        """Its last event was told or somebody leaves, though the task may still be closing what it opened."""
        return self._is_ending or self.task.done()

    async def leave(self) -> None:
        """End it. Inside a handler it ends once that handler returns."""
        self._is_ending = True
        if self.task is not asyncio.current_task():
            self.task.cancel()
            await asyncio.wait([self.task])

    async def events(self) -> AsyncGenerator[Event, None]:
        """Every event from now on. The stream waits for who reads."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._readers.append(queue)
        try:
            while (event := await queue.get()) is not None:
                try:
                    yield event
                finally:
                    queue.task_done()
            self.raise_mistake()
        finally:
            self._readers.remove(queue)
            _release(queue)

    def raise_mistake(self) -> None:
        """Let a mistake of our own be seen where the script waits."""
        if self.task.done() and not self.task.cancelled():
            self.task.result()

    async def _follow(self, source: LiveSource) -> None:
        async with aclosing(source.events()) as events:
            async for event in events:
                self._note(event)
                await self._deliver(event)
                await self._read(event)
                if self._is_ending:
                    return

    def _note(self, event: Event) -> None:
        match event:
            case Connected():
                self.is_connected = True
                if not self.opened.done():
                    self.opened.set_result(None)
            case Reconnecting():
                self.is_connected = False
            case Disconnected():
                self.is_connected, self._is_ending = False, True
                self.failure = None if event.ended else _make_failure_error(event)

    async def _read(self, event: Event) -> None:
        """Returns when all readers are done with it."""
        queues = tuple(self._readers)
        for queue in queues:
            queue.put_nowait(event)
        for queue in queues:
            await queue.join()

    def _close_readers(self, task: asyncio.Task[None]) -> None:
        """The stream is over, whoever ended it. A mistake is told even when nobody waits for the task."""
        self.is_connected = False
        if not task.cancelled() and (error := task.exception()):
            LOG.error("%s broke off.", task.get_name(), exc_info=error)
        for queue in self._readers:
            queue.put_nowait(None)


def _release(queue: asyncio.Queue[Event | None]) -> None:
    """Let the stream go on that may be waiting for a reader."""
    while not queue.empty():
        queue.get_nowait()
        queue.task_done()


def _make_failure_error(event: Disconnected) -> SidestageError:
    """The error that the source put into its last event."""
    return find_kind(event.code)(event.reason, hint=event.hint)
