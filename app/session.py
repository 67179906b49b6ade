"""Owns the one running source and applies its events to the state. Commands come in by `request`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from app.errors import SidestageError
from app.events import Disconnected
from app.frozen import value
from app.state import RoomState
from app.state.inspector import Inspector
from app.state.status import ON_AIR
from app.words import session as words

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

    from app.events import Event
    from app.protocol.visit import Visit

SLICE_S = 0.002  # a frame may hold a hundred messages: give way to the window this often


@value
class Connect:
    """Follow this room: a name, with or without @, or the address of a profile or live page."""

    target: str


@value
class Disconnect:
    """Stop following."""


@value
class Leave:
    """Stop following and show nothing of the room any more."""


@value
class Quit:
    """Stop following and let `run` return."""


@value
class Wake:
    """The machine slept: find out whether the connection still stands."""


@value
class Tell:
    """Let the state know what the user decided.

    Attributes:
        fact: of `app.state.facts`.
    """

    fact: object


Command = Connect | Disconnect | Leave | Quit | Tell | Wake


class Source(Protocol):
    """Anything that tells what happens in a room: live, managed, replay. Ends with a `Disconnected`."""

    def batches(self) -> AsyncGenerator[Iterable[Event], None]:
        """Events in order, as they come together; status of the connection is events too.

        A batch may be made while it is read: it is read to its end before the next is asked for.
        """
        ...


@runtime_checkable
class Wakeable(Source, Protocol):
    """A source that has timers, which stand still while the machine sleeps."""

    def wake(self) -> None:
        """The machine slept."""
        ...


@runtime_checkable
class Resumable(Source, Protocol):
    """A source that can go on where an earlier one of the same creator stopped.

    What belongs to a room goes when another name is followed, and stays when it is the same.
    """

    @property
    def name(self) -> str:
        """Whom it follows; equal for all that means the same creator."""
        ...

    @property
    def choices(self) -> object:
        """How: way in, addresses, limits. Equal choices would connect in the same manner."""
        ...

    @property
    def visit(self) -> Visit:
        """What is remembered of the room."""
        ...


class Session:
    """Runs one source at a time.

    Args:
        open_source: makes a source for what the user typed; raises SidestageError for what cannot be meant.
        inspector: remembers events while somebody looks at them one by one.
    """

    def __init__(self, open_source: Callable[[str], Source], inspector: Inspector | None = None) -> None:
        self._open_source = open_source
        self.inspector = inspector or Inspector()
        self._commands: asyncio.Queue[Command] = asyncio.Queue()
        self._source: Source | None = None
        self._following: asyncio.Task[None] | None = None
        self.state = RoomState()

    @staticmethod
    def now_ms() -> int:
        """Our wall clock, ms since 1970."""
        return time.time_ns() // 1_000_000

    def request(self, command: Command) -> None:
        """Ask for something. A plain call, from the thread of the loop; it never waits."""
        self._commands.put_nowait(command)

    async def run(self) -> None:
        """Carry out commands until `Quit`. One task follows one source; it never outlives this."""
        try:
            while not isinstance(command := await self._commands.get(), Quit):
                await self._carry_out(command)
        finally:
            await self._leave()

    async def _carry_out(self, command: Connect | Disconnect | Leave | Tell | Wake) -> None:
        if isinstance(command, Tell):
            self.state.tell(command.fact, self.now_ms())
            return
        if isinstance(command, Wake):
            if self._is_following and isinstance(self._source, Wakeable):
                self._source.wake()
            return
        if isinstance(command, Connect):
            await self._change_source(command.target)
            return
        await self._leave()
        if isinstance(command, Leave):
            self._source = None
            self._forget_room()

    async def _change_source(self, target: str) -> None:
        """Follow another source. What cannot be followed, or is already, changes nothing but is said."""
        try:
            source = self._open_source(target)
        except SidestageError as error:
            self._refuse(error)
            return
        if self._is_on_air and _is_repeat(source, self._source):
            name = self.state.connection.status.unique_id or target
            self.state.note(words.ALREADY.fill(name=name), self.now_ms(), words.ANEW)
            return
        await self._leave()
        if not _resume(source, self._source):
            self._forget_room(target)
        self._source = source
        self._following = asyncio.create_task(self._follow(source))
        self._following.add_done_callback(self._settle)

    def _refuse(self, error: SidestageError) -> None:
        """Say why; whoever is followed goes on."""
        if self._is_following:
            self.state.note(error.sentence, self.now_ms(), error.hint)
        else:
            refused = Disconnected(reason=error.sentence, code=error.code, hint=error.hint)
            self.state.apply(refused, self.now_ms())

    @property
    def _is_following(self) -> bool:
        return self._following is not None and not self._following.done()

    @property
    def _is_on_air(self) -> bool:
        return self._is_following and self.state.connection.status.phase in ON_AIR

    def _forget_room(self, target: str = "") -> None:
        """Show nothing of the room any more. What is left at the sign provider belongs to no room."""
        self.state = RoomState(target, self.state.connection.status.quota)

    async def _leave(self) -> None:
        """End the source. The window knows at once; closing the socket may take longer."""
        following, self._following = self._following, None
        if following is None or following.done():
            return
        following.cancel()
        self.state.apply(Disconnected(), self.now_ms())
        await asyncio.wait([following])

    def _settle(self, following: asyncio.Task[None]) -> None:
        """A fault of our own ends the source, not the window; the loop's handler tells about it."""
        if following.cancelled() or (fault := following.exception()) is None:
            return
        asyncio.get_running_loop().call_exception_handler({"message": "source failed", "exception": fault})
        end = Disconnected(reason=words.FAULT, code="fault", hint=words.PRESS_CONNECT)
        self.state.apply(end, self.now_ms())

    async def _follow(self, source: Source) -> None:
        async with aclosing(source.batches()) as batches:
            async for batch in batches:
                await self._apply(batch)

    async def _apply(self, batch: Iterable[Event]) -> None:
        slice_end = time.monotonic() + SLICE_S
        for event in batch:
            now_ms = self.now_ms()
            self.state.apply(event, now_ms)
            self.inspector.note(event, now_ms)
            if time.monotonic() >= slice_end:
                await asyncio.sleep(0)
                slice_end = time.monotonic() + SLICE_S


def _is_repeat(source: Source, earlier: Source | None) -> bool:
    """Whether it would do what the earlier one does: the same room in the same manner."""
    if not (isinstance(source, Resumable) and isinstance(earlier, Resumable)):
        return False
    return (source.name, source.choices) == (earlier.name, earlier.choices)


def _resume(source: Source, earlier: Source | None) -> bool:
    """Go on where the earlier source stopped, if it was the same creator's; whether it was."""
    if not (isinstance(source, Resumable) and isinstance(earlier, Resumable) and source.name == earlier.name):
        return False
    source.visit.resume(earlier.visit)
    return True
