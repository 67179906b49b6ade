"""Methods that have a schema but no class of their own: a name, a line, every field (protocol.md h)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from google.protobuf.descriptor import FieldDescriptor

from app.events.base import Event
from app.events.fields import named
from app.events.heads import enum_name, head_of, snake
from app.events.status import Other
from app.events.text import rendered
from app.protocol.message import Message
from app.protocol.methods import PREFIX
from app.protocol.schema import Wire

SUFFIXES = ("_message", "_method")
# Fields that hold words for people, the most telling first.
WORDS = ("content", "title", "text", "toast", "description", "desc", "describe", "name")
LEVELS = 4


def other(wire: Wire, message: Message) -> Event:
    """A message in general form. What its head says is not repeated among the fields."""
    fields = {name: value for name, value in named(wire).items() if name != "common"}
    name = name_of(message.method)
    return Other(**head_of(message, wire.common), name=name, summary=summary_of(wire, name), fields=fields)


@lru_cache(maxsize=1024)
def name_of(method: str) -> str:
    """`WebcastLinkLayerMessage` -> `link_layer`."""
    name = snake(method.removeprefix(PREFIX))
    return next((name.removesuffix(end) for end in SUFFIXES if name.endswith(end)), name)


def summary_of(wire: Wire, name: str) -> str:
    """What TikTok would show of it, else the first words in it, else its name and what kind it is."""
    return next(filter(None, _texts(wire, LEVELS)), "") or ": ".join([name.replace("_", " "), *_kinds(wire)])


def _texts(wire: Wire, levels: int) -> Iterator[str]:
    """Texts in a message, outer ones before inner ones."""
    if wire.DESCRIPTOR.name == "Text":
        yield rendered(wire)
        return
    told = {field.name: value for field, value in wire.ListFields() if isinstance(value, str)}
    yield from (told[word].strip() for word in WORDS if word in told)
    if not levels:
        return
    for field, value in wire.ListFields():
        if field.type != FieldDescriptor.TYPE_MESSAGE or field.message_type.GetOptions().map_entry:
            continue
        yield from _texts(value[0] if field.is_repeated else value, levels - 1)


def _kinds(wire: Wire) -> list[str]:
    """The first enum that is set, in words."""
    enums = (field.name for field, _ in wire.ListFields() if field.enum_type and not field.is_repeated)
    return [enum_name(wire, name).replace("_", " ") for name in enums][:1]
