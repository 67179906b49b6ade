"""Scripts played without a server, and a client of a few lines."""

import asyncio
import gzip
import ssl
from contextlib import asynccontextmanager
from itertools import takewhile
from urllib.parse import urlencode

import httpx
from websockets.asyncio.client import connect

from app.protocol.outgoing import enter_frame, make_ack_frame, make_heartbeat_frame
from app.protocol.schema import read
from app.sim import Script, SimOptions, SimServer
from tests.sim.stepped_pace import SteppedPace

START_MS = 1_790_000_000_000
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the server speaks plain HTTP: no certificates to load
AGENT = "Mozilla/5.0 test"


def played(seconds, **options):
    script = Script(SimOptions(**options), START_MS)
    return list(takewhile(lambda scripted: scripted.at_s <= seconds, script))


def bodies(messages, method):
    return [read(method, scripted.wire.payload) for scripted in messages if scripted.method == method]


@asynccontextmanager
async def serving(**options):
    server = SimServer(SimOptions(**options), SteppedPace(START_MS))
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


async def fetched(server, path, **params):
    async with httpx.AsyncClient(trust_env=False, verify=PLAIN) as web:
        return await web.get(server.app_url + path, params=params)


class Client:
    """The protocol by hand."""

    def __init__(self, server):
        self.server = server

    async def signed(self):
        answer = await fetched(self.server, "/webcast/fetch", room_id=self.server.room_id, user_agent=AGENT)
        self.first = read("ProtoMessageFetchResult", answer.content)
        self.cookie = answer.headers["X-Set-TT-Cookie"].partition(";")[0]
        return self

    def open(self, agent=AGENT, cookie=None, **changed):
        params = {"aid": "1988", "room_id": self.server.room_id, "client_enter": "1", "compress": "gzip"}
        query = urlencode(params | dict(self.first.route_params) | changed)
        headers = {"Cookie": self.cookie if cookie is None else cookie}
        return connect(
            f"{self.first.push_server}&{query}",
            additional_headers=headers,
            user_agent_header=agent,
            ping_interval=None,
            proxy=None,
            compression=None,
        )

    def enter(self):
        return enter_frame(self.server.room_id, "")

    def heartbeat(self):
        return make_heartbeat_frame(self.server.room_id, 1)


async def received(socket, *, ack=True):
    """One frame: type, messages, whether compressed."""
    frame = read("WebcastPushFrame", await socket.recv())
    headers = {header.key: header.value for header in frame.headers}
    packed = headers["compress_type"] == "gzip"
    result = read("ProtoMessageFetchResult", gzip.decompress(frame.payload) if packed else frame.payload)
    if ack and result.need_ack:
        await socket.send(make_ack_frame(frame.log_id, result.internal_ext))
    return frame.payload_type, [message.msg_id for message in result.messages], packed


def run(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, 20))


async def turned(server, seconds):
    """Turn the clock until that much of the script was played."""
    for _ in range(round(seconds / 0.5)):
        server._pace.advance(0.5)
        for _ in range(5):
            await asyncio.sleep(0)
