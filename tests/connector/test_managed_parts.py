import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.connector.managed.flat_decode import TABLE, decode_event
from app.connector.managed.parts import FramePart, parse_frame
from app.errors import ProtocolError
from app.events import Event

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
NAMES = st.sampled_from(
    ["userId", "comment", "giftId", "groupId", "repeatCount", "user", "emotes", "hosts", "msgId", "gift"]
)


@pytest.mark.parametrize(
    ("told", "number"),
    [(5, 5), ("5", 5), ("-5", -5), (5.9, 5), (True, 1), (None, 0), ("", 0), (" 7 ", 7)],
)
def test_a_number_may_be_told_in_many_ways(told, number):
    assert FramePart({"n": told}).read_whole("n") == number


@pytest.mark.parametrize("told", ["five", [5], {"n": 5}, float("inf"), 1 << 63, "9" * 5000, "٣"])
def test_what_is_no_number_is_refused_by_name(told):
    with pytest.raises(ProtocolError, match="“n” is"):
        FramePart({"n": told}).read_whole("n")


def test_an_id_that_is_no_number_becomes_one_that_stays_the_same():
    first, again = (
        FramePart({"id": "group_001"}).read_identity("id"),
        FramePart({"id": "group_001"}).read_identity("id"),
    )
    assert first == again > 0
    assert first != FramePart({"id": "group_002"}).read_identity("id")


@pytest.mark.parametrize("frame", ["", "{", "NaN", "[" * 100_000, b"\x00", '{"n": ' + "9" * 5000 + "}"])
def test_what_is_no_json_is_a_protocol_error(frame):
    with pytest.raises(ProtocolError):
        parse_frame(frame)


def test_half_of_a_surrogate_pair_cannot_break_who_encodes_the_text():
    assert FramePart(parse_frame('{"t": "a\\ud800"}')).read_text("t").encode() == b"a?"


@given(st.sampled_from([*TABLE, "news"]), st.dictionaries(NAMES | st.text(max_size=4), JSON, max_size=6))
def test_whatever_an_event_holds_it_costs_only_itself(name, data):
    assert isinstance(decode_event(name, FramePart(data), 1), Event)


@given(st.text(max_size=40) | JSON.map(json.dumps))
def test_any_frame_is_a_value_or_a_protocol_error(text):
    with suppress(ProtocolError):
        parse_frame(text)
