"""What a scene's window is given in place of a session and of the settings file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.desktop.scenes.cast import NOW
from app.events import Disconnected, Event
from app.session import Command, Quit, Tell
from app.state import RoomState
from app.state.inspector import Inspector
from app.words import scenes as words

if TYPE_CHECKING:
    from app.errors import SidestageError


@dataclass
class Stage:
    """A session that stands still: nothing comes, nobody is followed, the clock stands.

    Attributes:
        state: what is seen.
        clock: what time it is, ms since 1970.
        requests: what was asked of it.
        inspector: of a room without messages.
    """

    state: RoomState = field(default_factory=RoomState)
    clock: int = NOW
    requests: list[Command] = field(default_factory=list)
    inspector: Inspector = field(default_factory=Inspector)
    _end: asyncio.Event = field(default_factory=asyncio.Event)

    def now_ms(self) -> int:
        """What time it is."""
        return self.clock

    def request(self, command: Command) -> None:
        """What the user decided of people and rows holds; nothing else is done, but the end comes."""
        self.requests.append(command)
        if isinstance(command, Tell):
            self.state.tell(command.fact, self.clock)
        elif isinstance(command, Quit):
            self._end.set()

    async def run(self) -> None:
        """Wait for the end."""
        await self._end.wait()


class Memory:
    """Keeps choices as long as the window is open, and has no secrets.

    Args:
        tell: hears of each change, as what is kept then.
    """

    def __init__(self, tell: Callable[[Mapping[str, Any]], None]) -> None:
        self.kept: dict[str, Any] = {}
        self._tell = tell

    @staticmethod
    def look(names: Iterable[str], then: Callable[[Mapping[str, bool]], None]) -> None:
        """There are no secrets."""
        then(dict.fromkeys(names, False))

    @staticmethod
    def find_rulers() -> Mapping[str, str]:
        """Nothing goes before what is chosen in the window."""
        return {}

    def keep(
        self,
        changes: Mapping[str, Any],
        _secrets: Mapping[str, str],
        then: Callable[[SidestageError | None], None],
    ) -> None:
        """Keep choices; secrets are let go."""
        values = {name: one(self.kept.get(name)) if callable(one) else one for name, one in changes.items()}
        self.kept = {name: one for name, one in {**self.kept, **values}.items() if one is not None}
        self._tell(self.kept)
        then(None)

    @staticmethod
    def try_way(_name: str, hear: Callable[[Event], None]) -> None:
        """Nothing reaches the network."""
        hear(Disconnected(reason=words.NOTHING_TRIED))

    def stop_trying(self) -> None:
        """Nothing is being tried."""
