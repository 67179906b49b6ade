"""What the decoders of all topics share: the head of an event, times, names of enum values."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias, TypeVar, cast

from google.protobuf.descriptor import EnumDescriptor

from app.events.decode.method_names import make_snake_case
from app.events.types.base import Event
from app.events.types.bounds import choose_time
from app.protocol.message import Message
from app.protocol.schema import Wire

# Turns the parsed body of one method into an event, still without what its head says.
Maker: TypeAlias = Callable[[Wire], Event]

SHARED_KEPT = 1_000

Value = TypeVar("Value", int, str)
_values: dict[object, object] = {}
# Through the slots, since events are frozen for everybody who sees them.
_method, _msg_id, _room_id, _at_ms = (
    getattr(Event, name).__set__ for name in ("method", "msg_id", "room_id", "at_ms")
)


def write_head(event: Event, message: Message, common: Wire) -> None:
    """The last step of making an event: name, id, room and time of its message are written into it.

    What the maker knew stays where `common` is silent. Nobody else has seen the event yet.
    """
    _method(event, message.method)
    _msg_id(event, message.msg_id or common.msg_id or event.msg_id)
    _room_id(event, share_value(common.room_id) or event.room_id)
    _at_ms(event, choose_time(common.create_time, message.at_ms) or event.at_ms or message.at_ms)


def share_value(value: Value) -> Value:
    """One object for equal values: the same room and language come with every comment."""
    if len(_values) >= SHARED_KEPT:
        _values.clear()
    return cast("Value", _values.setdefault(value, value))


def read_enum_name(wire: Wire, name: str) -> str:
    """The value of an enum field in words (`ban_talk`), its number for values no schema names."""
    return find_value_name(wire.DESCRIPTOR.fields_by_name[name].enum_type, getattr(wire, name))


def find_value_name(enum: EnumDescriptor, code: int) -> str:
    """A value of an enum in words, without the enum's own name; its number where the schema has no name."""
    value = enum.values_by_number.get(code)
    return str(code) if value is None else _read_words(enum.name, value.name)


@lru_cache(maxsize=4096)
def _read_words(enum: str, value: str) -> str:
    return value.removeprefix(make_snake_case(enum).upper() + "_").lower()
