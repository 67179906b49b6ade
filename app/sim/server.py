"""The built-in server: one port for TikTok's web site, its webcast host, a sign provider and the socket."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.http11 import Request, Response

from app.errors import SidestageError
from app.sim.faults.replies import NOBODY
from app.sim.faults.table import Mischief
from app.sim.ledger import Log
from app.sim.managed.dialect import KnownRoom
from app.sim.managed.sockets import ManagedSockets, find_peer, list_peer_options
from app.sim.options import SimOptions
from app.sim.pace import Naps, Pace
from app.sim.room.script import Script
from app.sim.site import SOCKET_PATH, Site
from app.sim.socket.broadcast import Broadcast
from app.sim.socket.viewer import Viewer
from app.sim.web.gate import Gate
from app.sim.web.plain import PlainConnection, make_refusing
from app.sim.web.projector import Projector
from app.sim.wire import Gallery
from app.words import simulator as words

HOST = "127.0.0.1"
FRAME_LIMIT = 1 << 20
CLOSE_TIMEOUT_S = 2.0


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the server listens; base addresses without a trailing slash.

    Attributes:
        proxy_url: the proxy to go through, empty unless the fault is a proxy's.
        peers: by option, what opens the same stream as JSON (app.sim.managed.sockets).
    """

    app_url: str
    webcast_url: str
    sign_url: str
    socket_url: str
    proxy_url: str = ""
    peers: Mapping[str, str] = field(default_factory=dict)

    def list_options(self) -> dict[str, str]:
        """By name the options that lead a client here."""
        own = {name: getattr(self, name) for name in ("app_url", "webcast_url", "sign_url", "socket_url")}
        return {**own, **self.peers} | ({"socket_proxy": self.proxy_url} if self.proxy_url else {})


class SimServer:
    """Serves one creator's room over the real protocol.

    Args:
        options: what is played.
        pace: the clock; tests bring one they turn by hand.
    """

    def __init__(self, options: SimOptions, pace: Pace | None = None) -> None:
        self._options = options
        self._pace = pace or Pace()
        self._naps = Naps(self._pace)
        self._start_ms = self._pace.wall_ms()
        self._gallery = Gallery()
        self._script = Script(options, self._start_ms, self._gallery)
        self._mischief = Mischief(options.fault, options.fault_times)
        self._log = Log(None, 0)
        self._projector = Projector(self._pace)
        self._broadcast: Broadcast | None = None
        self._site: Site | None = None
        self._managed: ManagedSockets | None = None
        self._server: Server | None = None
        self._player: asyncio.Task[None] | None = None
        self.sockets = 0

    @property
    def addresses(self) -> Addresses:
        """Where the server listens; valid while it runs."""
        proxy = {None: "", NOBODY: "http://127.0.0.1:1"}.get(self._mischief.proxy, self._base)
        base, sockets = self._mischief.web or self._base, f"ws{self._base.removeprefix('http')}"
        return Addresses(base, base, base, self._socket, proxy, list_peer_options(sockets))

    @property
    def app_url(self) -> str:
        """TikTok's web site."""
        return self._base

    @property
    def webcast_url(self) -> str:
        """TikTok's webcast host."""
        return self._base

    @property
    def sign_url(self) -> str:
        """The sign provider."""
        return self._base

    @property
    def room_id(self) -> int:
        """The room of the stream."""
        return self._script.stage.room_id

    @property
    def broadcast(self) -> Broadcast:
        """The stream; valid after start."""
        assert self._broadcast, "start first"  # noqa: S101 - a mistake of the caller
        return self._broadcast

    @property
    def deliveries(self) -> dict[int, str]:
        """Method by message id, of everything that at least one viewer was sent."""
        return self.broadcast.ledger.deliveries

    @property
    def diamonds(self) -> int:
        """Diamonds of all delivered gifts, each streak once."""
        return self.broadcast.ledger.diamonds

    async def start(self) -> Addresses:
        """Start to listen.

        Raises:
            SidestageError: the port is taken, or the log cannot be written.
        """
        try:
            self._log = Log(self._options.log, self._pace.wall_ms())
            self._server = await self._listen()
        except OSError as error:
            self._log.close()
            sentence = words.NO_START.fill(reason=error.strerror or error)
            raise SidestageError(sentence, hint=words.OTHER_PORT) from error
        self._gallery.address = f"{self._base}/pictures"
        self._broadcast = Broadcast(self._script, self._pace, self._log)
        rules = self._mischief.managed or self._options.managed
        known = KnownRoom(self._broadcast, self._options.name, rules, self._pace)
        self._managed = ManagedSockets(known, self._naps)
        self._site = self._make_site()
        self._player = asyncio.ensure_future(self._broadcast.play())
        self._player.add_done_callback(_tell_fault)
        return self.addresses

    async def _listen(self) -> Server:
        refuses = self._mischief.proxy
        return await serve(
            self._admit,
            HOST,
            self._options.port,
            process_request=self._reply,
            compression=None,
            ping_interval=None,
            max_size=FRAME_LIMIT,
            close_timeout=CLOSE_TIMEOUT_S,
            open_timeout=None,
            create_connection=make_refusing(refuses) if refuses else PlainConnection,
        )

    def _make_site(self) -> Site:
        return Site(
            self._options,
            self.broadcast,
            self._mischief,
            Gate(self._options.seed, guests=self._options.guests),
            self._projector,
            self._naps,
            self._pace,
            self._socket,
            self._start_ms // 1000,
        )

    async def stop(self) -> None:
        """Close every socket and stop listening."""
        if self._player:
            self._player.cancel()
            await asyncio.wait([self._player])
        self._naps.end()
        self._projector.stop()
        if self._server:
            self._server.close()
            await self._server.wait_closed()
        self._log.close()

    async def drop(self) -> None:
        """Cut every open socket without a closing frame, as networks do."""
        for viewer in self.broadcast.viewers:
            viewer.cut()
        await asyncio.sleep(0)

    @property
    def _base(self) -> str:
        assert self._server, "start first"  # noqa: S101 - a mistake of the caller
        return f"http://{HOST}:{next(iter(self._server.sockets)).getsockname()[1]}"

    @property
    def _socket(self) -> str:
        return f"ws{self._base.removeprefix('http')}{SOCKET_PATH}"

    async def _admit(self, socket: ServerConnection) -> None:
        assert socket.request  # noqa: S101 - set before any handler runs
        parts = urlsplit(socket.request.path)
        params = dict(parse_qsl(parts.query))
        self.sockets += 1
        if (viewer := await self._make_viewer(socket, find_peer(parts.path), params)) is None:
            return
        try:
            await viewer.run(waits=params.get("client_enter") == "1")
        finally:
            self.broadcast.leave(viewer)

    async def _reply(self, socket: ServerConnection, request: Request) -> Response | None:
        assert self._site  # noqa: S101 - nobody is heard before it is there
        return await self._site.reply(socket, request)

    async def _make_viewer(
        self, socket: ServerConnection, peer: str, params: dict[str, str]
    ) -> Viewer | None:
        if peer and self._managed:
            return await self._managed.admit(socket, peer, params)
        return Viewer(
            socket,
            self._pace,
            self.broadcast,
            compressed=params.get("compress") == "gzip",
            spoil=self._mischief.spoil(),
        )


def _tell_fault(player: asyncio.Task[None]) -> None:
    """Report a script that failed, which would look like a quiet room."""
    if not player.cancelled() and (fault := player.exception()):
        told = {"message": "the script broke off", "exception": fault}
        asyncio.get_running_loop().call_exception_handler(told)
