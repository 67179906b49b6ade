"""What a stand-in for a socket that sends JSON says, in its own dialect, and what it knows of the room."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from websockets.asyncio.server import ServerConnection

from app.sim.options import ManagedRules
from app.sim.pace import Pace
from app.sim.room.stage import ScriptMessage
from app.sim.socket.broadcast import Broadcast

GO_ON = 0
NOT_LIVE, NO_KEY, ENDED = 4404, 4401, 4005


@dataclass(frozen=True, slots=True)
class KnownRoom:
    """What a stand-in knows of the room it tells of.

    Attributes:
        broadcast: the stream.
        name: of the creator.
        rules: what it asks for.
        pace: the clock.
    """

    broadcast: Broadcast
    name: str
    rules: ManagedRules
    pace: Pace

    def find_refusal(self, params: Mapping[str, str]) -> int:
        """The code to close with for a wrong key or a name that is not live, else `GO_ON`."""
        if self.rules.key and params.get("apiKey") != self.rules.key:
            return NO_KEY
        return GO_ON if params.get("uniqueId") == self.name and self.broadcast.is_live else NOT_LIVE


Greet: TypeAlias = Callable[[ServerConnection, KnownRoom, Mapping[str, str]], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a stand-in speaks.

    Attributes:
        make_frames: tells a batch of the stream at a time in ms.
        greet: says what comes first, by the query of the address; gives the code to close with, or `GO_ON`.
        end_code: closes with it when the stream has ended; 0: as everybody.
        bye: said before that.
        key: what clients are told to show, empty for none.
    """

    make_frames: Callable[[Sequence[ScriptMessage], int], list[str]]
    greet: Greet
    end_code: int = 0
    bye: str = ""
    key: str = ""
