"""A stream as bytes for ffmpeg's standard input: FLV as it comes, HLS piece by piece (RFC 8216).

ffmpeg has no network here: it would verify no certificate of HLS.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from typing import TypeVar
from urllib.parse import urlsplit

from app.clock import REAL, Clock, loop_s
from app.errors import (
    AnswerTooLarge,
    CertificateRefused,
    NetworkError,
    ProtocolError,
    UnsafeRedirect,
)
from app.errors.reading import NoStream, StreamSilent
from app.network.web import Answer, Web
from app.tiktok.addresses import resolve_address
from app.video.playlist import Playlist, Segment, read_playlist
from app.words import video as words

T = TypeVar("T")
OK = 200
PLAYLIST_LIMIT, PIECE_LIMIT = 1 << 20, 32 << 20  # bytes
FROM_THE_END = 3  # pieces; nearer to the newest a live stream may not be read (6.3.3)
PAUSE_S = (1.0, 30.0)  # between two looks at a playlist, whatever it says
TRY_AGAIN_S = (1.0, 1.0)  # before another try
LOST_AT_MOST = 3  # pieces in a row
FINAL = (AnswerTooLarge, CertificateRefused, StreamSilent, UnsafeRedirect)  # another try changes nothing


class Pull:
    """One stream, from where it is now to its end.

    Attributes:
        lost: pieces that could not be had.
    """

    def __init__(self, web: Web, address: str, silence_s: float, clock: Clock = REAL) -> None:
        """Check the address; nothing is fetched yet.

        Args:
            web: asks; it is closed at the end.
            address: of an FLV or a playlist, https, or http on this machine.
            silence_s: after which a stream with nothing new is given up.
            clock: what pauses go by.

        Raises:
            NoStream: the address is not encrypted, or the stream is DASH.
        """
        self._web, self._address = web, resolve_address("", address)
        self._path = urlsplit(address).path
        if self._path.endswith(".mpd"):
            raise NoStream(words.DASH, hint=words.ANOTHER_QUALITY)
        self._silence_s, self._clock, self._heard = silence_s, clock, 0.0
        self._next: int | None = None
        self._opening, self._lost_in_a_row, self.lost = "", 0, 0

    async def read_chunks(self) -> AsyncGenerator[bytes]:
        """Give the bytes. Who leaves early closes the generator.

        Raises:
            NetworkError: no answer, a refusal, an answer over the limit, or silence.
            NoStream, ProtocolError: what came cannot be recorded.
        """
        async with self._web, aclosing(self._open_flow()) as chunks:
            async for chunk in chunks:
                yield chunk

    def _open_flow(self) -> AsyncGenerator[bytes]:
        if self._path.endswith(".m3u8"):
            return self._read_pieces()
        return self._web.flow(self._address, self._silence_s)

    async def _read_pieces(self) -> AsyncGenerator[bytes]:
        begun = self._heard = loop_s()
        address, playlist = await self._find_media()
        while True:
            fresh = self._pick_fresh(playlist)
            for piece in fresh:
                if chunk := await self._fetch_piece(piece):
                    yield chunk
                    self._heard = loop_s()
            if playlist.has_ended:
                return
            await self._pause(playlist.target_s * (1.0 if fresh else 0.5), begun)
            begun = loop_s()
            address, playlist = await self._try(self._fetch_playlist, address)

    def _pick_fresh(self, playlist: Playlist) -> Sequence[Segment]:
        """Pick the new pieces; at first all of a stream that has ended, else its newest ones."""
        if self._next is None:
            return playlist.segments if playlist.has_ended else playlist.segments[-FROM_THE_END:]
        following = self._next
        return [piece for piece in playlist.segments if piece.number >= following]

    async def _find_media(self) -> tuple[str, Playlist]:
        """Find the playlist of pieces, through the one of qualities where there is one."""
        address, playlist = await self._try(self._fetch_playlist, self._address)
        if not playlist.variants:
            return address, playlist
        if playlist.best.sound:
            raise NoStream(words.SOUND_APART, hint=words.ANOTHER_QUALITY)
        address, playlist = await self._try(self._fetch_playlist, playlist.best.address)
        if playlist.variants:
            raise ProtocolError(words.LIST_OF_LISTS)
        return address, playlist

    async def _fetch_piece(self, piece: Segment) -> bytes:
        """Fetch a piece, after what opens it where that is new; empty when it is lost."""
        self.lost += 0 if self._next is None else piece.number - self._next
        self._next = piece.number + 1
        try:
            opening = await self._read_opening(piece)
            body = b"" if piece.is_missing else await self._try(self._read_bytes, piece.address)
        except FINAL:
            raise
        except NetworkError:
            self._lost_in_a_row += 1
            if self._lost_in_a_row == LOST_AT_MOST:
                raise
            self.lost += 1
            return b""
        self._opening, self._lost_in_a_row = piece.opening, 0
        self.lost += piece.is_missing
        return opening + body

    async def _read_opening(self, piece: Segment) -> bytes:
        if piece.opening in ("", self._opening):
            return b""
        return await self._try(self._read_bytes, piece.opening)

    async def _try(self, ask: Callable[[str], Awaitable[T]], address: str) -> T:
        """Ask, and try again when a server fails."""
        for pause in TRY_AGAIN_S:
            try:
                return await ask(address)
            except FINAL:
                raise
            except (NetworkError, ProtocolError):
                await self._clock.sleep(pause)
        return await ask(address)

    async def _fetch_playlist(self, address: str) -> tuple[str, Playlist]:
        """The playlist, and who answered in the end."""
        answer = await self._ask(address, PLAYLIST_LIMIT)
        return answer.url, read_playlist(answer.text, answer.url)

    async def _read_bytes(self, address: str) -> bytes:
        return (await self._ask(address, PIECE_LIMIT)).body

    async def _ask(self, address: str, limit: int) -> Answer:
        left_s = self._heard + self._silence_s - loop_s()
        if left_s <= 0:
            raise StreamSilent(words.SILENT.fill(seconds=self._silence_s), hint=words.TRY_LATER)
        answer = await self._web.get(address, limit=limit, within_s=left_s)
        if answer.status != OK:
            sentence = words.ANSWERED.fill(host=urlsplit(address).hostname, status=answer.status)
            raise NetworkError(sentence, hint=words.TRY_LATER)
        resolve_address(address, answer.url)  # a redirect may have led from this machine to another
        return answer

    async def _pause(self, seconds: float, since: float) -> None:
        """Wait until so long after a moment of the loop's clock."""
        least, most = PAUSE_S
        await self._clock.sleep(max(0.0, since + min(max(seconds, least), most) - loop_s()))
