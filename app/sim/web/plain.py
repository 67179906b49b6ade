"""What the server's port says to those who speak neither HTTP nor web sockets to it, but TLS or proxy."""

from __future__ import annotations

from http import HTTPStatus
from typing import ClassVar

from websockets.asyncio.server import ServerConnection

TLS_HANDSHAKE, TO_A_PROXY = b"\x16\x03", b"CONNECT "


class PlainConnection(ServerConnection):
    """Answers TLS as plain web servers do, with plain text, so that the client can say what is wrong.

    Attributes:
        proxy: with which status it refuses those who take it for a proxy.
    """

    proxy: ClassVar[HTTPStatus] = HTTPStatus.METHOD_NOT_ALLOWED

    def data_received(self, data: bytes) -> None:
        """Refuse TLS and proxy requests; hand other bytes on."""
        if data.startswith(TLS_HANDSHAKE):
            self._refuse(HTTPStatus.BAD_REQUEST)
        elif data.startswith(TO_A_PROXY):
            self._refuse(self.proxy)
        else:
            super().data_received(data)

    def _refuse(self, status: HTTPStatus) -> None:
        head = f"HTTP/1.1 {status.value} {status.phrase}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        self.transport.write(head.encode())
        self.transport.close()


def make_refusing(status: HTTPStatus) -> type[PlainConnection]:
    """Connections that refuse as a proxy with this status."""

    class PlainProxy(PlainConnection):
        proxy = status

    return PlainProxy
