"""Both readers give the same for what was captured, whole frames included, and for what the schema allows."""

import pytest
from fuzz.doors import frame, numbered
from fuzz.invent import invented
from golden.captures import FILES, GOLDEN, SHARED, messages
from google.protobuf.unknown_fields import UnknownFieldSet
from hypothesis import given
from hypothesis import strategies as st

from app.protocol import im
from app.protocol.inflate import gunzip, is_gzip
from app.protocol.schema import find_reader, list_methods
from app.protocol.wire import walk_fields

from .test_schema import CLASSES, as_values, parsed

TRANSPORT = {name.lower(): getattr(im, name) for name in im.__all__}
CAPTURED = [message for path in FILES for message in messages(path)]
RECORDED = sorted((SHARED.parent / "frames").glob("msg-*.bin"))
MADE = frame([numbered(message) for message in messages(GOLDEN)], packed=True)
FRAMES = [MADE, *(path.read_bytes() for path in RECORDED)]


def read_twice(name, data):
    """The message as upb and as betterproto2 read it."""
    classes = TRANSPORT if name.lower() in TRANSPORT else CLASSES
    return find_reader(name).FromString(data), classes[name.lower()].parse(data)


def agreed(name, data):
    """What both readers say; every field of the schema, and how many fields the schema does not name."""
    fast, full = read_twice(name, data)
    assert ordered(as_values(fast)) == ordered(parsed(full, fast.DESCRIPTOR)), name
    assert len(UnknownFieldSet(fast)) == len(list(walk_fields(full._unknown_fields))), name
    return fast


def ordered(value):
    """Comparable: maps have no order, and what is not a number is the same as itself."""
    if isinstance(value, dict):
        return sorted((repr(key), ordered(one)) for key, one in value.items())
    if isinstance(value, list):
        return [ordered(one) for one in value]
    return repr(value)


def test_no_captured_message_is_left_out():
    assert {message.method for message in CAPTURED} <= list_methods()


def test_captures_fill_enough_to_compare():
    """An agreement about empty messages would be none."""
    wires = [find_reader(message.method).FromString(message.payload) for message in CAPTURED]
    assert all(wire.ListFields() for wire in wires)
    assert sum(map(leaves, map(as_values, wires))) > 5_000


def leaves(value):
    if isinstance(value, dict | list):
        return sum(map(leaves, value.values() if isinstance(value, dict) else value))
    return value not in (None, 0, "", b"", False)


def test_both_readers_agree_on_what_no_schema_names():
    for message in CAPTURED:
        agreed(message.method, message.payload)


@pytest.mark.parametrize("data", FRAMES, ids=["made", *(path.stem for path in RECORDED)])
def test_both_readers_agree_on_every_field_of_every_frame(data):
    payload = agreed("WebcastPushFrame", data).payload
    result = agreed("ProtoMessageFetchResult", gunzip(payload) if is_gzip(payload) else payload)
    for body in result.messages:
        agreed(body.method, body.payload)


@given(st.randoms(use_true_random=False))
def test_both_readers_agree_on_whatever_the_schema_allows(chance):
    agreed(*invented(chance))
