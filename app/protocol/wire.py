"""Protobuf by hand, one level deep: for bytes that no schema describes or that a reader refuses."""

from __future__ import annotations

from collections.abc import Iterator

from app.errors import ProtocolError
from app.words import protocol as words

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
FIXED_SIZES = {FIXED64: 8, FIXED32: 4}
GROUPS = (3, 4)  # begin and end, which have no value; nobody sends them, readers pass over them
VARINT_BYTES = 10
FIRST_VALID_FIELD = 1


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a varint.

    Returns:
        The value (64 bits, unsigned) and where the next thing begins.

    Raises:
        ProtocolError: it is cut short or longer than ten bytes.
    """
    value = 0
    for step, byte in enumerate(data[at : at + VARINT_BYTES]):
        value |= (byte & 0x7F) << (7 * step)
        if byte < 0x80:  # noqa: PLR2004
            return value & 0xFFFF_FFFF_FFFF_FFFF, at + step + 1
    raise ProtocolError(words.VARINT_BROKEN)


def walk_fields(data: bytes) -> Iterator[tuple[int, int, int | bytes, bytes]]:
    """Walk the fields of a message.

    Yields:
        Number, wire type, value (int for varints, else bytes) and the field's own bytes with its tag.

    Raises:
        ProtocolError: the bytes are not a message.
    """
    at = 0
    while at < len(data):
        start = at
        tag, at = read_varint(data, at)
        number, kind = tag >> 3, tag & 7
        if number < FIRST_VALID_FIELD:
            raise ProtocolError(words.NO_FIELD_NUMBER)
        value, at = _read_value(data, at, kind)
        yield number, kind, value, data[start:at]


def has_at_most(data: bytes, most: int) -> bool:
    """Whether a message has no more fields than that; bytes that are no message end the count."""
    at = count = 0
    try:
        while at < len(data) and count <= most:
            count += 1
            tag, at = read_varint(data, at)
            at = at if tag & 7 in GROUPS else _end(data, at, tag & 7)
    except ProtocolError:
        return True
    return count <= most


def _end(data: bytes, at: int, kind: int) -> int:
    """Where a value ends."""
    if kind == VARINT:
        return read_varint(data, at)[1]
    if kind == BYTES:
        size, at = read_varint(data, at)
    elif kind in FIXED_SIZES:
        size = FIXED_SIZES[kind]
    else:
        raise ProtocolError(words.WIRE_TYPE.fill(number=kind))
    if at + size > len(data):
        raise ProtocolError(words.FIELD_CUT_SHORT.fill(count=size))
    return at + size


def _read_value(data: bytes, at: int, kind: int) -> tuple[int | bytes, int]:
    if kind == VARINT:
        return read_varint(data, at)
    end = _end(data, at, kind)
    begin = read_varint(data, at)[1] if kind == BYTES else at
    return data[begin:end], end
