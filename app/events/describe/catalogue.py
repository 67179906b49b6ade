"""The catalogue of events: every type, its fields, the messages it is made from. Read from the code."""

from __future__ import annotations

import inspect
import re
import types
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from app import events as ev
from app.events.decode.table import TABLE
from app.events.describe.as_json import is_id
from app.protocol.schema import list_methods

TOPICS: dict[str, tuple[type[ev.Event], ...]] = {
    "What people do": (
        ev.Comment,
        ev.EmoteComment,
        ev.Gift,
        ev.Like,
        ev.Join,
        ev.Follow,
        ev.Share,
        ev.Subscribe,
        ev.SuperFan,
        ev.FanClub,
        ev.Question,
        ev.Visitor,
    ),
    "The room": (
        ev.Viewers,
        ev.Caption,
        ev.Poll,
        ev.Goal,
        ev.Envelope,
        ev.Intro,
        ev.RoomText,
        ev.Barrage,
        ev.Banner,
    ),
    "Rankings": (ev.RankUpdate, ev.RankText, ev.RankReward),
    "Moderation": (ev.Delete, ev.Moderation, ev.Pin),
    "Battles": (ev.Battle, ev.BattleCard, ev.BattleTask, ev.BattleNotice),
    "Guests, games and products": (
        ev.LinkMic,
        ev.GuestGifts,
        ev.Layout,
        ev.Pictionary,
        ev.Karaoke,
        ev.Shopping,
    ),
    "The stream and the connection": (
        ev.Pause,
        ev.Resume,
        ev.End,
        ev.Control,
        ev.Connecting,
        ev.Connected,
        ev.Reconnecting,
        ev.Gap,
        ev.Quota,
        ev.Disconnected,
    ),
    "Everything else": (ev.Other, ev.Unknown, ev.Undecodable),
}
COMMON = tuple(field.name for field in fields(ev.Event))
ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n        .*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in JSON, its type as the code has it, what it means."""

    name: str
    hint: Any
    meaning: str

    @property
    def is_id(self) -> bool:
        """Whether it is a number, or a list of them, that JSON has as text."""
        return is_id(self.name) and self.hint in (int, tuple[int, ...])


@dataclass(frozen=True, slots=True)
class EventEntry:
    """A type of event.

    Attributes:
        name: `type` in JSON.
        kind: its class.
        about: what it tells.
        fields: those beside the ones that every event has.
        made_from: method and rule, for every message that it is made from; empty for events of our own.
    """

    name: str
    kind: type[ev.Event]
    about: str
    fields: tuple[Field, ...]
    made_from: tuple[tuple[str, str], ...]


@cache
def make_catalogue() -> dict[str, tuple[EventEntry, ...]]:
    """All types by topic, in the order of the documentation."""
    made_from = _find_sources()
    return {topic: tuple(_make_entry(kind, made_from) for kind in kinds) for topic, kinds in TOPICS.items()}


def list_fields(kind: type[Any]) -> tuple[Field, ...]:
    """The fields of an event or of a part of one, with what the docstrings say about them."""
    meanings = {
        name: text for base in reversed(kind.__mro__) for name, text in _read_attributes(base).items()
    }
    hints = get_type_hints(kind)
    return tuple(Field(field.name, hints[field.name], meanings.get(field.name, "")) for field in fields(kind))


def read_about(kind: type[Any]) -> str:
    """What a class tells, without the list of its fields."""
    return " ".join(inspect.cleandoc(kind.__doc__ or "").partition("\n\nAttributes:")[0].split())


def find_classes(hint: Any) -> tuple[type[Any], ...]:
    """The classes of ours in a type: `TopViewer` in `tuple[TopViewer, ...]`, `User` in `User | None`."""
    if isinstance(hint, type) and is_dataclass(hint):
        return (hint,)
    return tuple(part for inner in get_args(hint) for part in find_classes(inner))


def list_general_methods() -> tuple[str, ...]:
    """The methods with a schema and no row in the table: `Other` carries them."""
    return tuple(sorted(list_methods() - TABLE.keys()))


def _make_entry(kind: type[ev.Event], made_from: dict[type[ev.Event], list[tuple[str, str]]]) -> EventEntry:
    own = tuple(field for field in list_fields(kind) if field.name not in COMMON)
    return EventEntry(kind.type, kind, read_about(kind), own, tuple(made_from.get(kind, ())))


def _find_sources() -> dict[type[ev.Event], list[tuple[str, str]]]:
    """The methods that each type is made from, by the signatures of the makers."""
    found: dict[type[ev.Event], list[tuple[str, str]]] = {}
    for method, maker in TABLE.items():
        for made in list_alternatives(get_type_hints(maker)["return"]):
            for kind in (made, *made.__subclasses__()):
                found.setdefault(kind, []).append((method, read_about(maker)))  # type: ignore[arg-type]
    return found


def list_alternatives(hint: Any) -> tuple[Any, ...]:
    """What a union is of; the type itself where it is none."""
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


def _read_attributes(kind: type[Any]) -> dict[str, str]:
    listed = inspect.cleandoc(kind.__doc__ or "").partition("\n\nAttributes:\n")[2]
    return {name: " ".join(text.split()) for name, text in ATTRIBUTE.findall(listed)}
