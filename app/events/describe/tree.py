"""A whole message as a tree, for people who look for what no schema names yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.unknown_fields import UnknownFieldSet

from app.errors import ProtocolError
from app.events.decode.fields import find_map_value, list_unknown
from app.events.decode.heads import find_value_name
from app.protocol.message import Message
from app.protocol.schema import MALFORMED, Wire, find_reader, list_methods
from app.protocol.wire import BYTES, walk_fields

TYPES = {
    FieldDescriptor.TYPE_DOUBLE: "double",
    FieldDescriptor.TYPE_FLOAT: "float",
    FieldDescriptor.TYPE_INT64: "int64",
    FieldDescriptor.TYPE_UINT64: "uint64",
    FieldDescriptor.TYPE_INT32: "int32",
    FieldDescriptor.TYPE_FIXED64: "fixed64",
    FieldDescriptor.TYPE_FIXED32: "fixed32",
    FieldDescriptor.TYPE_BOOL: "bool",
    FieldDescriptor.TYPE_STRING: "string",
    FieldDescriptor.TYPE_BYTES: "bytes",
    FieldDescriptor.TYPE_UINT32: "uint32",
    FieldDescriptor.TYPE_SFIXED32: "sfixed32",
    FieldDescriptor.TYPE_SFIXED64: "sfixed64",
    FieldDescriptor.TYPE_SINT32: "sint32",
    FieldDescriptor.TYPE_SINT64: "sint64",
}
GUESSES = 8  # how deep bytes of an unknown field are tried as messages
GUESSED = "?"  # beside a type that was guessed


@dataclass(frozen=True, slots=True)
class Node:
    """A field.

    Attributes:
        number: its number on the wire.
        name: its name in the schema, empty where the schema has none.
        kind: its type; with a `?` where it was guessed from the bytes.
        value: what it holds, empty for messages.
        nodes: the fields of a message.
    """

    number: int
    name: str
    kind: str
    value: str = ""
    nodes: tuple[Node, ...] = ()


def read_tree(message: Message) -> tuple[Node, ...]:
    """The fields that are set, in the order of their numbers; guessed where no schema fits."""
    if message.method in list_methods():
        try:
            return _read_known(find_reader(message.method).FromString(message.payload))
        except MALFORMED:
            pass
    return _guess_nodes(message.payload, GUESSES) or (_make_bytes_node(0, message.payload, 0),)


def _read_known(wire: Wire) -> tuple[Node, ...]:
    named = [node for field, value in wire.ListFields() for node in _list_nodes(field, value)]
    unnamed = [_make_unnamed_node(one.field_number, one.data) for one in list_unknown(UnknownFieldSet(wire))]
    return tuple(sorted(named + unnamed, key=lambda node: node.number))


def _list_nodes(field: FieldDescriptor, value: Wire) -> Iterator[Node]:
    if inner := find_map_value(field):
        for key in value:
            yield _make_node(field.number, f"{field.name}[{key}]", inner, value[key])
        return
    if not field.is_repeated:
        yield _make_node(field.number, field.name, field, value)
        return
    for at, one in enumerate(value):
        yield _make_node(field.number, f"{field.name}[{at}]", field, one)


def _make_node(number: int, name: str, field: FieldDescriptor, value: Wire) -> Node:
    if field.message_type is not None:
        return Node(number, name, field.message_type.name, nodes=_read_known(value))
    if field.enum_type is not None:
        return Node(
            number, name, field.enum_type.name, f"{find_value_name(field.enum_type, value)} ({value})"
        )
    text = value.hex(" ") if isinstance(value, bytes) else str(value)
    return Node(number, name, TYPES.get(field.type, ""), text)


def _make_unnamed_node(number: int, value: object) -> Node:
    if isinstance(value, bytes):
        return _make_bytes_node(number, value, GUESSES)
    if isinstance(value, UnknownFieldSet):
        inner = (_make_unnamed_node(one.field_number, one.data) for one in list_unknown(value))
        return Node(number, "", "group", nodes=tuple(inner))
    return Node(number, "", "number" + GUESSED, str(value))


def _guess_nodes(data: bytes, levels: int) -> tuple[Node, ...]:
    """Bytes as a message without a schema; nothing when they are none."""
    try:
        return tuple(_list_guesses(walk_fields(data), levels))
    except ProtocolError:
        return ()


def _list_guesses(found: Iterable[tuple[int, int, int | bytes, bytes]], levels: int) -> Iterator[Node]:
    for number, kind, value, _ in found:
        if isinstance(value, int):
            yield Node(number, "", "number" + GUESSED, str(value))
        elif kind == BYTES:
            yield _make_bytes_node(number, value, levels)
        else:
            yield Node(number, "", f"fixed{8 * len(value)}{GUESSED}", str(int.from_bytes(value, "little")))


def _make_bytes_node(number: int, data: bytes, levels: int) -> Node:
    """Text where it is printable, else a message where it can be one, else bytes."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = ""
    if text and text.isprintable():
        return Node(number, "", "string" + GUESSED, text)
    if data and levels and (nodes := _guess_nodes(data, levels - 1)):
        return Node(number, "", "message" + GUESSED, nodes=nodes)
    return Node(number, "", "bytes", data.hex(" "))
