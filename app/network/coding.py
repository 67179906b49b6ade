"""Compressed answers, inflated piece by piece: no answer is larger in memory than what was read of it."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncGenerator, AsyncIterable, Iterator, Sequence

from app.errors import AnswerBroken
from app.words import network as words

PIECE = 64 * 1024  # bytes that one step inflates to at most; then others have their turn
GZIP, ZLIB, RAW = 31, 15, -15  # zlib's names of the containers
CODINGS = {"gzip": GZIP, "x-gzip": GZIP, "deflate": ZLIB}
PLAIN = ("", "identity")
MAGIC = b"\x1f\x8b"
DEFLATED, CHECK = 8, 31  # RFC 1950 2.2: the method, and what the first two bytes are a multiple of


class Inflater:
    """One layer of gzip or deflate. Deflate is RFC 1950's, or without its frame, as some servers send it.

    A gzip file may have several members (RFC 1952 2.2); anything else behind the end is passed over.
    """

    def __init__(self, container: int) -> None:
        self._container = container
        self._stream: zlib._Decompress | None = None
        self._begin = b""
        self._members = 0

    def inflate(self, chunk: bytes) -> Iterator[bytes]:
        """Inflate these bytes, at most `PIECE` bytes at a time, possibly empty.

        Raises:
            zlib.error: they are something else.
        """
        chunk, self._begin, full = self._begin + chunk, b"", False
        while chunk or full:
            if self._stream is None and not self._begin_stream(chunk):
                return
            assert self._stream  # noqa: S101 - begun
            piece = self._stream.decompress(chunk, PIECE)
            chunk, full = self._stream.unconsumed_tail, len(piece) == PIECE
            if self._stream.eof:
                chunk, full = self._stream.unused_data, False
                self._stream, self._members = None, self._members + 1
            yield piece

    @property
    def is_cut_short(self) -> bool:
        """Whether a stream has begun and its end has not come."""
        return self._stream is not None or bool(self._begin and not self._members)

    def _begin_stream(self, chunk: bytes) -> bool:
        """Begin a stream; False when the kind needs more bytes, or when nothing more is to be read."""
        if len(chunk) < len(MAGIC):
            self._begin = chunk
            return False
        if self._members and not (self._container == GZIP and chunk.startswith(MAGIC)):
            return False
        framed = chunk[0] % 16 == DEFLATED and int.from_bytes(chunk[:2]) % CHECK == 0
        container = RAW if self._container == ZLIB and not framed else self._container
        self._stream = zlib.decompressobj(container)
        return True


async def inflate_chunks(
    chunks: AsyncIterable[bytes], codings: Sequence[str], host: str
) -> AsyncGenerator[bytes]:
    """Inflate an answer chunk by chunk.

    Args:
        chunks: as they come.
        codings: what the answer says about them, in lower case.
        host: who sent them, for sentences.

    Raises:
        AnswerBroken: more than one layer, a coding that nobody asked for, or one that is cut short.
    """
    inflater = _choose_inflater(codings, host)
    async for chunk in chunks:
        if inflater is None:
            yield chunk
            continue
        try:
            for piece in inflater.inflate(chunk):
                yield piece
                await asyncio.sleep(0)
        except zlib.error as error:
            raise AnswerBroken(words.NOT_INFLATED.fill(host=host)) from error
    if inflater is not None and inflater.is_cut_short:
        raise AnswerBroken(words.CUT_SHORT.fill(host=host))


def _choose_inflater(codings: Sequence[str], host: str) -> Inflater | None:
    layers = [coding for coding in codings if coding not in PLAIN]
    if not layers:
        return None
    if len(layers) > 1 or layers[0] not in CODINGS:
        raise AnswerBroken(words.OTHER_COMPRESSION.fill(host=host))
    return Inflater(CODINGS[layers[0]])
