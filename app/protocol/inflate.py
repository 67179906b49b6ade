"""Inflates payloads of frames, within a limit."""

from __future__ import annotations

import zlib

from app.errors import FrameTooLarge, ProtocolError
from app.words import protocol as words

MAGIC = b"\x1f\x8b\x08"
LIMIT = 64 * 1024 * 1024
KEPT = 4 * 1024 * 1024  # frames are smaller; what inflates to more is counted first, for a bomb's sake
PIECE = 256 * 1024
GZIP_CONTAINER = 31


def is_gzip(payload: bytes) -> bool:
    """Whether it is gzip; a fetch result cannot begin with the same bytes (there is no wire type 7)."""
    return payload.startswith(MAGIC)


def gunzip(payload: bytes, limit: int = LIMIT) -> bytes:
    """Inflate a gzip container, counting before anything large is kept.

    Raises:
        FrameTooLarge: the result is over `limit` bytes.
        ProtocolError: it is not gzip, or cut short.
    """
    stream = zlib.decompressobj(GZIP_CONTAINER)
    try:
        inflated = stream.decompress(payload, min(KEPT, limit) + 1)
        if len(inflated) > min(KEPT, limit):
            _count(stream, len(inflated), limit, len(payload))
            stream = zlib.decompressobj(GZIP_CONTAINER)
            inflated = stream.decompress(payload)
    except zlib.error as error:
        raise ProtocolError(words.NOT_INFLATED.fill(reason=str(error))) from error
    if not stream.eof:
        raise ProtocolError(words.CUT_SHORT.fill(count=len(payload)))
    return inflated


def _count(stream: zlib._Decompress, size: int, limit: int, sent: int) -> None:
    """Inflate the rest without keeping it."""
    piece = b"begun"
    while piece and size <= limit:
        piece = stream.decompress(stream.unconsumed_tail, PIECE)
        size += len(piece)
    if size > limit:
        raise FrameTooLarge(words.INFLATES_TOO_FAR.fill(count=sent, limit=limit))
