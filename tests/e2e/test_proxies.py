"""Proxies for web and socket: asked for what is not this machine, and named when they refuse."""

import asyncio
from contextlib import aclosing

import pytest
from jumping import JumpingClock
from rooms import run

from app.access import Access
from app.access.endpoints import Endpoints
from app.connector.live import LiveSource
from app.connector.socket import open_socket
from app.errors import ProxyRefused


class Proxy:
    """Writes down who is asked for, and refuses."""

    def __init__(self):
        self.asked = []

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._refuse, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        self.address = f"http://user:p4ssword@127.0.0.1:{port}"
        return self

    async def __aexit__(self, *_):
        self._server.close()
        await self._server.wait_closed()

    async def _refuse(self, reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        self.asked.append(head.split()[1].decode())
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()


async def through_web():
    async with Proxy() as proxy:
        access = Access(Endpoints(), web_proxy=proxy.address)
        async with aclosing(LiveSource("demo", access, clock=JumpingClock()).events()) as events:
            return proxy, [event async for event in events][-1]


def test_the_web_goes_through_its_proxy_which_is_named_when_it_refuses():
    proxy, last = run(through_web())
    assert set(proxy.asked) == {"www.tiktok.com:443", "api.eulerstream.com:443"}
    assert last.code == "proxy"
    assert "p4ssword" not in last.reason + last.hint


def test_the_socket_goes_through_a_proxy_of_its_own():
    async def opened():
        async with Proxy() as proxy:
            access = Access(socket_proxy=proxy.address, web_proxy="http://127.0.0.1:1")
            with pytest.raises(ProxyRefused) as refused:
                async with open_socket("wss://webcast-ws.tiktok.com/", {}, "agent", access):
                    pass
            return proxy, refused.value

    proxy, error = run(opened())
    assert proxy.asked == ["webcast-ws.tiktok.com:443"]
    assert "p4ssword" not in error.line
