"""The built-in server: one port for TikTok's web site, its webcast host, a sign provider and the socket."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote, urlsplit

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.http11 import Request, Response

from app.errors import SidestageError
from app.sim.faults.table import NOBODY, Mischief
from app.sim.frames import first_result, poll_result
from app.sim.ledger import Log
from app.sim.managed.sockets import SPEECHES, Managed, peer_of
from app.sim.options import STUDIO_KEY, SimOptions
from app.sim.pace import Naps, Pace
from app.sim.room.script import Script
from app.sim.socket.broadcast import Broadcast
from app.sim.socket.viewer import Viewer
from app.sim.web.answers import Answer, Asked, RoomFacts, as_answer
from app.sim.web.gate import Gate, cookies_of
from app.sim.web.plain import PlainConnection, refusing
from app.sim.web.projector import PATH as FILM_PATH
from app.sim.web.projector import Projector
from app.sim.web.readings import REPLIES
from app.words import simulator as words

HOST = "127.0.0.1"
SOCKET_PATH = "/webcast/im/ws_proxy/ws_reuse_supplement/"
LOBBY_PATH = "/live"  # gives everybody a cookie
GUEST_COOKIE = "ttwid=1%7Cguest; Path=/; Domain=tiktok.com; Max-Age=31536000; HttpOnly"
POLL_PATH = r"/webcast/im/fetch/?"
SOCKET_QUERY = "?shard=3"  # push servers in the wild bring a query
SIGNERS = (
    r"/webcast/fetch/?",
    r"/webcast/rooms/(?P<room_id>\d+)/connect",
    r"/webcast/anchors/(?P<name>[^/]+)/connect",
)
FRAME_LIMIT = 1 << 20
CLOSE_TIMEOUT_S = 2.0
TOP_VIEWERS = 20


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the server listens; base addresses without a trailing slash.

    Attributes:
        euler_url, tiktools_url, tikfinity_url, studio_url: the same stream as JSON (app.sim.managed.sockets).
        studio_key: what the played LIVE Studio asks for.
        proxy_url: the proxy to go through, empty unless the fault is a proxy's.
    """

    app_url: str
    webcast_url: str
    sign_url: str
    socket_url: str
    euler_url: str
    tiktools_url: str
    tikfinity_url: str
    studio_url: str
    studio_key: str
    proxy_url: str


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
        start_ms = self._pace.wall_ms()
        self._started_s = start_ms // 1000
        self._gate = Gate(options.seed, guests=options.guests)
        self._mischief = Mischief(options.fault, options.fault_times)
        self._log = Log(None, 0)
        self._projector = Projector(self._pace)
        self._script = Script(options, start_ms)
        self._broadcast: Broadcast | None = None
        self._managed: Managed | None = None
        self._server: Server | None = None
        self._player: asyncio.Task[None] | None = None
        self.sockets = 0

    @property
    def addresses(self) -> Addresses:
        """Valid while the server runs."""
        proxy = {None: "", NOBODY: "http://127.0.0.1:1"}.get(self._mischief.proxy, self._base)
        base, sockets = self._mischief.web or self._base, f"ws{self._base.removeprefix('http')}"
        peers = {f"{peer}_url": f"{sockets}/{peer}" for peer in SPEECHES}
        return Addresses(base, base, base, self._socket, studio_key=STUDIO_KEY, proxy_url=proxy, **peers)

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
    def delivered(self) -> dict[int, str]:
        """Method by message id, of everything that at least one viewer was sent."""
        return self.broadcast.ledger.delivered

    @property
    def diamonds(self) -> int:
        """Diamonds of all delivered gifts, each streak once."""
        return self.broadcast.ledger.diamonds

    async def start(self) -> Addresses:
        """Listen.

        Raises:
            SidestageError: the port is taken, or the log cannot be written.
        """
        try:
            self._log = Log(self._options.log, self._pace.wall_ms())
            self._server = await serve(
                self._admit, HOST, self._options.port, process_request=self._reply, compression=None,
                ping_interval=None, max_size=FRAME_LIMIT, close_timeout=CLOSE_TIMEOUT_S, open_timeout=None,
                create_connection=refusing(self._mischief.proxy) if self._mischief.proxy else PlainConnection,
            )  # fmt: skip
        except OSError as error:
            self._log.close()
            sentence = words.NO_START.fill(reason=error.strerror or error)
            raise SidestageError(sentence, hint=words.OTHER_PORT) from error
        self._broadcast = Broadcast(self._script, self._pace, self._log)
        rules = self._mischief.managed or self._options.managed
        self._managed = Managed(self._broadcast, self._options.name, rules, self._pace, self._naps)
        self._player = asyncio.ensure_future(self._broadcast.play())
        self._player.add_done_callback(_tell_fault)
        return self.addresses

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
        if (viewer := await self._viewer(socket, peer_of(parts.path), params)) is None:
            return
        try:
            await viewer.run(waits=params.get("client_enter") == "1")
        finally:
            self.broadcast.leave(viewer)

    async def _viewer(self, socket: ServerConnection, peer: str, params: dict[str, str]) -> Viewer | None:
        if peer and self._managed:
            return await self._managed.viewer(socket, peer, params)
        return Viewer(socket, self._pace, self.broadcast, compressed=params.get("compress") == "gzip",
                      spoil=self._mischief.spoil())  # fmt: skip

    async def _reply(self, socket: ServerConnection, request: Request) -> Response | None:
        """Answer a GET; None lets an upgrade go on."""
        parts = urlsplit(request.path)
        params = dict(parse_qsl(parts.query, keep_blank_values=True))
        if spoilt := self._mischief.answer(
            unquote(parts.path), self._facts(), _read_request(parts.path, params, request)
        ):
            if spoilt.delay_s:
                await self._naps.take(spoilt.delay_s)
            return _response(spoilt)
        if film := re.fullmatch(FILM_PATH, parts.path):
            await self._projector.show(socket, film["quality"], lambda: self.broadcast.live)
            return _response(Answer(b"", "text/plain"))  # to nobody: the viewer is gone
        if peer_of(parts.path) or parts.path == SOCKET_PATH:
            return None if peer_of(parts.path) else self._handshake(params, request.headers)
        return _response(self._answer(unquote(parts.path), params, request.headers))

    def _answer(self, path: str, params: dict[str, str], headers: Headers) -> Answer:
        if path == LOBBY_PATH:
            return Answer(b"<!DOCTYPE html>", "text/html", headers={"Set-Cookie": GUEST_COOKIE})
        if re.fullmatch(POLL_PATH, path):
            return self._poll(params, cookies_of(headers.get("Cookie", "")))
        for pattern, reply in REPLIES:
            if found := re.fullmatch(pattern, path):
                return reply(self._facts(), Asked(found.groupdict(), params, headers))
        for pattern in SIGNERS:
            if found := re.fullmatch(pattern, path):
                return self._sign(Asked(found.groupdict(), params, headers))
        return as_answer({"code": 404, "message": "no such route"}, HTTPStatus.NOT_FOUND)

    def _handshake(self, params: dict[str, str], headers: Headers) -> Response | None:
        refused = self._gate.refusal(params, headers, self._pace.now())
        if refused is None:
            return None
        told = {"Handshake-Status": refused[0], "Handshake-Msg": refused[1]}
        return _response(Answer(b"", "text/plain", headers=told))

    def _sign(self, asked: Asked) -> Answer:
        """The sign provider: a first result, its cookie and its headers (protocol.md b.2)."""
        if not self._is_here(asked):
            return as_answer({"code": 404, "message": "no such room"}, HTTPStatus.NOT_FOUND)
        user_agent = asked.params.get("user_agent", "")
        secret, ttwid = self._gate.issue(self.room_id, user_agent, self._pace.now())
        push_server = self._socket + SOCKET_QUERY
        opening = self._script.opening
        self.broadcast.book(opening)
        body = first_result(opening, self._pace.wall_ms(), push_server, {"wrss": secret, "imprp": "c2lt"})
        return Answer(body, "application/protobuf", headers={
            "X-Set-TT-Cookie": f"ttwid={ttwid}; Path=/; Domain=tiktok.com; Max-Age=31536000; HttpOnly",
            "X-Room-Id": str(self.room_id), "X-Agent-Id": "sim", "X-Request-Id": secret[:16],
            "RateLimit-Limit": "2500", "RateLimit-Remaining": "2499", "RateLimit-Reset": "60",
        })  # fmt: skip

    def _poll(self, params: dict[str, str], cookies: dict[str, str]) -> Answer:
        """Polls of guests where they are welcome, and of those with a log-in; others get nothing."""
        if not (cookies.get("ttwid") and (self._options.guests or "sessionid" in cookies)):
            return Answer(b"", "application/protobuf")
        _, _, place = params.get("cursor", "").rpartition("-")
        news, played = self.broadcast.since(int(place) if place.isdecimal() else 0)
        told = poll_result(news, self._pace.wall_ms(), played, self._socket + SOCKET_QUERY)
        return Answer(told, "application/protobuf")

    def _is_here(self, asked: Asked) -> bool:
        name = (asked.parts.get("name") or asked.params.get("unique_id") or "").removeprefix("@")
        number = asked.parts.get("room_id") or asked.params.get("room_id")
        return self.broadcast.live and (name == self._options.name or number == str(self.room_id))

    def _facts(self) -> RoomFacts:
        stage, crowd = self._script.stage, self._script.crowd
        best = sorted(((one, stage.score.get(one.id, 0)) for one in crowd.people), key=lambda row: -row[1])
        return RoomFacts(self._options.name, self.room_id, crowd.host.id, self.broadcast.live,
                         stage.figures.viewers, stage.figures.entered, stage.figures.likes, self._started_s,
                         self._pace.wall_ms(), tuple(best[:TOP_VIEWERS]))  # fmt: skip


def _tell_fault(player: asyncio.Task[None]) -> None:
    """A show that breaks off would look like a quiet room."""
    if not player.cancelled() and (fault := player.exception()):
        told = {"message": "the script broke off", "exception": fault}
        asyncio.get_running_loop().call_exception_handler(told)


def _read_request(path: str, params: dict[str, str], request: Request) -> Asked:
    page = re.fullmatch(r"/@(?P<name>[^/]+)/live/?", unquote(path))
    return Asked(page.groupdict() if page else {}, params, request.headers)


def _response(answer: Answer) -> Response:
    headers = Headers({"Content-Type": answer.content_type, "Content-Length": str(len(answer.body)),
                       "Connection": "close", **answer.headers})  # fmt: skip
    return Response(answer.status, answer.status.phrase, headers, answer.body)
