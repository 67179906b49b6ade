"""Sends an answer without end, as fast as it is read."""

from __future__ import annotations

from websockets.asyncio.server import ServerConnection

from app.sim.pace import Naps

PIECE = bytes(16 * 1024)
UNREAD_AT_MOST = 1 << 20
NAP_S = 0.01


async def pour(viewer: ServerConnection, naps: Naps, content_type: str, beginning: bytes) -> None:
    """Send a head and a beginning, then zeros until the client has gone."""
    pipe = viewer.transport
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nConnection: close\r\n\r\n"
    pipe.write(head.encode() + beginning)
    while not (pipe.is_closing() or naps.is_over):
        if pipe.get_write_buffer_size() < UNREAD_AT_MOST:
            pipe.write(PIECE)
        await naps.take(NAP_S)
    pipe.abort()
    await viewer.wait_closed()
