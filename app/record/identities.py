"""Takes the people out of messages: what stays is what `identity_table` says, and nobody is known by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from google.protobuf.descriptor import FieldDescriptor

from app.events.decode.fields import find_map_value
from app.protocol.message import Message
from app.protocol.schema import MALFORMED, Wire, find_reader, list_methods
from app.record.identity_table import STAYS
from app.words import report as words

MOST_LETTERS = 500
OTHER = "WebcastOther"  # what a method is called that no schema knows
KEY = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")
LONG_NUMBER = re.compile(r"\d{6,}")
LEVEL = re.compile(r"\d{1,3}")
# A letter of a text; not the number of a place for a piece, as in `{0:user}`.
LETTER = re.compile(r"(?<!\{)\d|[^\s\d!-/:-@\[-`{-~]|(?<=\{)\d(?![:}])")


class Replacer:
    """Replaces the identities of one recording: the same person is the same everywhere in it."""

    def __init__(self) -> None:
        self._people: dict[str, int] = {}
        self._things: dict[str, int] = {}
        self._treatments: Mapping[str, Callable[[Any, Wire], Any]] = {
            "": lambda value, _: value,
            "person": lambda value, _: _replace_id(self._people, value),
            "thing": lambda value, _: _replace_id(self._things, value),
            "name": lambda value, wire: f"{words.PERSON.fill(number=self._find_person(wire, value))}",
            "handle": lambda value, wire: f"person{self._find_person(wire, value)}",
            "words": lambda value, _: LETTER.sub("x", value[:MOST_LETTERS]),
            "key": lambda value, _: value if KEY.fullmatch(value) and not LONG_NUMBER.search(value) else "",
            "level": lambda value, _: value if LEVEL.fullmatch(value) else "",
        }

    def replace_all(self, messages: Iterable[Message]) -> Iterator[Message]:
        """The same messages without anybody's identity; what cannot be read keeps its method only."""
        for message in messages:
            yield self.replace(message)

    def replace(self, message: Message) -> Message:
        """One message: its method, its times, and what may be kept of its body."""
        method = message.method if message.method in list_methods() else OTHER
        payload = self._make_payload(message) if method in STAYS else b""
        msg_id = _replace_id(self._things, message.msg_id)
        return Message(method, payload, msg_id, message.at_ms, message.is_history)

    def _make_payload(self, message: Message) -> bytes:
        try:
            wire = find_reader(message.method).FromString(message.payload)
        except MALFORMED:
            return b""
        return bytes(self._copy(wire).SerializeToString())

    def _copy(self, wire: Wire) -> Wire:
        """A message of the same type with the fields that may stay; what no schema names does not."""
        made, stays = type(wire)(), STAYS.get(wire.DESCRIPTOR.name, {})
        for field, value in wire.ListFields():
            if field.name in stays:
                self._put(made, field, value, self._treatments[stays[field.name]], wire)
        return made

    def _put(
        self,
        made: Wire,
        field: FieldDescriptor,
        value: Any,
        treat: Callable[[Any, Wire], Any],
        wire: Wire,
    ) -> None:
        target = getattr(made, field.name)
        if find_map_value(field):
            for key in value:
                target[treat(key, wire)].CopyFrom(self._copy(value[key]))
        elif field.is_repeated:
            target.extend([self._copy(one) if field.message_type else treat(one, wire) for one in value])
        elif field.message_type:
            target.CopyFrom(self._copy(value))
            target.SetInParent()
        else:
            setattr(made, field.name, treat(value, wire))

    def _find_person(self, wire: Wire, name: str) -> int:
        """The number of whoever a name belongs to: by the id beside it, else by the name itself."""
        told = (getattr(wire, one) for one, rule in STAYS[wire.DESCRIPTOR.name].items() if rule == "person")
        return int(_replace_id(self._people, next((one for one in told if one), name)))


def _replace_id(known: dict[str, int], value: Any) -> Any:
    """A number instead of an id, of the same kind; nothing stays nothing."""
    if not value or value == "0":
        return value
    number = known.setdefault(f"{value}", len(known) + 1)
    return f"{number}" if isinstance(value, str) else number
