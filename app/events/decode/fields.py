"""Whole messages as plain values: fields by name, and those that no schema names by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.unknown_fields import UnknownFieldSet

from app.events.decode.heads import find_value_name
from app.protocol.message import Message
from app.protocol.schema import MALFORMED, Wire, find_reader, list_methods


def read_message_fields(message: Message) -> dict[str, object] | None:
    """Every field of a message by name, its head too; None where no schema fits its bytes."""
    if message.method not in list_methods():
        return None
    try:
        return read_fields(find_reader(message.method).FromString(message.payload))
    except MALFORMED:
        return None


def read_fields(wire: Wire) -> dict[str, object]:
    """The fields that are set, in the order of their numbers.

    Messages are mappings, repeated fields tuples, enum values their name in lower case (their number
    where the schema has no name). A field that no schema names stands under its number, as text.
    """
    found = {field.name: _read_value(field, value) for field, value in wire.ListFields()}
    return found | {str(number): value for number, value in read_extras(wire).items()}


def read_extras(wire: Wire) -> dict[int, object]:
    """What this message carries beside the fields of its schema, by number; of its own level only."""
    unknown = UnknownFieldSet(wire)
    return _group_by_number(unknown) if len(unknown) else {}


def list_unknown(unknown: UnknownFieldSet) -> Iterator[Wire]:
    """Its fields in order; type checkers know the set as no iterable."""
    return (unknown[at] for at in range(len(unknown)))


def find_map_value(field: FieldDescriptor) -> FieldDescriptor | None:
    """The field of a map's values, None where it is no map: descriptors show maps as repeated entries."""
    kind = field.message_type
    return kind.fields_by_name["value"] if kind is not None and kind.GetOptions().map_entry else None


def _group_by_number(unknown: UnknownFieldSet) -> dict[int, object]:
    found: dict[int, list[object]] = {}
    for field in list_unknown(unknown):
        value = _group_by_number(field.data) if isinstance(field.data, UnknownFieldSet) else field.data
        found.setdefault(field.field_number, []).append(value)
    return {number: values[0] if len(values) == 1 else tuple(values) for number, values in found.items()}


def _read_value(field: FieldDescriptor, value: Wire) -> object:
    if inner := find_map_value(field):
        return _read_entries(inner, value)
    if field.is_repeated:
        return tuple(_read_single(field, one) for one in value)
    return _read_single(field, value)


def _read_entries(field: FieldDescriptor, entries: Mapping[object, Wire]) -> dict[str, object]:
    return {str(key): _read_single(field, entries[key]) for key in entries}


def _read_single(field: FieldDescriptor, value: Wire) -> object:
    if field.message_type is not None:
        return read_fields(value)
    return value if field.enum_type is None else find_value_name(field.enum_type, value)
