"""The video of the built-in server: coloured squares and silence, an endless FLV, made bit by bit.

Every frame is whole (H.264 of I_PCM macroblocks, which hold their samples as they are), so a viewer may come
at any moment and no codec is needed. Sizes are small on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

FRAMES_PER_S = 5
AUDIO, VIDEO = 8, 9  # FLV tag types
SAMPLES_PER_S, SAMPLES = 44_100, 1024  # of AAC, per second and per frame
SILENCE = b"\x00\x00\x00\x07"  # an AAC frame of one channel without any sound
AUDIO_CONFIG = b"\x12\x08"  # AAC-LC, 44,100 Hz, one channel
SPEAKS, SHOWS = 4, 1  # FLV header flags
PROFILE = b"\x42\xc0\x0a"  # constrained baseline, level 1
NEUTRAL = b"\x70" * 64 + b"\x90" * 64  # the colour of a macroblock
# Width and height in macroblocks of 16 pixels.
SIZES: dict[str, tuple[int, int]] = {
    "origin": (6, 10),
    "hd": (4, 7),
    "sd": (3, 5),
    "ld": (2, 3),
    "ao": (0, 0),
}


class Bits:
    """A row of bits that is written to its end."""

    def __init__(self) -> None:
        self._bits: list[str] = []

    def add(self, value: int, width: int) -> Bits:
        """Add a number in so many bits."""
        self._bits.append(f"{value:0{width}b}")
        return self

    def add_golomb(self, *values: int) -> Bits:
        """Add numbers in as many bits as they need (Exp-Golomb, H.264 9.1)."""
        for value in values:
            self._bits.append("0" * ((value + 1).bit_length() - 1) + f"{value + 1:b}")
        return self

    def pack(self) -> bytes:
        """All bits, with zeros up to the next byte."""
        bits = "".join(self._bits)
        padded = bits + "0" * (-len(bits) % 8)
        return int(padded, 2).to_bytes(len(padded) // 8, "big")


class Film:
    """The film in one quality, from its beginning."""

    def __init__(self, quality: str) -> None:
        self._width, self._height = SIZES[quality]
        self._heard = 0

    def make_opening(self) -> bytes:
        """FLV header and what decoders must know first."""
        flags = SPEAKS | (SHOWS if self._width else 0)
        header = b"FLV\x01" + bytes([flags]) + (9).to_bytes(4, "big") + bytes(4)
        config = _make_tag(VIDEO, 0, b"\x17\x00\x00\x00\x00" + _make_config(self._width, self._height))
        return header + (config if self._width else b"") + _make_tag(AUDIO, 0, b"\xaf\x00" + AUDIO_CONFIG)

    def make_frame(self, number: int) -> bytes:
        """A picture, and the silence up to the next one."""
        at_ms = number * 1000 // FRAMES_PER_S
        shown = _make_picture(self._width, self._height, number) if self._width else b""
        return shown + b"".join(self._make_silence(at_ms + 1000 // FRAMES_PER_S))

    def _make_silence(self, until_ms: int) -> Iterator[bytes]:
        while (at_ms := self._heard * SAMPLES * 1000 // SAMPLES_PER_S) < until_ms:
            yield _make_tag(AUDIO, at_ms, b"\xaf\x01" + SILENCE)
            self._heard += 1


def _make_picture(width: int, height: int, number: int) -> bytes:
    unit = _make_nal(0x65, _make_slice(width * height, number))
    at_ms = number * 1000 // FRAMES_PER_S
    return _make_tag(VIDEO, at_ms, b"\x17\x01\x00\x00\x00" + len(unit).to_bytes(4, "big") + unit)


def _make_slice(blocks: int, number: int) -> bytes:
    """An IDR slice (H.264 7.3.3): first block 0, type I, no filter, then every block as it is."""
    head = (
        Bits()
        .add_golomb(0, 7, 0)
        .add(0, 4)
        .add_golomb(number % 2)
        .add(0, 2)
        .add_golomb(0, 1)
        .add_golomb(25)
        .pack()
    )
    shades = (bytes([32 + (number * 7 + block * 23) % 190]) * 256 + NEUTRAL for block in range(blocks))
    return head + Bits().add_golomb(25).pack().join(shades) + b"\x80"


@lru_cache
def _make_config(width: int, height: int) -> bytes:
    """AVCDecoderConfigurationRecord: the sets of parameters of sequence and picture."""
    size = Bits().add_golomb(0, 0, 2, 1).add(0, 1).add_golomb(width - 1, height - 1).add(0b11001, 5).pack()
    sequence = _make_nal(0x67, PROFILE + size)
    pictures = (
        Bits().add_golomb(0, 0).add(0, 2).add_golomb(0, 0, 0).add(0, 3).add_golomb(0, 0, 0).add(0b1001, 4)
    )
    picture = _make_nal(0x68, pictures.pack())
    sets = b"\xe1" + len(sequence).to_bytes(2, "big") + sequence + b"\x01" + len(picture).to_bytes(2, "big")
    return b"\x01" + PROFILE + b"\xff" + sets + picture


def _make_nal(kind: int, body: bytes) -> bytes:
    """A unit; three zeros in a row would look like the beginning of the next (H.264 7.4.1)."""
    return bytes([kind]) + re.sub(rb"\x00\x00(?=[\x00-\x03])", b"\x00\x00\x03", body)


def _make_tag(kind: int, at_ms: int, body: bytes) -> bytes:
    stamp = (at_ms & 0xFFFFFF).to_bytes(3, "big") + bytes([at_ms >> 24 & 0xFF])
    head = bytes([kind]) + len(body).to_bytes(3, "big") + stamp + bytes(3)
    return head + body + (len(head) + len(body)).to_bytes(4, "big")
