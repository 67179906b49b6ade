"""What a part remembers, as plain data: taken out, put back, emptied, whatever part it is."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, ClassVar, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from app.words import Phrase

Plain: TypeAlias = "str | int | float | bool | tuple[Plain, ...] | None"
Snapshot: TypeAlias = "tuple[tuple[str, Plain], ...]"
SEQUENCES = (list, set, deque)
MAPPINGS = {dict: dict, OrderedDict: OrderedDict, Mapping: dict}


class Memory:
    """Remembers what its class annotates: those attributes, in that order, and nothing else.

    What follows from them (an index, a copy) is not annotated; `_index` makes it anew.

    Attributes:
        GOES_ON: names that `clear` leaves as they are, since others remember where they were.
    """

    GOES_ON: ClassVar[frozenset[str]] = frozenset()

    def snapshot(self) -> Snapshot:
        """All that is remembered: names and plain immutable values, which JSON can hold."""
        return tuple((name, pack(getattr(self, name))) for name in _kept(type(self)))

    def restore(self, snapshot: Iterable[Any]) -> None:
        """Remember what a snapshot holds, be it fresh or read from JSON; what it lacks stays as it is."""
        data = dict(snapshot)
        for name, hint in _kept(type(self)).items():
            if name in data:
                self._put_back(name, hint, data[name])
        self._index()

    def clear(self) -> None:
        """Forget everything, as if it were new."""
        fresh = type(self)()
        for name in _kept(type(self)):
            here = getattr(self, name)
            if isinstance(here, Memory):
                here.clear()
            elif name not in self.GOES_ON:
                setattr(self, name, getattr(fresh, name))
        self._index()

    def _put_back(self, name: str, hint: Any, data: Any) -> None:
        here = getattr(self, name)
        if isinstance(here, Memory):
            here.restore(data)
        elif isinstance(here, deque):
            setattr(self, name, deque(unpack(hint, data), maxlen=here.maxlen))
        else:
            setattr(self, name, unpack(hint, data))

    def _index(self) -> None:
        """Make anew what follows from what is remembered."""


def _read_kept(kind: type) -> dict[str, Any]:
    """Names and types of what a class remembers."""
    hints = get_type_hints(kind)
    return {name: hint for name, hint in hints.items() if get_origin(hint) is not ClassVar}


_kept: Callable[[type], dict[str, Any]] = cache(_read_kept)


def list_kept_names(kind: type) -> frozenset[str]:
    """Names of what a class remembers."""
    return frozenset(_kept(kind))


def _read_fields(kind: type) -> dict[str, Any]:
    """Names and types of what a value is made of; what is not compared follows from the rest."""
    hints = get_type_hints(kind)
    if is_dataclass(kind):
        return {one.name: hints[one.name] for one in fields(kind) if one.compare}
    return hints


_fields: Callable[[type], dict[str, Any]] = cache(_read_fields)


def pack(thing: Any) -> Plain:
    """A value as plain data; a sentence of ours as what it was made from, so that it stays one."""
    if isinstance(thing, Phrase):
        return thing.one, thing.many, pack(thing.values)
    if thing is None or isinstance(thing, str | int | float):
        return thing
    if isinstance(thing, Memory):
        return thing.snapshot()
    if isinstance(thing, Mapping):
        return tuple((pack(key), pack(value)) for key, value in thing.items())
    if isinstance(thing, set | frozenset):
        return tuple(sorted(thing))
    if isinstance(thing, tuple | list | deque):
        return tuple(pack(one) for one in thing)
    return tuple(pack(getattr(thing, name)) for name in _fields(type(thing)))


def unpack(hint: Any, data: Any) -> Any:
    """The value of that type which was packed."""
    kind, inner = get_origin(hint), get_args(hint)
    if data is None or kind is Literal:
        return data
    if hint is str:
        return data if isinstance(data, str) else _make_phrase(*data)
    if kind in (Union, UnionType):
        arms = [arm for arm in inner if arm is not NoneType]
        return unpack(arms[0], data) if len(arms) == 1 else data
    if kind is tuple:
        places = inner[:1] * len(data) if inner[-1] is Ellipsis else inner
        return tuple(map(unpack, places, data))
    if kind in SEQUENCES:
        return kind(unpack(inner[0], one) for one in data)
    if kind in MAPPINGS:
        return MAPPINGS[kind]((unpack(inner[0], key), unpack(inner[1], value)) for key, value in data)
    return _make_value(hint, data)


def _make_phrase(one: str, many: str, values: Iterable[Any]) -> Phrase:
    """The sentence that was packed; whatever stands in its places and is no number is a text."""
    filled = {name: value if isinstance(value, int | float) else unpack(str, value) for name, value in values}
    return Phrase(one, many, filled)


def _make_value(kind: Any, data: Any) -> Any:
    """A value with fields; anything else is plain already. Fields that came later have their defaults."""
    if isinstance(kind, type) and issubclass(kind, Memory):
        memory = kind()
        memory.restore(data)
        return memory
    if not (is_dataclass(kind) or hasattr(kind, "_fields")):
        return data
    hints = _fields(kind)
    return kind(**{name: unpack(hint, one) for (name, hint), one in zip(hints.items(), data, strict=False)})
