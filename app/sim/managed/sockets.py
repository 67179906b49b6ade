"""Stand-ins for the sockets that send JSON: Euler Stream, tik.tools, TikFinity, LIVE Studio.

They tell of the same stream as the built-in server, at its port; the path says who is played.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from app.sim.managed import euler, flat
from app.sim.options import ManagedRules
from app.sim.pace import Naps, Pace
from app.sim.room.stage import ScriptMessage
from app.sim.socket.broadcast import Broadcast
from app.sim.socket.viewer import Room, Viewer
from app.sim.web.answers import TITLE

NOT_LIVE, NO_KEY, ENDED = 4404, 4401, 4005
HELLO = {
    "type": "SERVER_HELLO",
    "product": "tiktok_live_studio",
    "channel": "third-party-im",
    "version": "1.0.0",
}
SERVER_SHUTDOWN = 500
AUTH_WORDS = ("app_id", "key_id", "secret")

Speech = Callable[[Sequence[ScriptMessage], int], list[str]]


class JsonViewer(Viewer):
    """A client that is sent JSON: it acknowledges nothing and its pings are the library's."""

    def __init__(self, socket: ServerConnection, pace: Pace, room: Room, speech: Speech, bye: Bye) -> None:
        super().__init__(socket, pace, room, compressed=False)
        self._speech = speech
        self._bye = bye

    @property
    def is_silent(self) -> bool:
        """Never: it sends no heartbeats of its own."""
        return False

    async def close(self, code: int, reason: str = "") -> None:
        """Say in the peer's way that the stream has ended."""
        if self._bye.frame:
            with suppress(ConnectionClosed):  # it has just left
                await self._socket.send(self._bye.frame)
        await super().close(self._bye.code or code, reason)

    async def _send(self, payload_type: str, batch: Sequence[ScriptMessage]) -> None:  # noqa: ARG002
        for frame in self._speech(batch, self._pace.wall_ms()):
            await self._socket.send(frame)
        self._room.book(batch)


@dataclass(frozen=True, slots=True)
class Bye:
    """How a peer says that the stream has ended."""

    code: int = 0
    frame: str = ""


SPEECHES: dict[str, tuple[Speech, Bye]] = {
    "euler": (euler.make_frames, Bye(ENDED)),
    "tiktools": (flat.make_tiktools_frames, Bye(ENDED)),
    "tikfinity": (flat.make_tikfinity_frames, Bye()),
    "studio": (
        flat.make_studio_frames,
        Bye(frame=json.dumps({"type": "DISCONNECT", "reason_code": SERVER_SHUTDOWN, "reason": "bye"})),
    ),
}


def find_peer(path: str) -> str:
    """Which of the four a path belongs to, empty when to none."""
    first = path.split("/")[1] if path.startswith("/") else ""
    return first if first in SPEECHES else ""


class ManagedSockets:
    """Lets clients of the four programs into a stream.

    Args:
        broadcast: the stream.
        name: of the creator.
        rules: what the four ask for.
        pace: the clock.
        naps: long waits, until the server ends.
    """

    def __init__(self, broadcast: Broadcast, name: str, rules: ManagedRules, pace: Pace, naps: Naps) -> None:
        self._broadcast = broadcast
        self._name, self._rules = name, rules
        self._pace, self._naps = pace, naps
        self._came = 0

    async def admit(self, socket: ServerConnection, peer: str, params: dict[str, str]) -> JsonViewer | None:
        """Greet a client; None when it was refused, or has left before it was greeted."""
        with suppress(ConnectionClosed):
            self._came += 1
            if self._came <= self._rules.fault.times and await self._misbehave(socket):
                return None
            code = await self._greet(socket, peer, params)
            if not code:
                return JsonViewer(socket, self._pace, self._broadcast, *SPEECHES[peer])
            await socket.close(code)
        return None

    async def _misbehave(self, socket: ServerConnection) -> bool:
        for frame in self._rules.fault.frames:
            await socket.send(frame)
        if self._rules.fault.mute_s:
            await self._naps.take(self._rules.fault.mute_s)
        if self._rules.fault.close:
            await socket.close(self._rules.fault.close)
        return bool(self._rules.fault.close)

    async def _greet(self, socket: ServerConnection, peer: str, params: dict[str, str]) -> int:
        """Send what the peer says first; gives the code to close with, 0 to go on."""
        if peer == "studio":
            return await self._ask_for_key(socket)
        if peer == "tikfinity":
            await socket.send(self._describe_tikfinity_room())
            return 0
        if self._rules.key and params.get("apiKey") != self._rules.key:
            return NO_KEY
        if params.get("uniqueId") != self._name or not self._broadcast.live:
            return NOT_LIVE
        for frame in self._describe_room(peer):
            await socket.send(frame)
        return 0

    def _describe_room(self, peer: str) -> list[str]:
        room_id, host = self._broadcast.room_id, self._broadcast.script.crowd.host
        if peer == "euler":
            return euler.make_greeting(room_id, host, self._name, self._pace.wall_ms())
        told = {"roomId": str(room_id), "uniqueId": self._name, "user": {"userId": str(host.id)}}
        return [json.dumps({"event": "roomInfo", "roomId": str(room_id), "data": told})]

    def _describe_tikfinity_room(self) -> str:
        host = self._broadcast.script.crowd.host
        owner = {"id": host.id, "id_str": str(host.id), "display_id": self._name, "nickname": host.nickname}
        room = {"id_str": str(self._broadcast.room_id), "title": TITLE, "owner": owner}
        return json.dumps({"event": "connected", "data": {"roomId": room["id_str"], "roomInfo": room}})

    async def _ask_for_key(self, socket: ServerConnection) -> int:
        await socket.send(json.dumps(HELLO))
        said = json.loads(await socket.recv())
        taken = [said.get(word) for word in AUTH_WORDS] == self._rules.studio_key.split(":", 2)
        answer = {
            "type": "AUTH_RESULT",
            "success": taken,
            "app_id": said.get("app_id"),
            "message": "…",
            "server_time": self._pace.wall_ms(),
            "version": "1.0.0",
        }
        await socket.send(json.dumps(answer | ({} if taken else {"error_code": "INVALID_CREDENTIALS"})))
        return 0 if taken else 1000
