"""JSON back to the wire's message, so that one decoder reads both.

Not protobuf's own json_format: that refuses a whole message for a truth value where a number belongs
(`repeatEnd: true` was seen), knows no older names, and no map where we have a list of key and value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any, TypeAlias

from google.protobuf.descriptor import FieldDescriptor

from app.connector.managed.euler_names import ALIASES, COMMON
from app.connector.managed.parts import NESTED_AT_MOST, FramePart, name_kind
from app.errors import ProtocolError
from app.protocol.schema import Wire, find_reader
from app.words import providers as words

FIELDS_KEPT = 16_384
NAME_AT_MOST = 80  # a name nobody has, and that must not be kept either

Read: TypeAlias = Callable[[object], Any]
REASON_CHARACTERS = 180
Put: TypeAlias = Callable[[Wire, Any, int], None]


def make_wire(name: str, data: Mapping[str, object]) -> Wire:
    """A message of the schema, filled with what the JSON tells and the schema knows.

    Raises:
        ProtocolError: a field has a value that cannot be meant.
    """
    wire = find_reader(name)()
    try:
        _fill(wire, data, NESTED_AT_MOST)
    except (ValueError, TypeError, OverflowError) as error:
        reason = f"{error}"[:REASON_CHARACTERS]
        raise ProtocolError(words.BAD_VALUE.fill(kind=type(error).__name__, reason=reason)) from error
    return wire


def _fill(wire: Wire, data: Mapping[str, object], depth: int) -> None:
    if not depth:
        raise ProtocolError(words.TOO_DEEP)
    full_name = wire.DESCRIPTOR.full_name
    for key, value in data.items():
        put = _put(full_name, key) if len(key) <= NAME_AT_MOST else None
        if put is not None and value is not None:
            put(wire, value, depth - 1)


@lru_cache(maxsize=FIELDS_KEPT)
def _put(full_name: str, key: str) -> Put | None:
    """What to do with the value of a JSON name; None when the schema does not know it.

    Kept, because asking a descriptor costs more than setting a field.
    """
    field = _list_names(full_name).get(_flatten_name(key))
    if field is None or field.type == FieldDescriptor.TYPE_BYTES:  # no bytes are shown
        return None
    kind: Wire = field.message_type
    if kind is None:
        put = _put_scalars if field.is_repeated else _put_scalar
        return partial(put, field.name, partial(READERS[field.cpp_type], field))
    if not field.is_repeated:
        return partial(_put_message, field.name)
    if kind.GetOptions().map_entry:
        key_field, value_field = kind.fields_by_name["key"], kind.fields_by_name["value"]
        read_key = partial(READERS[key_field.cpp_type], key_field)
        return partial(_put_map, field.name, read_key, _choose_reader(value_field))
    return partial(_put_messages, field.name, {"key", "value"} <= set(kind.fields_by_name))


def _choose_reader(field: FieldDescriptor) -> Read | None:
    """How to read the value of a map; None for messages."""
    return None if field.message_type else partial(READERS[field.cpp_type], field)


def _put_scalar(name: str, read: Read, wire: Wire, value: object, _: int) -> None:
    setattr(wire, name, read(value))


def _put_scalars(name: str, read: Read, wire: Wire, value: object, _: int) -> None:
    getattr(wire, name).extend(read(one) for one in _check_list(value))


def _put_message(name: str, wire: Wire, value: object, depth: int) -> None:
    _set_message(getattr(wire, name), value, depth)


def _set_message(wire: Wire, value: object, depth: int) -> None:
    """One message; older schemas have a list of one."""
    if isinstance(value, list):
        if not value:
            return
        value = value[0]
    wire.SetInParent()
    _fill(wire, _check_object(value), depth)


def _put_messages(name: str, keyed: bool, wire: Wire, value: object, depth: int) -> None:  # noqa: FBT001
    """A list; an object stands for one of its kind, or for a map where we have key and value."""
    many = getattr(wire, name)
    if isinstance(value, dict):
        value = [{"key": key, "value": one} for key, one in value.items()] if keyed else [value]
    for one in _check_list(value):
        _fill(many.add(), _check_object(one), depth)


def _put_map(name: str, key: Read, read: Read | None, wire: Wire, value: object, depth: int) -> None:  # noqa: PLR0913, PLR0917 - bound parts first
    many = getattr(wire, name)
    for place, one in _list_pairs(value):
        if read is None:
            _set_message(many[key(place)], one, depth)
        else:
            many[key(place)] = read(one)


def _list_pairs(value: object) -> list[Any]:
    """Key and value of a map: an object, or a list of objects with both."""
    if isinstance(value, dict):
        return list(value.items())
    return [(_check_object(one).get("key"), _check_object(one).get("value")) for one in _check_list(value)]


def _read_whole(field: FieldDescriptor, value: object) -> int:
    return value if type(value) is int else FramePart({field.name: value}).read_whole(field.name)


def _read_text(field: FieldDescriptor, value: object) -> str:
    plain = type(value) is str and value.isascii()
    return str(value) if plain else FramePart({field.name: value}).read_text(field.name)


def _read_truth(field: FieldDescriptor, value: object) -> bool:
    return value if isinstance(value, bool) else FramePart({field.name: value}).read_truth(field.name)


def _read_fraction(_: FieldDescriptor, value: object) -> float:
    return float(str(value))


def _read_enum(field: FieldDescriptor, value: object) -> int:
    """By number, or by the name the schema gives it; a name nobody knows is 0, as an absent field."""
    if type(value) is int:
        return value
    kind: Wire = field.enum_type
    # upb ends with a SystemError when it is asked for half of a surrogate pair; names are ASCII
    named = kind.values_by_name.get(value) if isinstance(value, str) and value.isascii() else None
    return int(named.number) if named is not None else FramePart({field.name: value}).read_code(field.name)


READERS: dict[int, Callable[[FieldDescriptor, object], object]] = {
    FieldDescriptor.CPPTYPE_INT32: _read_whole,
    FieldDescriptor.CPPTYPE_INT64: _read_whole,
    FieldDescriptor.CPPTYPE_UINT32: _read_whole,
    FieldDescriptor.CPPTYPE_UINT64: _read_whole,
    FieldDescriptor.CPPTYPE_ENUM: _read_enum,
    FieldDescriptor.CPPTYPE_BOOL: _read_truth,
    FieldDescriptor.CPPTYPE_STRING: _read_text,
    FieldDescriptor.CPPTYPE_DOUBLE: _read_fraction,
    FieldDescriptor.CPPTYPE_FLOAT: _read_fraction,
}


@lru_cache(maxsize=512)
def _list_names(full_name: str) -> dict[str, FieldDescriptor]:
    name = full_name.rpartition(".")[2]
    found: dict[str, FieldDescriptor] = {}
    fields = find_reader(full_name.partition(".")[2]).DESCRIPTOR.fields
    for field in fields:
        for alias in (
            *ALIASES.get(name, {}).get(field.name, ()),
            *(COMMON if field.name == "common" else ()),
        ):
            found[alias] = field
    return found | {_flatten_name(field.name): field for field in fields}


def _flatten_name(name: str) -> str:
    return name.replace("_", "").lower()


def _check_object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ProtocolError(words.OBJECT_EXPECTED.fill(kind=name_kind(value)))
    return value


def _check_list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise ProtocolError(words.LIST_EXPECTED.fill(kind=name_kind(value)))
    return value
