"""Frames that would become millions of objects, and bombs."""

import gzip
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import FrameTooLarge, ProtocolError
from app.protocol import fetch
from app.protocol.connection import WebcastConnection
from app.protocol.fetch import FIELDS_AT_MOST, parse_fetch_result
from app.protocol.inflate import KEPT, gunzip
from app.protocol.wire import has_at_most, walk_fields
from app.sim.wire import encode, make

EMPTY_MESSAGE = b"\x0a\x00"
KINDS = {
    "messages": EMPTY_MESSAGE,
    "route parameters": b"\x3a\x00",
    "unknown fields": b"\xa8\x06\x01",
    "groups": b"\xab\x06\xac\x06",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("end", [b"", b"\xff", b"\x0a\xff"])
def test_a_result_holds_some_thousand_of_anything_and_no_more(kind, end):
    with pytest.raises(FrameTooLarge):
        parse_fetch_result(KINDS[kind] * 1_000_000 + end)


def test_as_many_as_may_be_are_read():
    assert len(parse_fetch_result(EMPTY_MESSAGE * FIELDS_AT_MOST).messages) == FIELDS_AT_MOST
    with pytest.raises(FrameTooLarge):
        parse_fetch_result(EMPTY_MESSAGE * (FIELDS_AT_MOST + 1))


def test_a_flood_costs_its_frame():
    connection = WebcastConnection(7)
    flood = make("WebcastPushFrame", payload_type="msg", payload=gzip.compress(EMPTY_MESSAGE * 1_000_000))
    for frame in (encode(flood), b"\x2a\x00" * 1_000_000):
        with pytest.raises(FrameTooLarge):
            connection.receive(frame, 0)
    good = make(
        "ProtoMessageFetchResult", messages=[make("BaseProtoMessage", method="RoomMessage", msg_id=1)]
    )
    frame = encode(make("WebcastPushFrame", payload_type="msg", payload=encode(good)))
    assert [message.msg_id for message in connection.receive(frame, 0)] == [1]
    assert connection.malformed == 2


@pytest.mark.parametrize("number", [21, 64])
def test_one_message_that_holds_a_flood_further_in_costs_itself(number):
    """Badges of a person, of which each would be an object."""
    tag = bytes([number << 3 & 127 | 2 | 128, number >> 4])
    user = tag + b"\0"
    flood = b"\x12" + varint(len(user) * 200_000) + user * 200_000
    sent = [
        make("BaseProtoMessage", method=method, payload=payload, msg_id=msg_id)
        for method, payload, msg_id in (
            ("WebcastChatMessage", flood, 1),
            ("WebcastChatMessage", b"\x1a" + varint(200_000) + b"a" * 200_000, 2),
            ("WebcastNobodyKnows", flood, 3),
        )
    ]
    result = parse_fetch_result(encode(make("ProtoMessageFetchResult", messages=sent)))
    assert [message.msg_id for message in result.messages] == [2, 3]
    assert result.malformed == 1


def varint(number):
    return bytes([number & 127 | 128, number >> 7 & 127 | 128, number >> 14])


def test_one_message_that_is_a_flood_costs_itself():
    flood = make("BaseProtoMessage", method="WebcastChatMessage", payload=EMPTY_MESSAGE * 100_000, msg_id=1)
    good = make("BaseProtoMessage", method="WebcastChatMessage", payload=b"\x1a\x02hi" * 2, msg_id=2)
    result = parse_fetch_result(encode(make("ProtoMessageFetchResult", messages=[flood, good])))
    assert [message.msg_id for message in result.messages] == [2]
    assert result.malformed == 1


@given(st.binary(max_size=200), st.integers(0, 20))
def test_fields_are_counted_as_they_are_read(data, most):
    try:
        count = len(list(walk_fields(data)))
    except ProtocolError:
        return
    assert has_at_most(data, most) is (count <= most)


def test_a_bomb_is_counted_and_not_kept():
    bomb = gzip.compress(bytes(80 << 20))
    tracemalloc.start()
    tracemalloc.reset_peak()
    before, _ = tracemalloc.get_traced_memory()
    with pytest.raises(FrameTooLarge):
        gunzip(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak - before < 16 << 20


@pytest.mark.parametrize("size", [KEPT, KEPT + 1, 2 * KEPT + 7])
def test_what_is_large_and_no_bomb_is_inflated(size):
    payload = gzip.compress(bytes(size))
    assert gunzip(payload) == bytes(size)
    assert gunzip(payload, size) == bytes(size)
    with pytest.raises(FrameTooLarge):
        gunzip(payload, size - 1)
    with pytest.raises(ProtocolError, match="cut short"):
        gunzip(payload[:-1])


def test_the_limit_is_far_from_what_is_sent():
    assert fetch.FIELDS_AT_MOST >= 2_000
