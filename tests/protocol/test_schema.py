"""The law of the two readers: whatever upb gives equals what betterproto2's full parse gives."""

import subprocess
import sys
from functools import cache

import pytest
from golden.captures import FILES, messages
from google.protobuf.descriptor import FieldDescriptor
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ProtocolError
from app.protocol.schema import find_lazy_reader, find_reader, list_methods, read
from tests.reference import webcast

# betterproto2 spells acronyms its own way: WebcastAiSummaryMessage.
CLASSES = {name.lower(): getattr(webcast, name) for name in webcast.__all__}
CASES = [message for path in FILES for message in messages(path) if message.method in list_methods()]


def as_values(wire):
    """A message of upb as nested dicts."""
    return {field.name: value_of(wire, field) for field in wire.DESCRIPTOR.fields}


def value_of(wire, field):
    value = getattr(wire, field.name)
    if field.message_type is None:
        return list(value) if field.is_repeated else value
    if field.message_type.GetOptions().map_entry:
        of_messages = field.message_type.fields_by_name["value"].message_type
        return {key: as_values(one) if of_messages else one for key, one in value.items()}
    if field.is_repeated:
        return [as_values(one) for one in value]
    return as_values(value) if wire.HasField(field.name) else None


def parsed(message, descriptor):
    """The same of betterproto2."""
    return {field.name: parsed_value(getattr(message, field.name), field) for field in descriptor.fields}


def parsed_value(value, field):
    if field.message_type is None:
        plain = int if field.type == FieldDescriptor.TYPE_ENUM else lambda one: one
        return [plain(one) for one in value] if isinstance(value, list) else plain(value)
    kind = field.message_type
    if kind.GetOptions().map_entry:
        inner = kind.fields_by_name["value"].message_type
        return {key: parsed(one, inner) if inner else one for key, one in value.items()}
    if field.is_repeated:
        return [parsed(one, kind) for one in value]
    return None if value is None else parsed(value, kind)


def test_there_are_cases():
    assert len(CASES) > 50


def test_every_method_with_a_public_schema_is_known():
    assert len(list_methods()) == 233


def test_both_readers_agree_on_every_field_of_every_capture():
    for message in CASES:
        full = CLASSES[message.method.lower()].parse(message.payload)
        fast = find_reader(message.method).FromString(message.payload)
        assert as_values(fast) == parsed(full, fast.DESCRIPTOR), message.method


def alike(lazy, whole):
    """Whether a lazy message, its bytes read, is the whole one."""
    for field in whole.DESCRIPTOR.fields:
        told = lazy.DESCRIPTOR.fields_by_name[field.name]
        ours, theirs = getattr(lazy, field.name), getattr(whole, field.name)
        if field.message_type is None:
            assert ours == theirs
        elif told.message_type is None:
            pairs = zip(ours, theirs, strict=True) if field.is_repeated else [(ours, theirs)]
            for data, one in pairs:
                alike(find_lazy_reader(field.message_type.name).FromString(data), one)
        elif not field.message_type.GetOptions().map_entry:
            for one, other in zip(ours, theirs, strict=True) if field.is_repeated else [(ours, theirs)]:
                alike(one, other)
    return True


def test_the_lazy_reader_agrees_with_the_whole_one():
    for message in CASES:
        lazy = find_lazy_reader(message.method).FromString(message.payload)
        whole = find_reader(message.method).FromString(message.payload)
        assert alike(lazy, whole), message.method


def test_every_method_has_a_class():
    assert {name.lower() for name in list_methods()} <= CLASSES.keys()


def test_no_message_can_hold_itself_so_nesting_is_bounded():
    assert max(levels(find_reader(name).DESCRIPTOR) for name in list_methods()) < 64


@cache
def levels(descriptor):
    inner = [field.message_type for field in descriptor.fields if field.message_type]
    return 1 + max(map(levels, inner), default=0)


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError):
        find_reader("WebcastNothing")


@given(st.binary(max_size=200))
def test_any_bytes_raise_nothing_but_protocol_error(data):
    try:
        read("WebcastChatMessage", data)
    except ProtocolError:
        return


def test_decoding_does_not_load_the_writing_classes():
    code = "import sys, app.events.decode.table; sys.exit('betterproto2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
