"""Methods that have a schema but no class of their own: a name, a line, every field (protocol.md h)."""

from __future__ import annotations

from app.events.decode.fields import read_fields
from app.events.decode.heads import read_enum_name
from app.events.decode.method_names import name_method
from app.events.decode.text import find_first_text
from app.events.types.status import Other
from app.protocol.message import Message
from app.protocol.schema import Wire, find_reader

KIND_FIELDS = ("punish_type", "scene")  # kinds that travel as text: `muting_cancel`, `CONTENT_CLASSIFICATION`
KIND_LEVELS = 2  # how deep a word for the kind is looked for; deeper ones are about looks


def make_other(wire: Wire) -> Other:
    """A message in general form, still without its fields: those are read from the message's bytes."""
    name = name_method(wire.DESCRIPTOR.name)
    return Other(name=name, summary=summarise(wire, name))


def read_all_fields(message: Message) -> dict[str, object]:
    """Every field by name, people and gifts too. What the head says is not repeated."""
    wire = find_reader(message.method).FromString(message.payload)
    return {name: value for name, value in read_fields(wire).items() if name != "common"}


def summarise(wire: Wire, name: str) -> str:
    """What TikTok would show of it, else the first words in it, else its name and what kind it is; a line."""
    told = " ".join(filter(None, map(str.strip, find_first_text(wire).splitlines())))
    return told or ": ".join([name.replace("_", " "), *_find_kinds(wire)])


def _find_kinds(wire: Wire, levels: int = KIND_LEVELS) -> list[str]:
    """The first word for a kind, outer ones before inner ones."""
    told = [one for one in wire.ListFields() if not one[0].is_repeated and one[0].name != "common"]
    kinds = [read_enum_name(wire, field.name) for field, _ in told if field.enum_type]
    kinds += [value.lower() for field, value in told if field.name in KIND_FIELDS and isinstance(value, str)]
    inner = (_find_kinds(value, levels - 1) for field, value in told if field.message_type)
    return [kinds[0].replace("_", " ")] if kinds else (next(filter(None, inner), []) if levels else [])
