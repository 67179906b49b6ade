"""Stand-ins for the sockets that send JSON: Euler Stream, tik.tools, TikFinity, LIVE Studio.

One server of its own plays the same script as the built-in one; the path says who is played.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from websockets.asyncio.server import Server, ServerConnection, serve

from app.errors import SidestageError
from app.sim import managed_euler, managed_flat
from app.sim.broadcast import Broadcast
from app.sim.ledger import Log
from app.sim.options import SimOptions
from app.sim.pace import Pace
from app.sim.script import Script
from app.sim.stage import Scripted
from app.sim.viewer import Room, Viewer

HOST = "127.0.0.1"
NOT_LIVE, NO_KEY, ENDED = 4404, 4401, 4005
CLOSE_TIMEOUT_S = 2.0
HELLO = {"type": "SERVER_HELLO", "product": "tiktok_live_studio", "channel": "third-party-im",
         "version": "1.0.0"}  # fmt: skip
SERVER_SHUTDOWN = 500
AUTH_WORDS = ("app_id", "key_id", "secret")

Speech = Callable[[Sequence[Scripted], int], list[str]]


@dataclass(frozen=True, slots=True)
class ManagedAddresses:
    """Where the four listen; base addresses without a trailing slash."""

    euler_url: str
    tiktools_url: str
    tikfinity_url: str
    studio_url: str


@dataclass(frozen=True, slots=True)
class ManagedFault:
    """What goes wrong with the first clients.

    Attributes:
        close: closes at once with this code, 0: does not.
        frames: said before anything else.
        mute_s: says nothing for so long.
        times: how many clients it concerns.
    """

    close: int = 0
    frames: tuple[str | bytes, ...] = ()
    mute_s: float = 0.0
    times: int = 1


class JsonViewer(Viewer):
    """A client that is sent JSON: it acknowledges nothing and its pings are the library's."""

    def __init__(self, socket: ServerConnection, pace: Pace, room: Room, speech: Speech, bye: Bye) -> None:
        super().__init__(socket, pace, room, compressed=False)
        self._speech = speech
        self._bye = bye

    @property
    def silent(self) -> bool:
        """It never is."""
        return False

    async def close(self, code: int, reason: str = "") -> None:
        """The stream has ended: say so in the peer's way."""
        if self._bye.frame:
            await self._socket.send(self._bye.frame)
        await super().close(self._bye.code or code, reason)

    async def _send(self, payload_type: str, batch: Sequence[Scripted]) -> None:  # noqa: ARG002
        for frame in self._speech(batch, self._pace.wall_ms()):
            await self._socket.send(frame)
        self._room.book(batch)


@dataclass(frozen=True, slots=True)
class Bye:
    """How a peer says that the stream has ended."""

    code: int = 0
    frame: str = ""


SPEECHES: dict[str, tuple[Speech, Bye]] = {
    "euler": (managed_euler.frames, Bye(ENDED)),
    "tiktools": (managed_flat.tiktools_frames, Bye(ENDED)),
    "tikfinity": (managed_flat.tikfinity_frames, Bye()),
    "studio": (
        managed_flat.studio_frames,
        Bye(frame=json.dumps({"type": "DISCONNECT", "reason_code": SERVER_SHUTDOWN, "reason": "bye"})),
    ),
}


class ManagedSim:
    """Serves one creator's room as JSON.

    Args:
        options: what is played.
        pace: the clock.
        key: the provider's key that is asked for, empty: none is.
        studio_key: `app_id:key_id:secret` that the played LIVE Studio takes.
        fault: what goes wrong.
    """

    def __init__(
        self,
        options: SimOptions,
        pace: Pace | None = None,
        *,
        key: str = "",
        studio_key: str = "app:key:secret",
        fault: ManagedFault | None = None,
    ) -> None:
        self._options = options
        self._pace = pace or Pace()
        self._key = key
        self._studio_key = dict(zip(AUTH_WORDS, studio_key.split(":", 2), strict=True))
        self._fault = fault or ManagedFault()
        self._script = Script(options, self._pace.wall_ms())
        self.broadcast = Broadcast(self._script, self._pace, Log(None, 0))
        self._server: Server | None = None
        self._player: asyncio.Task[None] | None = None
        self.sockets = 0

    @property
    def addresses(self) -> ManagedAddresses:
        """Valid while the server runs."""
        assert self._server, "start first"  # noqa: S101 - a mistake of the caller
        base = f"ws://{HOST}:{next(iter(self._server.sockets)).getsockname()[1]}"
        return ManagedAddresses(*(f"{base}/{peer}" for peer in SPEECHES))

    async def start(self) -> ManagedAddresses:
        """Listen.

        Raises:
            SidestageError: the port is taken.
        """
        try:
            self._server = await serve(self._admit, HOST, self._options.port, ping_interval=None,
                                       close_timeout=CLOSE_TIMEOUT_S)  # fmt: skip
        except OSError as error:
            raise SidestageError(f"The server cannot start: {error.strerror or error}.") from error
        self._player = asyncio.ensure_future(self.broadcast.play())
        return self.addresses

    async def stop(self) -> None:
        """Close every socket and stop listening."""
        if self._player:
            self._player.cancel()
            await asyncio.gather(self._player, return_exceptions=True)
        if self._server:
            self._server.close()
            await self._server.wait_closed()

    async def drop(self) -> None:
        """Cut every open socket without a closing frame."""
        for viewer in self.broadcast.viewers:
            viewer.cut()
        await asyncio.sleep(0)

    async def _admit(self, socket: ServerConnection) -> None:
        assert socket.request  # noqa: S101 - set before any handler runs
        parts = urlsplit(socket.request.path)
        peer, params = parts.path.split("/")[1], dict(parse_qsl(parts.query))
        self.sockets += 1
        if self.sockets <= self._fault.times and await self._misbehaved(socket):
            return
        code = await self._greet(socket, peer, params)
        if code:
            await socket.close(code)
            return
        await self._serve(socket, *SPEECHES[peer])

    async def _misbehaved(self, socket: ServerConnection) -> bool:
        for frame in self._fault.frames:
            await socket.send(frame)
        if self._fault.mute_s:
            await self._pace.sleep(self._fault.mute_s)
        if self._fault.close:
            await socket.close(self._fault.close)
        return bool(self._fault.close)

    async def _greet(self, socket: ServerConnection, peer: str, params: dict[str, str]) -> int:
        """What is said first; gives the code to close with, 0 to go on."""
        if peer == "studio":
            return await self._asked_for_key(socket)
        if peer == "tikfinity":
            return 0
        if self._key and params.get("apiKey") != self._key:
            return NO_KEY
        if params.get("uniqueId") != self._options.name or not self.broadcast.live:
            return NOT_LIVE
        for frame in self._about_the_room(peer):
            await socket.send(frame)
        return 0

    def _about_the_room(self, peer: str) -> list[str]:
        room_id, host = self.broadcast.room_id, self._script.crowd.host
        if peer == "euler":
            return managed_euler.greeting(room_id, host, self._pace.wall_ms())
        told = {"roomId": str(room_id), "uniqueId": host.handle, "user": {"userId": str(host.id)}}
        return [json.dumps({"event": "roomInfo", "roomId": str(room_id), "data": told})]

    async def _asked_for_key(self, socket: ServerConnection) -> int:
        await socket.send(json.dumps(HELLO))
        said = json.loads(await socket.recv())
        taken = {word: said.get(word) for word in AUTH_WORDS} == self._studio_key
        answer = {"type": "AUTH_RESULT", "success": taken, "app_id": said.get("app_id"), "message": "…",
                  "server_time": self._pace.wall_ms(), "version": "1.0.0"}  # fmt: skip
        await socket.send(json.dumps(answer | ({} if taken else {"error_code": "INVALID_CREDENTIALS"})))
        return 0 if taken else 1000

    async def _serve(self, socket: ServerConnection, speech: Speech, bye: Bye) -> None:
        viewer = JsonViewer(socket, self._pace, self.broadcast, speech, bye)
        try:
            await viewer.run(waits=False)
        finally:
            self.broadcast.leave(viewer)
