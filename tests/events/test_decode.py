import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.events import Event, Like, Undecodable, Unknown
from app.events.decode import TABLE, decode
from app.protocol import webcast as w
from app.protocol.message import Message
from app.protocol.schema import reader

from .wires import AT_MS, ROOM, event_of


@pytest.mark.parametrize("method", sorted(TABLE))
def test_every_row_has_a_class_and_reads_an_empty_message(method):
    assert reader(method)
    event = decode(Message(method, b"", msg_id=5, at_ms=AT_MS))
    assert not isinstance(event, Undecodable)
    assert (event.method, event.msg_id, event.at_ms) == (method, 5, AT_MS)


@given(st.sampled_from(sorted(TABLE)), st.binary(max_size=200))
def test_no_bytes_make_it_raise(method, payload):
    assert isinstance(decode(Message(method, payload)), Event)


@given(st.text(max_size=20), st.binary(max_size=100))
def test_no_method_makes_it_raise(method, payload):
    assert isinstance(decode(Message(method, payload)), Event)


def test_bad_bytes_of_a_known_method_are_undecodable():
    event = decode(Message("WebcastChatMessage", b"\x0a\xff", msg_id=3, at_ms=AT_MS))
    assert isinstance(event, Undecodable)
    assert (event.method, event.msg_id, event.size) == ("WebcastChatMessage", 3, 2)


def test_a_person_within_a_person_is_not_read_however_deep():
    user = w.User(id=1)
    for _ in range(150):
        user = w.User(id=1, top_fans=[bytes(user)])
    assert isinstance(event_of(w.WebcastLikeMessage(user=user)), Like)


def test_an_unknown_method_keeps_its_fields_by_number():
    event = decode(Message("WebcastNews", b"\x08\x05\x12\x02hi\x12\x02yo"))
    assert isinstance(event, Unknown)
    assert event.fields == {1: 5, 2: (b"hi", b"yo")}


def test_an_unknown_method_with_bad_bytes_keeps_them_under_zero():
    event = decode(Message("WebcastNews", b"\x08\x05\xff"))
    assert event.fields == {1: 5, 0: b"\x08\x05\xff"}


@pytest.mark.parametrize(
    ("told", "at_ms"),
    [(1_696_447_177_223, 1_696_447_177_223), (1_696_447_177, 1_696_447_177_000), (0, AT_MS)],
)
def test_the_server_tells_the_time_where_it_does(told, at_ms):
    assert event_of(w.WebcastLikeMessage(), create_time=told).at_ms == at_ms


def test_the_id_of_the_envelope_wins():
    assert event_of(w.WebcastLikeMessage(), msg_id=4).msg_id == 4
    assert event_of(w.WebcastLikeMessage()).msg_id == 99


def test_room_is_told():
    assert event_of(w.WebcastLikeMessage()).room_id == ROOM
