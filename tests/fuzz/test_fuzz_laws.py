"""The laws of reading what strangers send; hypothesis looks for bytes that break them."""

import pytest
from golden.captures import GOLDEN, messages
from hypothesis import given
from hypothesis import strategies as st

from app.protocol.message import Message
from app.protocol.schema import list_methods

from .damage import damaged
from .doors import STRANGE, based, event, fetched, inflated, neighbours, pushed
from .invent import invented

REAL = messages(GOLDEN)
CHANCE = st.randoms(use_true_random=False)
METHODS = st.sampled_from([*sorted(list_methods()), *STRANGE])
SOUND = st.lists(st.sampled_from(REAL), max_size=3)


def with_ids(sound, first):
    return [Message(one.method, one.payload, first + place) for place, one in enumerate(sound)]


@given(METHODS, st.binary(max_size=200))
def test_any_bytes_of_any_method_are_an_event_or_undecodable(method, data):
    event(method, data)


@given(CHANCE)
def test_whatever_the_schema_allows_is_an_event(chance):
    method, data = invented(chance)
    assert event(method, data) == "event"


@given(st.sampled_from(REAL), CHANCE)
def test_damaged_captures_are_events_or_undecodable(message, chance):
    event(message.method, damaged(chance, message.payload))


@given(SOUND, SOUND, st.booleans(), st.sampled_from(REAL), CHANCE)
def test_a_damaged_message_costs_only_itself(before, after, packed, broken, chance):
    body = damaged(chance, based(broken.method, broken.payload, 2**60))
    neighbours(with_ids(before, 2**61), with_ids(after, 2**62), packed, body)


@given(SOUND, st.binary(max_size=60))
def test_any_bytes_in_the_place_of_a_message_cost_only_themselves(sound, data):
    neighbours(with_ids(sound, 2**61), with_ids(sound, 2**62), False, data)


@pytest.mark.parametrize("door", [fetched, pushed, inflated], ids=lambda door: door.__name__)
@given(data=st.binary(max_size=300))
def test_any_bytes_at_any_door_raise_nothing_but_protocol_error(door, data):
    door(data)
