import asyncio
import json
import socket
from dataclasses import replace

import pytest
from websockets.asyncio.server import serve

from app.access import Access
from app.connector.managed import ports, studio
from app.connector.managed.ports import find_first, find_listening, is_listening
from app.connector.managed.studio import HELLO, Studio, find_places
from app.errors.bridges import BridgeMissing
from app.settings import DEFAULTS
from app.tiktok.target import parse_target

ACCESS = Access(way="studio", choices=replace(DEFAULTS, studio_key="app:key:secret"))


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as holder:
        return holder.getsockname()[1]


def url_of(port):
    return f"ws://127.0.0.1:{port}/v1/third-party"


def test_only_ports_where_somebody_listens_are_found(monkeypatch):
    async def found():
        server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            urls = [url_of(one) for one in (*closed[:2], port, closed[2])]
            return url_of(port), [batch async for batch in find_listening(urls)]

    closed = [free_port() for _ in range(3)]
    monkeypatch.setattr(ports, "AT_ONCE", 2)
    url, batches = asyncio.run(found())
    assert batches == [[url]]


def test_a_port_that_turns_out_to_be_our_own_end_is_none(monkeypatch):
    async def probed():
        loop = asyncio.get_running_loop()

        async def meet_itself(probe, address):
            probe.bind(address)
            probe.connect_ex(address)
            await asyncio.sleep(0)

        monkeypatch.setattr(loop, "sock_connect", meet_itself)
        return await is_listening(port)

    port = free_port()
    assert asyncio.run(probed()) is False


def test_the_first_result_counts_and_the_others_are_cancelled():
    async def slow():
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            left.append("cancelled")
            raise

    async def result(value):
        return value

    async def first():
        return await find_first([slow(), result(None), result(7)])

    left = []
    assert asyncio.run(first()) == 7
    assert left == ["cancelled"]


def test_an_address_that_was_set_is_the_only_place():
    async def listed():
        return [list(batch) async for batch in find_places("ws://127.0.0.1:9")]

    assert asyncio.run(listed()) == [["ws://127.0.0.1:9/v1/third-party"]]


async def greet_as_studio(connection):
    await connection.send(json.dumps(HELLO))
    await connection.recv()
    await connection.send('{"type": "AUTH_RESULT", "success": true}')
    await connection.wait_closed()


async def greet_as_stranger(connection):
    heard.append("stranger")
    await connection.send('{"type": "SERVER_HELLO", "product": "another"}')
    heard.extend([frame async for frame in connection])


heard = []


def test_studio_is_found_among_strangers_who_never_see_the_key(monkeypatch):
    async def admitted():
        async with (
            serve(greet_as_stranger, "127.0.0.1", 0) as one,
            serve(greet_as_studio, "127.0.0.1", 0) as two,
        ):
            at = [server.sockets[0].getsockname()[1] for server in (one, two)]
            monkeypatch.setattr(studio, "PORTS", (at, [free_port()]))
            route = Studio(parse_target("ann"), ACCESS)
            async with route._open_socket() as connection:
                return connection.remote_address[1] == at[1]

    heard.clear()
    assert asyncio.run(admitted())
    assert heard == ["stranger"]


def test_where_nobody_greets_the_ports_are_named(monkeypatch):
    async def admitted():
        async with Studio(parse_target("ann"), ACCESS)._open_socket():
            pass

    port = free_port()
    monkeypatch.setattr(studio, "PORTS", ([port], [port]))
    with pytest.raises(BridgeMissing, match="not running") as error:
        asyncio.run(admitted())
    assert f"Ports {port}–{port} and {port}–{port} were tried." in error.value.hint
    assert str(error.value) == "TikTok LIVE Studio is not running on this machine."
