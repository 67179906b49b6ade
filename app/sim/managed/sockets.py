"""Stand-ins for the sockets that send JSON, as the rows of WAYS name them.

They tell of the same stream as the built-in server, at its port; the path says who is played.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pkgutil import resolve_name

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from app.settings import WAYS
from app.sim.managed.dialect import Dialect, KnownRoom
from app.sim.pace import Naps
from app.sim.room.stage import ScriptMessage
from app.sim.socket.viewer import Viewer

DIALECTS: Mapping[str, Dialect] = {
    name: resolve_name(way.dialect) for name, way in WAYS.items() if not way.has_messages
}


class JsonViewer(Viewer):
    """A client that is sent JSON: it acknowledges nothing and its pings are the library's."""

    def __init__(self, socket: ServerConnection, room: KnownRoom, dialect: Dialect) -> None:
        super().__init__(socket, room.pace, room.broadcast, compressed=False)
        self._dialect = dialect

    @property
    def is_silent(self) -> bool:
        """Never: it sends no heartbeats of its own."""
        return False

    async def close(self, code: int, reason: str = "") -> None:
        """Say in the peer's way that the stream has ended."""
        if self._dialect.bye:
            with suppress(ConnectionClosed):  # it has just left
                await self._socket.send(self._dialect.bye)
        await super().close(self._dialect.end_code or code, reason)

    async def _send(self, payload_type: str, batch: Sequence[ScriptMessage]) -> None:  # noqa: ARG002
        for frame in self._dialect.make_frames(batch, self._pace.wall_ms()):
            await self._socket.send(frame)
        self._room.book(batch)


def find_peer(path: str) -> str:
    """The way in whose other side a path belongs to, empty when to none."""
    first = path.split("/")[1] if path.startswith("/") else ""
    return first if first in DIALECTS else ""


def list_peer_options(base: str) -> dict[str, str]:
    """The options that lead a client to the stand-ins at this address, by name."""
    addresses = {f"{name}_url": f"{base}/{name}" for name in DIALECTS}
    return addresses | {f"{name}_key": dialect.key for name, dialect in DIALECTS.items() if dialect.key}


class ManagedSockets:
    """Lets clients of these sockets into a stream.

    Args:
        room: the stream, and what is asked for.
        naps: long waits, until the server ends.
    """

    def __init__(self, room: KnownRoom, naps: Naps) -> None:
        self._room, self._naps = room, naps
        self._came = 0

    async def admit(
        self, socket: ServerConnection, peer: str, params: Mapping[str, str]
    ) -> JsonViewer | None:
        """Greet a client; None when it was refused, or has left before it was greeted."""
        dialect = DIALECTS[peer]
        with suppress(ConnectionClosed):
            self._came += 1
            if self._came <= self._room.rules.fault.times and await self._misbehave(socket):
                return None
            code = await dialect.greet(socket, self._room, params)
            if not code:
                return JsonViewer(socket, self._room, dialect)
            await socket.close(code)
        return None

    async def _misbehave(self, socket: ServerConnection) -> bool:
        fault = self._room.rules.fault
        for frame in fault.frames:
            await socket.send(frame)
        if fault.mute_s:
            await self._naps.take(fault.mute_s)
        if fault.close:
            await socket.close(fault.close)
        return bool(fault.close)
