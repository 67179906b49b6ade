"""HLS playlists (RFC 8216), read as far as recording a stream needs it: ten tags.

The library for that, m3u8, was last released in August 2024, has no types, and brings an HTTP client.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.errors import ProtocolError
from app.errors.reading import NoStream
from app.tiktok.addresses import resolve_address
from app.words import video as words

FIRST_LINE = "#EXTM3U"
ATTRIBUTE = re.compile(r'([A-Z0-9-]+)=("[^"]*"|[^",]*)')  # 4.2
DIGITS = 20  # of a decimal-integer, which is below 2^64 (4.2)


@dataclass(frozen=True, slots=True)
class Variant:
    """One quality of a master playlist.

    Attributes:
        address: of its own playlist.
        bandwidth: bits per second at most.
        sound: the group its sound is in, empty where it comes with the picture.
    """

    address: str
    bandwidth: int
    sound: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of the stream.

    Attributes:
        number: its media sequence number.
        opening: where what decoders must know first is (`EXT-X-MAP`), empty where pieces need none.
        is_missing: the server says that it has none of it.
    """

    number: int
    address: str
    opening: str = ""
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Playlist:
    """A playlist of either kind: one of qualities, or one of pieces.

    Attributes:
        target_s: how long a piece is at most, and how often a growing playlist is read.
        has_ended: nothing will be added.
    """

    variants: tuple[Variant, ...] = ()
    segments: tuple[Segment, ...] = ()
    target_s: int = 0
    has_ended: bool = False

    @property
    def best(self) -> Variant:
        """The quality with the most bits; one whose sound is apart only where all are so."""
        return max(self.variants, key=lambda variant: (not variant.sound, variant.bandwidth))


def read_playlist(body: str, address: str) -> Playlist:
    """Read a playlist that came from this address.

    Raises:
        ProtocolError: it is none.
        NoStream: what it names cannot be recorded, or may not be fetched.
    """
    lines = [line for line in map(str.strip, body.removeprefix("\ufeff").splitlines()) if line]
    if not lines or lines[0] != FIRST_LINE:
        raise ProtocolError(words.NO_PLAYLIST)
    _refuse(lines)
    variants = tuple(_list_variants(lines, address))
    target = _find_number(lines, "#EXT-X-TARGETDURATION:", 0)
    return Playlist(
        variants, () if variants else tuple(_list_segments(lines, address)), target, "#EXT-X-ENDLIST" in lines
    )


def _list_variants(lines: list[str], base: str) -> Iterator[Variant]:
    apart = {
        told.get("GROUP-ID", "")
        for told in _read_tags(lines, "#EXT-X-MEDIA:")
        if told.get("TYPE") == "AUDIO" and told.get("URI")
    }
    told: Mapping[str, str] | None = None
    for line in lines:
        if line.startswith("#EXT-X-STREAM-INF:"):
            told = _read_attributes(line)
        elif told is not None and not line.startswith("#"):
            group = told.get("AUDIO", "")
            yield Variant(
                resolve_address(base, line),
                _parse_number(told.get("BANDWIDTH", "0")),
                group if group in apart else "",
            )
            told = None


def _list_segments(lines: list[str], base: str) -> Iterator[Segment]:
    number, opening, missing = _find_number(lines, "#EXT-X-MEDIA-SEQUENCE:", 0), "", False
    for line in lines:
        if line.startswith("#EXT-X-MAP:"):
            opening = resolve_address(base, _read_attributes(line).get("URI", ""))
        elif line == "#EXT-X-GAP":
            missing = True
        elif not line.startswith("#"):
            yield Segment(number, resolve_address(base, line), opening, missing)
            number, missing = number + 1, False


def _refuse(lines: list[str]) -> None:
    """What would be recorded wrongly is not recorded."""
    if any(told.get("METHOD") != "NONE" for told in _read_tags(lines, "#EXT-X-KEY:")):
        raise NoStream(words.LOCKED, hint=words.ANOTHER_QUALITY)
    if any(line.startswith("#EXT-X-BYTERANGE:") for line in lines) or any(
        "BYTERANGE" in told for told in _read_tags(lines, "#EXT-X-MAP:")
    ):
        raise NoStream(words.PARTS_OF_FILES, hint=words.ANOTHER_QUALITY)


def _read_tags(lines: list[str], tag: str) -> Iterator[Mapping[str, str]]:
    return (_read_attributes(line) for line in lines if line.startswith(tag))


def _read_attributes(line: str) -> Mapping[str, str]:
    return {name: value.strip('"') for name, value in ATTRIBUTE.findall(line.partition(":")[2])}


def _find_number(lines: list[str], tag: str, otherwise: int) -> int:
    return next((_parse_number(line.removeprefix(tag)) for line in lines if line.startswith(tag)), otherwise)


def _parse_number(text: str) -> int:
    """A decimal-integer.

    Raises:
        ProtocolError: it is none.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS):
        raise ProtocolError(words.NO_NUMBER)
    return int(text)
