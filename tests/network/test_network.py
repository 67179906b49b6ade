import asyncio
import ssl

import httpx
import pytest
import trustme
from jumping import run
from websockets.exceptions import InvalidMessage

from app.access import Access
from app.connector.socket import open_socket
from app.errors import AnswerBroken, CertificateRefused, NetworkError, ServerRefused
from app.network.errors import make_network_error
from app.network.web import Web


@pytest.mark.parametrize(("host", "hint"), [("127.0.0.1", "running"), ("www.tiktok.com", "firewall")])
def test_a_refusal_asks_the_right_question(host, hint):
    error = make_network_error(ConnectionRefusedError(), host)
    assert isinstance(error, ServerRefused)
    assert hint in error.hint


async def met(answer, visit, certificate=None):
    """Let `visit(port)` meet a server that says this and closes; what was raised."""

    async def say(reader, writer):
        try:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # who came did not like us
        finally:
            writer.close()

    server = await asyncio.start_server(say, "127.0.0.1", 0, ssl=certificate)
    try:
        with pytest.raises(NetworkError) as raised:
            await visit(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        await server.wait_closed()
    return raised.value


async def by_web(port):
    async with Web() as web:
        await web.get(f"http://127.0.0.1:{port}/")


async def by_flow(port):
    async with Web() as web:
        assert not [chunk async for chunk in web.flow(f"http://127.0.0.1:{port}/", 1.0)]


async def by_socket(port):
    async with open_socket(f"ws://127.0.0.1:{port}/", {}, "agent", Access()):
        pass


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"\x15\x03\x01\x00\x02\x02\x46\r\n\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
    ],
)
@pytest.mark.parametrize("visit", [by_web, by_flow])
def test_an_answer_that_breaks_http_is_said_to_be_none(visit, answer):
    error = asyncio.run(met(answer, visit))
    assert (type(error), str(error)) == (AnswerBroken, "127.0.0.1 sent an answer that is no HTTP.")


@pytest.mark.parametrize(
    "answer", [b"SSH-2.0-OpenSSH_9.2\r\n\r\n", b"HTTP/1.1 two\r\n\r\n", b"\xff\xfe\r\n\r\n"]
)
def test_so_is_that_to_an_upgrade(answer):
    assert isinstance(asyncio.run(met(answer, by_socket)), AnswerBroken)


@pytest.mark.parametrize("visit", [by_web, by_flow, by_socket])
def test_a_connection_that_ends_without_an_answer_is_none(visit):
    assert type(asyncio.run(met(b"", visit))) is NetworkError


def test_a_broken_answer_is_told_from_the_libraries_own_words():
    assert isinstance(
        make_network_error(httpx.RemoteProtocolError("illegal status line: b'x'"), "h"), AnswerBroken
    )
    assert isinstance(
        make_network_error(InvalidMessage("did not receive a valid HTTP response"), "h"), AnswerBroken
    )
    assert type(make_network_error(httpx.RemoteProtocolError("Server disconnected"), "h")) is NetworkError


@pytest.mark.parametrize("way", ["web", "socket"])
def test_a_bad_certificate_of_a_proxy_is_the_proxys(way):
    """The proxy is here, and whoever would be behind it is not to blame."""

    async def visit(port):
        proxy = f"https://127.0.0.1:{port}"
        if way == "web":
            async with Web(Access(web_proxy=proxy)) as web:
                await web.get("https://www.tiktok.com/")
        else:
            async with open_socket("wss://ws.example/", {}, "agent", Access(socket_proxy=proxy)):
                pass

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    error = run(met(b"", visit, context))
    assert isinstance(error, CertificateRefused)
    assert str(error) == "127.0.0.1 has no valid certificate."
