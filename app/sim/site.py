"""What the server's port answers to a GET: the web site, the webcast host, the sign provider, the film."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote, urlsplit

from websockets.asyncio.server import ServerConnection
from websockets.datastructures import Headers
from websockets.http11 import Request, Response

from app.sim.faults.table import Mischief
from app.sim.frames import make_first_result, make_poll_result
from app.sim.managed.sockets import find_peer
from app.sim.options import SimOptions
from app.sim.pace import Naps, Pace
from app.sim.socket.broadcast import Broadcast
from app.sim.web.answers import RoomFacts, ServedAnswer, WebRequest, make_answer
from app.sim.web.gate import Gate, read_cookies
from app.sim.web.hose import pour
from app.sim.web.pictures import PATH as PICTURE_PATH
from app.sim.web.pictures import answer_picture
from app.sim.web.projector import PATH as FILM_PATH
from app.sim.web.projector import Projector
from app.sim.web.readings import REPLIES

SOCKET_PATH = "/webcast/im/ws_proxy/ws_reuse_supplement/"
LOBBY_PATH = "/live"  # gives everybody a cookie
GUEST_COOKIE = "ttwid=1%7Cguest; Path=/; Domain=tiktok.com; Max-Age=31536000; HttpOnly"
SIGNED_COOKIE = "ttwid={}; Path=/; Domain=tiktok.com; Max-Age=31536000; HttpOnly"
SIGNER_HEADERS = {
    "X-Agent-Id": "sim",
    "RateLimit-Limit": "2500",
    "RateLimit-Remaining": "2499",
    "RateLimit-Reset": "60",
}
POLL_PATH = r"/webcast/im/fetch/?"
SOCKET_QUERY = "?shard=3"  # push servers in the wild bring a query
SIGNERS = (
    r"/webcast/fetch/?",
    r"/webcast/rooms/(?P<room_id>\d+)/connect",
    r"/webcast/anchors/(?P<name>[^/]+)/connect",
)
TOP_VIEWERS = 20


@dataclass(eq=False)
class Site:
    """Answers what is asked over HTTP, and says who may open a socket.

    Attributes:
        options: what is played.
        broadcast: the stream.
        mischief: the fault that is played.
        gate: who may open a socket.
        projector: plays the film.
        naps: long waits, until the server ends.
        pace: the clock.
        socket_url: where the socket of the stream is.
        started_s: when the stream began, seconds since 1970.
    """

    options: SimOptions
    broadcast: Broadcast
    mischief: Mischief
    gate: Gate
    projector: Projector
    naps: Naps
    pace: Pace
    socket_url: str
    started_s: int

    async def reply(self, socket: ServerConnection, request: Request) -> Response | None:
        """Answer a GET; None lets an upgrade go on."""
        parts = urlsplit(request.path)
        params = dict(parse_qsl(parts.query, keep_blank_values=True))
        if spoilt := self.mischief.answer(
            unquote(parts.path), self.read_facts(), _read_request(parts.path, params, request)
        ):
            if spoilt.delay_s:
                await self.naps.take(spoilt.delay_s)
            if spoilt.is_endless:
                await pour(socket, self.naps, spoilt.content_type, spoilt.body)
            return _make_response(spoilt)
        if film := re.fullmatch(FILM_PATH, parts.path):
            await self.projector.show(socket, film["quality"], lambda: self.broadcast.is_live)
            return _make_response(ServedAnswer(b"", "text/plain"))  # to nobody: the viewer is gone
        if find_peer(parts.path) or parts.path == SOCKET_PATH:
            return None if find_peer(parts.path) else self._answer_handshake(params, request.headers)
        return _make_response(self.answer(unquote(parts.path), params, request.headers))

    def answer(self, path: str, params: dict[str, str], headers: Headers) -> ServedAnswer:
        """Answer a request that no fault spoils."""
        if path == LOBBY_PATH:
            return ServedAnswer(b"<!DOCTYPE html>", "text/html", headers={"Set-Cookie": GUEST_COOKIE})
        if picture := re.fullmatch(PICTURE_PATH, path):
            return answer_picture(picture["name"])
        if re.fullmatch(POLL_PATH, path):
            return self._answer_poll(params, read_cookies(headers.get("Cookie", "")))
        for pattern, reply in REPLIES:
            if found := re.fullmatch(pattern, path):
                return reply(self.read_facts(), WebRequest(found.groupdict(), params, headers))
        for pattern in SIGNERS:
            if found := re.fullmatch(pattern, path):
                return self.sign(WebRequest(found.groupdict(), params, headers))
        return make_answer({"code": 404, "message": "no such route"}, HTTPStatus.NOT_FOUND)

    def _answer_handshake(self, params: dict[str, str], headers: Headers) -> Response | None:
        refused = self.gate.find_refusal(params, headers, self.pace.now())
        if refused is None:
            return None
        told = {"Handshake-Status": refused[0], "Handshake-Msg": refused[1]}
        return _make_response(ServedAnswer(b"", "text/plain", headers=told))

    def sign(self, asked: WebRequest) -> ServedAnswer:
        """The sign provider: a first result, its cookie and its headers (protocol.md b.2)."""
        if not self._is_here(asked):
            return make_answer({"code": 404, "message": "no such room"}, HTTPStatus.NOT_FOUND)
        user_agent = asked.params.get("user_agent", "")
        secret, ttwid = self.gate.issue(self.broadcast.room_id, user_agent, self.pace.now())
        opening = self.broadcast.script.opening
        self.broadcast.book(opening)
        body = make_first_result(
            opening, self.pace.wall_ms(), self.socket_url + SOCKET_QUERY, {"wrss": secret, "imprp": "c2lt"}
        )
        told = {
            "X-Set-TT-Cookie": SIGNED_COOKIE.format(ttwid),
            "X-Room-Id": str(self.broadcast.room_id),
            "X-Request-Id": secret[:16],
        }
        return ServedAnswer(body, "application/protobuf", headers=SIGNER_HEADERS | told)

    def _answer_poll(self, params: dict[str, str], cookies: dict[str, str]) -> ServedAnswer:
        """Polls of guests where they are welcome, and of those with a log-in; others get nothing."""
        if not (cookies.get("ttwid") and (self.options.guests or "sessionid" in cookies)):
            return ServedAnswer(b"", "application/protobuf")
        _, _, place = params.get("cursor", "").rpartition("-")
        news, played = self.broadcast.read_since(int(place) if place.isdecimal() else 0)
        told = make_poll_result(news, self.pace.wall_ms(), played, self.socket_url + SOCKET_QUERY)
        return ServedAnswer(told, "application/protobuf")

    def _is_here(self, asked: WebRequest) -> bool:
        name = (asked.parts.get("name") or asked.params.get("unique_id") or "").removeprefix("@")
        number = asked.parts.get("room_id") or asked.params.get("room_id")
        return self.broadcast.is_live and (name == self.options.name or number == str(self.broadcast.room_id))

    def read_facts(self) -> RoomFacts:
        """What the answers need to know of the room now."""
        stage, crowd = self.broadcast.script.stage, self.broadcast.script.crowd
        best = sorted(((one, stage.score.get(one.id, 0)) for one in crowd.people), key=lambda row: -row[1])
        return RoomFacts(
            self.options.name,
            self.broadcast.room_id,
            crowd.host.id,
            self.broadcast.is_live,
            stage.figures.viewers,
            stage.figures.entered,
            stage.figures.likes,
            self.started_s,
            self.pace.wall_ms(),
            tuple(best[:TOP_VIEWERS]),
        )


def _read_request(path: str, params: dict[str, str], request: Request) -> WebRequest:
    page = re.fullmatch(r"/@(?P<name>[^/]+)/live/?", unquote(path))
    return WebRequest(page.groupdict() if page else {}, params, request.headers)


def _make_response(answer: ServedAnswer) -> Response:
    headers = Headers(
        {
            "Content-Type": answer.content_type,
            "Content-Length": str(len(answer.body)),
            "Connection": "close",
            **answer.headers,
        }
    )
    return Response(answer.status, answer.status.phrase, headers, answer.body)
