"""From a message to what happened: one table, method -> maker of an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from google.protobuf.message import DecodeError

from app.errors import ProtocolError
from app.events.decode import audience, battle, gift, link, room, stage
from app.events.decode.fields import read_extras
from app.events.decode.heads import Maker, write_head
from app.events.decode.other import make_other, read_all_fields
from app.events.types.audience import Comment
from app.events.types.base import Event
from app.events.types.status import Other, Undecodable, Unknown
from app.protocol.message import Message
from app.protocol.schema import MALFORMED, Wire, find_lazy_reader, find_reader, list_methods
from app.protocol.wire import walk_fields

TABLE: dict[str, Maker] = {
    **audience.TABLE,
    **gift.TABLE,
    **room.TABLE,
    **battle.TABLE,
    **link.TABLE,
    **stage.TABLE,
}
# What an event says nothing without; other fields may change their type in TikTok's next version.
ESSENTIAL: dict[str, frozenset[str]] = {
    "WebcastChatMessage": frozenset({"user", "content"}),
    "WebcastQuestionNewMessage": frozenset({"data"}),
}
COMMON = "common"
NOTHING: frozenset[str] = frozenset()


def decode(message: Message) -> Event:
    """Say what a message tells. Never raises.

    Returns:
        A typed event; `Other` for a method that has a schema and no class of its own; `Unknown` for one
        that has no schema; `Undecodable` where the bytes of a known method make no sense.
    """
    way = _find_way(message.method)
    if way is None:
        return _make_unknown(message)
    try:
        return _make_event(message, *way)
    except Exception as error:  # noqa: BLE001 - whatever is wrong costs this message only
        made = Undecodable(reason=f"{type(error).__name__}: {error}", size=len(message.payload))
        write_head(made, message, _find_common(_group_by_number(message.payload).get(1)))
        return made


@lru_cache(maxsize=1024)
def _find_way(method: str) -> tuple[Callable[[bytes], Wire], Maker] | None:
    """What reads the bytes of a method, and what makes an event of that; None where no schema knows it."""
    make = TABLE.get(method) or (make_other if method in list_methods() else None)
    return make and (find_lazy_reader(method).FromString, make)


def _make_event(message: Message, parse: Callable[[bytes], Wire], make: Maker) -> Event:
    wire = parse(message.payload)
    event = make(wire)
    write_head(event, message, wire.common)
    extras = read_extras(wire)
    if extras:
        _check_types(wire, extras)
        event = replace(event, extras=extras)
    if isinstance(event, Other):
        return replace(event, fields=read_all_fields(message))
    if message.is_history and isinstance(event, Comment):
        return replace(event, is_history=True)
    return event


def _check_types(wire: Wire, extras: Mapping[int, object]) -> None:
    """Refuse a message whose fields are of other types than the schema's: it would tell of nothing by nobody.

    The reader leaves such fields among those without a name. `Other` shows them by number, whatever they are.

    Raises:
        DecodeError: an essential field is of another type, or all that are there.
    """
    known = wire.DESCRIPTOR.fields_by_number
    misfits = {known[number].name for number in extras if number in known} - {COMMON}
    if not misfits or wire.DESCRIPTOR.name not in TABLE:
        return
    sound = any(field.name != COMMON for field, _ in wire.ListFields())
    if not sound or misfits & ESSENTIAL.get(wire.DESCRIPTOR.name, NOTHING):
        raise DecodeError(f"other types than the schema's: {', '.join(sorted(misfits))}")


def _make_unknown(message: Message) -> Unknown:
    """Whatever its schema is: like in every message, field 1 is the common header."""
    found = _group_by_number(message.payload)
    made = Unknown(fields=found)
    write_head(made, message, _find_common(found.get(1)))
    return made


def _find_common(head: object) -> Wire:
    """The common header; an empty one where the bytes are none."""
    common = find_reader("CommonMessageData")
    try:
        return common.FromString(head if isinstance(head, bytes) else b"")
    except MALFORMED:
        return common()


def _group_by_number(payload: bytes) -> dict[int, object]:
    """The fields as they stand on the wire, repeated ones as a tuple; up to the first byte that is none."""
    found: dict[int, list[object]] = {}
    try:
        for number, _, value, _ in walk_fields(payload):
            found.setdefault(number, []).append(value)
    except ProtocolError:
        found.setdefault(0, []).append(payload)
    return {number: values[0] if len(values) == 1 else tuple(values) for number, values in found.items()}
