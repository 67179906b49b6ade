import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ProtocolError
from app.protocol.connection import WebcastConnection
from app.protocol.fetch import parse_fetch_result

from .frames import ROOM, chat, push, result


def test_reads_what_the_socket_needs():
    body = result(
        cursor="c", internal_ext="e", push_server="wss://x/", route_params={"wrss": "s"}, is_first=True
    )
    first = parse_fetch_result(body)
    assert (first.cursor, first.internal_ext, first.push_server) == ("c", "e", "wss://x/")
    assert (dict(first.route_params), first.is_first, first.need_ack) == ({"wrss": "s"}, True, False)


def test_what_is_not_a_fetch_result_is_an_error():
    with pytest.raises(ProtocolError):
        parse_fetch_result(b"<html>captcha</html>")


@given(st.binary(max_size=300))
def test_any_bytes_raise_nothing_but_protocol_error(data):
    try:
        parse_fetch_result(data)
    except ProtocolError:
        return


@given(st.one_of(st.binary(max_size=200), st.text(max_size=20)))
def test_any_frame_raises_nothing_but_protocol_error(frame):
    connection = WebcastConnection(ROOM)
    for candidate in (frame, push(frame if isinstance(frame, bytes) else b"")):
        try:
            connection.receive(candidate, 0)
        except ProtocolError:
            assert connection.malformed


@given(st.data())
def test_any_damage_raises_nothing_but_protocol_error(data):
    frame = bytearray(push(result(chat(1), chat(2), need_ack=True, internal_ext="e")))
    for _ in range(data.draw(st.integers(1, 4))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    connection = WebcastConnection(ROOM)
    try:
        connection.receive(bytes(frame), 0)
    except ProtocolError:
        assert connection.malformed
