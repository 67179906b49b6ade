"""Messages that would become millions of objects, recognised before anybody reads them."""

from __future__ import annotations

from google.protobuf.descriptor import Descriptor

from app.errors import ProtocolError
from app.protocol.schema import find_reader
from app.protocol.wire import BYTES, has_at_most, walk_fields

LARGE = 64 * 1024  # bytes; the fields of a smaller message are few enough
FIELDS_AT_MOST = 5_000  # of one level: messages of a frame, headers; real ones have some hundred
FIELDS_WITHIN = 100_000  # on all levels of one message together


def is_flood(method: str, payload: bytes) -> bool:
    """Whether a message has more fields than anybody sends, in itself or in what it holds.

    Args:
        method: normalised name; of one without a schema only the outermost level is looked at.
        payload: its body, which need not be sound.
    """
    if len(payload) < LARGE:
        return False
    if not has_at_most(payload, FIELDS_AT_MOST):
        return True
    try:
        return _count_down(payload, find_reader(method).DESCRIPTOR, FIELDS_WITHIN) < 0
    except KeyError:
        return False


def _count_down(data: bytes, kind: Descriptor, left: int) -> int:
    """Count the fields of a message down from `left`; below 0 when it has too many."""
    try:
        for number, wire_type, value, _ in walk_fields(data):
            left -= 1
            field = kind.fields_by_number.get(number)
            if wire_type == BYTES and isinstance(value, bytes) and field and field.message_type:
                left = _count_down(value, field.message_type, left)
            if left < 0:
                return left
    except ProtocolError:
        return left  # what is no message ends the count, as it ends the reading
    return left
