"""JSON back to the wire's message, so that one decoder reads both.

Not protobuf's own json_format: that refuses a whole message for a truth value where a number belongs
(`repeatEnd: true` was seen), knows no older names, and no map where we have a list of key and value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from google.protobuf.descriptor import FieldDescriptor

from app.connector.managed.euler_names import ALIASES, COMMON
from app.connector.managed.parts import NESTED_AT_MOST, Part, kind_of
from app.errors import ProtocolError
from app.protocol.schema import Wire, reader

FIELDS_KEPT = 16_384


def wire_of(name: str, data: Mapping[str, object]) -> Wire:
    """A message of the schema, filled with what the JSON tells and the schema knows.

    Raises:
        ProtocolError: a field has a value that cannot be meant.
    """
    wire = reader(name)()
    try:
        _fill(wire, data, NESTED_AT_MOST)
    except (ValueError, TypeError, OverflowError) as error:
        raise ProtocolError(f"{type(error).__name__}: {error}"[:200]) from error
    return wire


def _fill(wire: Wire, data: Mapping[str, object], depth: int) -> None:
    if not depth:
        raise ProtocolError("JSON that is nested too deep.")
    for key, value in data.items():
        field = _field(wire.DESCRIPTOR.full_name, key)
        if field is None or value is None:
            continue
        if field.message_type is None:
            _set_scalar(wire, field, value)
        elif field.is_repeated:
            _set_many(getattr(wire, field.name), field, value, depth - 1)
        else:
            _set_message(getattr(wire, field.name), value, depth - 1)


def _set_message(wire: Wire, value: object, depth: int) -> None:
    """One message; older schemas have a list of one."""
    if isinstance(value, list):
        if not value:
            return
        value = value[0]
    wire.SetInParent()
    _fill(wire, _object(value), depth)


def _set_many(many: Wire, field: FieldDescriptor, value: object, depth: int) -> None:
    kind: Wire = field.message_type
    if kind.GetOptions().map_entry:
        _set_map(many, kind.fields_by_name, _pairs(value), depth)
        return
    if isinstance(value, dict):  # a map where we have key and value, or one where we have a list
        value = [{"key": key, "value": one} for key, one in value.items()] if _keyed(field) else [value]
    for one in _list(value):
        _fill(many.add(), _object(one), depth)


def _keyed(field: FieldDescriptor) -> bool:
    kind: Wire = field.message_type
    return {"key", "value"} <= set(kind.fields_by_name)


def _set_map(many: Wire, fields: Mapping[str, FieldDescriptor], pairs: list[Any], depth: int) -> None:
    for key, value in pairs:
        place = _scalar(fields["key"], key)
        if fields["value"].message_type is None:
            many[place] = _scalar(fields["value"], value)
        else:
            _set_message(many[place], value, depth)


def _pairs(value: object) -> list[Any]:
    """Key and value of a map: an object, or a list of objects with both."""
    if isinstance(value, dict):
        return list(value.items())
    return [(_object(one).get("key"), _object(one).get("value")) for one in _list(value)]


def _set_scalar(wire: Wire, field: FieldDescriptor, value: object) -> None:
    if field.type == FieldDescriptor.TYPE_BYTES:
        return  # nothing that is shown
    if field.is_repeated:
        getattr(wire, field.name).extend(_scalar(field, one) for one in _list(value))
    else:
        setattr(wire, field.name, _scalar(field, value))


def _scalar(field: FieldDescriptor, value: object) -> object:
    return READERS[field.cpp_type](field, value)


def _whole(field: FieldDescriptor, value: object) -> int:
    return Part({field.name: value}).whole(field.name)


def _enum(field: FieldDescriptor, value: object) -> int:
    """By number, or by the name the schema gives it; a name nobody knows is 0, as an absent field."""
    kind: Wire = field.enum_type
    named = kind.values_by_name.get(value) if isinstance(value, str) else None
    return int(named.number) if named is not None else Part({field.name: value}).code(field.name)


READERS: dict[int, Callable[[FieldDescriptor, object], object]] = {
    FieldDescriptor.CPPTYPE_INT32: _whole,
    FieldDescriptor.CPPTYPE_INT64: _whole,
    FieldDescriptor.CPPTYPE_UINT32: _whole,
    FieldDescriptor.CPPTYPE_UINT64: _whole,
    FieldDescriptor.CPPTYPE_ENUM: _enum,
    FieldDescriptor.CPPTYPE_BOOL: lambda field, value: Part({field.name: value}).truth(field.name),
    FieldDescriptor.CPPTYPE_STRING: lambda field, value: Part({field.name: value}).text(field.name),
    FieldDescriptor.CPPTYPE_DOUBLE: lambda _, value: float(str(value)),
    FieldDescriptor.CPPTYPE_FLOAT: lambda _, value: float(str(value)),
}


@lru_cache(maxsize=FIELDS_KEPT)
def _field(full_name: str, key: str) -> FieldDescriptor | None:
    """The field a JSON name stands for."""
    return _names(full_name).get(_plain(key))


@lru_cache(maxsize=512)
def _names(full_name: str) -> dict[str, FieldDescriptor]:
    name = full_name.rpartition(".")[2]
    found: dict[str, FieldDescriptor] = {}
    fields = reader(full_name.partition(".")[2]).DESCRIPTOR.fields
    for field in fields:
        for alias in (
            *ALIASES.get(name, {}).get(field.name, ()),
            *(COMMON if field.name == "common" else ()),
        ):
            found[alias] = field
    return found | {_plain(field.name): field for field in fields}


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ProtocolError(f"There is {kind_of(value)} where an object was expected.")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise ProtocolError(f"There is {kind_of(value)} where a list was expected.")
    return value
