"""A certificate of an authority that nobody knows opens nothing, on the web and at the socket."""

import asyncio
import ssl

import pytest
import trustme
from rooms import run

from app.access import Access
from app.connector.socket import open_socket
from app.errors import CertificateRefused
from app.network.web import Web


async def to_a_stranger(visit):
    """Let `visit(port)` meet a server with a certificate of its own making; what it was told by us."""
    heard = []

    async def hear(reader, writer):
        heard.append(await reader.read())
        writer.close()

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    server = await asyncio.start_server(hear, "127.0.0.1", 0, ssl=context)
    try:
        await visit(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        await server.wait_closed()
    return heard


async def by_web(port):
    async with Web() as web:
        await web.get(f"https://127.0.0.1:{port}/")


async def by_socket(port):
    async with open_socket(f"wss://127.0.0.1:{port}/", {"ttwid": "x"}, "agent", Access()):
        pass


@pytest.mark.parametrize("visit", [by_web, by_socket])
def test_a_strange_certificate_is_refused(visit):
    with pytest.raises(CertificateRefused):
        run(to_a_stranger(visit))
