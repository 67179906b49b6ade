"""Owns the one running source and applies its events to the state. Commands come in by `request`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.errors import SidestageError
from app.events import Disconnected
from app.state import RoomState
from app.state.inspector import Inspector

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from app.events import Event

SLICE_S = 0.004  # a frame may hold a hundred messages: give way to the window this often


@dataclass(frozen=True, slots=True)
class Connect:
    """Follow this room: a name, with or without @, or the address of a profile or live page."""

    target: str


@dataclass(frozen=True, slots=True)
class Disconnect:
    """Stop following."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Stop following and let `run` return."""


Command = Connect | Disconnect | Quit


class Source(Protocol):
    """Anything that tells what happens in a room: live, managed, replay. Ends with a `Disconnected`."""

    def events(self) -> AsyncGenerator[Event, None]:
        """Events in order; status of the connection is events too."""
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
        following: asyncio.Task[None] | None = None
        try:
            while not isinstance(command := await self._commands.get(), Quit):
                await self._leave(following)
                following = None
                if isinstance(command, Connect):
                    following = asyncio.create_task(self._follow(command.target))
                    following.add_done_callback(self._settle)
        finally:
            await self._leave(following)

    async def _leave(self, following: asyncio.Task[None] | None) -> None:
        if following is None or following.done():
            return
        following.cancel()
        await asyncio.wait([following])
        self.state.apply(Disconnected(), self.now_ms())

    def _settle(self, following: asyncio.Task[None]) -> None:
        """A fault of our own ends the source, not the window; the loop's handler tells about it."""
        if following.cancelled() or (fault := following.exception()) is None:
            return
        asyncio.get_running_loop().call_exception_handler({"message": "source failed", "exception": fault})
        reason = "Something went wrong inside Sidestage."
        told = Disconnected(reason=reason, code="fault", hint="Press Connect to go on.")
        self.state.apply(told, self.now_ms())

    async def _follow(self, target: str) -> None:
        try:
            source = self._open_source(target)
        except SidestageError as error:
            refused = Disconnected(reason=str(error), code=error.code, hint=error.hint)
            self.state.apply(refused, self.now_ms())
            return
        slice_end = time.monotonic() + SLICE_S
        async with aclosing(source.events()) as events:
            async for event in events:
                now_ms = self.now_ms()
                self.state.apply(event, now_ms)
                self.inspector.note(event, now_ms)
                if time.monotonic() >= slice_end:
                    await asyncio.sleep(0)
                    slice_end = time.monotonic() + SLICE_S
