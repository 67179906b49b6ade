import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ProtocolError
from app.protocol.wire import walk_fields


def test_walks_fields_of_every_kind():
    data = b"\x08\x96\x01\x12\x02hi\x1d\x01\x00\x00\x00\x21\x02\x00\x00\x00\x00\x00\x00\x00"
    found = [(number, value) for number, _, value, _ in walk_fields(data)]
    assert found == [(1, 150), (2, b"hi"), (3, b"\x01\0\0\0"), (4, b"\x02\0\0\0\0\0\0\0")]


@pytest.mark.parametrize("data", [b"\x08", b"\x12\x05hi", b"\x0b", b"\x00\x01", b"\x08" + b"\xff" * 11])
def test_what_is_no_message_is_an_error(data):
    with pytest.raises(ProtocolError):
        list(walk_fields(data))


@given(st.binary(max_size=100))
def test_own_bytes_put_together_are_the_message(data):
    pieces = []
    try:
        pieces.extend(raw for _, _, _, raw in walk_fields(data))
    except ProtocolError:
        return
    assert b"".join(pieces) == data
