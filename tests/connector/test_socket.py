import asyncio
import time
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Response

from app.access import Access
from app.clock import loop_s
from app.connector.managed import closing
from app.connector.socket import close, make_refusal_error, open_socket, read_frame, read_heartbeat_s
from app.errors import ConnectionLost, DeviceBlocked, HandshakeRefused, PrivateRoom
from app.network.headers import find_header
from app.network.waits import read_wait_s


@pytest.mark.parametrize(
    ("status", "headers", "kind", "sentence"),
    [
        (200, {}, PrivateRoom, "TikTok refused the socket without a reason; the room may be private."),
        (
            200,
            {"Handshake-Status": "415", "Handshake-Msg": "DEVICE_BLOCKED"},
            DeviceBlocked,
            "TikTok blocks this kind of client. (415 DEVICE_BLOCKED)",
        ),
        (403, {}, HandshakeRefused, "TikTok refused the socket with HTTP 403."),
        (403, {"Handshake-Msg": "why"}, HandshakeRefused, "TikTok refused the socket with HTTP 403. (why)"),
    ],
)
def test_what_a_refused_upgrade_means(status, headers, kind, sentence):
    error = make_refusal_error(status, headers)
    assert (type(error), error.line) == (kind, sentence)


@pytest.mark.parametrize("status", ["4\udcff7", "4\x1b[2J", "4" * 8_000])
def test_the_servers_own_words_are_one_line_that_can_be_printed(status):
    sentence = str(make_refusal_error(403, {"Handshake-Status": status, "Handshake-Msg": "no"}))
    assert sentence.isprintable()
    assert len(sentence) < 200


def twice(name, *values):
    headers = Headers()
    for value in values:
        headers[name] = value
    return headers


def test_of_a_header_that_comes_twice_the_first_counts():
    headers = twice("Handshake-Msg", "DEVICE_BLOCKED", "illegal app_id")
    headers.update(twice("Handshake-Status", "415", "0"))
    assert str(make_refusal_error(403, headers)) == "TikTok blocks this kind of client. (415 DEVICE_BLOCKED)"
    waits = twice("Retry-After", "7", "90")
    assert read_wait_s(waits, now=0.0) == 7
    assert closing.make_refusal_error("Euler Stream", 429, waits, now_s=0.0).retry_after == 7
    assert closing.make_refusal_error("Euler Stream", 503, waits, now_s=0.0).retry_after == 7
    assert find_header(Headers(), "Retry-After") == ""


@asynccontextmanager
async def a_peer(handler, **options):
    """A socket whose other end does this."""
    async with serve(handler, "127.0.0.1", 0, compression=None, ping_interval=None, **options) as server:
        port = server.sockets[0].getsockname()[1]
        async with open_socket(f"ws://127.0.0.1:{port}/", {}, "test", Access()) as socket:
            yield socket


def test_an_upgrade_may_say_everything_twice():
    def answer(_, __, response):
        for value in ("ping-interval=7", "ping-interval=8"):
            response.headers["Handshake-Options"] = value

    def refuse(_, __):
        headers = twice("Handshake-Msg", "DEVICE_BLOCKED", "no")
        headers["Content-Length"] = "0"
        return Response(200, "OK", headers)

    async def opened(**options):
        async with a_peer(lambda socket: socket.wait_closed(), **options) as socket:
            return read_heartbeat_s(socket)

    assert asyncio.run(opened(process_response=answer)) == 7
    with pytest.raises(DeviceBlocked):
        asyncio.run(opened(process_request=refuse))


def test_what_came_while_the_process_was_stopped_is_read_after_it():
    async def chatter(socket):
        with_pause = [0.0] * 40
        for number, pause in enumerate(with_pause):
            await socket.send(str(number).encode())
            await asyncio.sleep(pause)
        await socket.wait_closed()

    async def read():
        frames = []
        async with a_peer(chatter) as socket:
            due = loop_s() + 0.05
            asyncio.get_running_loop().call_soon(time.sleep, 0.8)  # nothing of this process moves
            while (frame := await read_frame(socket, due)) is not None:
                frames.append(int(frame))
        return frames

    assert asyncio.run(read()) == list(range(40))


def test_who_leaves_is_not_held_up_by_a_peer_that_is_gone():
    async def leave():
        async with a_peer(deaf) as socket:
            before = asyncio.all_tasks()
            await asyncio.wait_for(close(socket), 1.5)
            assert asyncio.all_tasks() <= before
            with pytest.raises(ConnectionLost):
                await read_frame(socket, loop_s() + 1)

    async def deaf(socket):
        socket.transport.pause_reading()
        await asyncio.sleep(1.6)
        socket.transport.abort()

    asyncio.run(leave())


def test_a_peer_that_lives_is_told_good_bye():
    codes = []

    async def listen(socket):
        try:
            await socket.recv()
        except ConnectionClosed as closed:
            codes.append(closed.rcvd.code if closed.rcvd else None)

    async def leave():
        async with a_peer(listen):
            pass

    asyncio.run(leave())
    assert codes == [1000]
