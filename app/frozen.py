"""Frozen values that are made quickly.

A frozen dataclass writes each field through `object.__setattr__`, which takes most of the time of making an
event (2.6 us for a comment, 0.9 as here, 0.5 by `quick`). Here a value is of an open twin of its class while
plain assignments fill it, and then becomes of its class, which stays a frozen dataclass. The constructor is
compiled with the first value: a start knows all classes and makes values of a few.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

Kind = TypeVar("Kind", bound=type)
Made = TypeVar("Made")
CLASS = object.__dict__["__class__"]
# What dataclasses would write and compile for each class anew is given to all classes below (2 ms a class).
PLAIN: dict[str, Any] = {"init": False, "repr": False, "eq": False, "slots": True}
_quick_of: dict[type[Any], Callable[..., Any]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def event(kind: Kind) -> Kind:
    """Make a class of events: frozen, with slots, all fields by keyword."""
    return cast("Kind", _prepare(dataclass(**PLAIN, kw_only=True)(kind)))


@dataclass_transform(frozen_default=True)
def value(kind: Kind) -> Kind:
    """Make a class of values that stand in events: frozen, with slots."""
    return cast("Kind", _prepare(dataclass(**PLAIN)(kind)))


def quick(kind: type[Made]) -> type[Made]:
    """What makes the same as `kind(...)` in half of the time, for the few that are made all the time.

    A class is called through layers of C that gather the keywords in a dict; a function is not.
    """
    if kind not in _quick_of:
        _compile(kind)
    return cast("type[Made]", _quick_of[kind])


def _prepare(kind: type[Any]) -> type[Any]:
    """Give the class a constructor that makes way, with the first value, for one that is compiled."""
    _refuse_shared(fields(kind))

    def __init__(self: Any, *places: Any, **named: Any) -> None:  # noqa: N807
        _compile(kind)
        kind.__init__(self, *places, **named)

    kind.__init__ = __init__
    _add_manners(kind, [one.name for one in fields(kind)])
    return kind


def _refuse_shared(known: Sequence[Field[Any]]) -> None:
    for one in known:
        if one.default_factory is not MISSING:
            raise TypeError(f"{one.name}: a default that is made anew for every value is not for events.")


def _compile(kind: type[Any]) -> None:
    """Give the class a constructor that takes what the dataclass's own takes; keep the quick one beside."""
    known = fields(kind)
    names: dict[str, Any] = {f"default_{one.name}": one.default for one in known}
    names |= {"new": object.__new__, "become": CLASS.__set__, "Frozen": kind, "Open": _make_open_twin(kind)}
    exec(_code(known), names)  # noqa: S102 - as dataclasses does it: a signature cannot be made otherwise
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    kind.__init__ = made
    _quick_of[kind] = names["make"]


def _add_manners(kind: type[Any], names: Sequence[str]) -> None:
    """Let values be compared, shown, copied and pickled as dataclasses are, and not be changed."""
    values_of: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def is_equal(one: Any, other: object) -> bool:
        return values_of(one) == values_of(other) if other.__class__ is one.__class__ else NotImplemented

    manners = {"__eq__": is_equal, "__hash__": lambda one: hash(values_of(one)), **MANNERS}
    for name, manner in manners.items():
        if vars(kind).get(name) is None:
            setattr(kind, name, manner)


def _repr(one: Any) -> str:
    told = ", ".join(f"{field.name}={getattr(one, field.name)!r}" for field in fields(one))
    return f"{type(one).__qualname__}({told})"


def _refuse_change(_one: Any, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_removal(_one: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(one: Any) -> list[Any]:
    return [getattr(one, field.name) for field in fields(one)]


def _take_state(one: Any, state: Sequence[Any]) -> None:
    for field, value in zip(fields(one), state, strict=True):
        object.__setattr__(one, field.name, value)


MANNERS: dict[str, Callable[..., Any]] = {
    "__repr__": _repr,
    "__setattr__": _refuse_change,
    "__delattr__": _refuse_removal,
    "__getstate__": _state,
    "__setstate__": _take_state,
}


def _make_open_twin(kind: type[Any]) -> type[Any]:
    """The class without its guard: what a value is of while it is filled."""
    unguarded = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"Open{kind.__name__}", (kind,), unguarded)


def _code(known: Sequence[Field[Any]]) -> str:
    marks = ["*"] if known and known[0].kw_only else []
    parameters = ", ".join([*marks, *map(_parameter, known)])
    filled = "\n".join(f" self.{one.name} = {one.name}" for one in known)
    return f"""
def __init__(self, {parameters}):
 become(self, Open)
{filled}
 become(self, Frozen)

def make({parameters}):
 self = new(Open)
{filled}
 become(self, Frozen)
 return self
"""


def _parameter(one: Field[Any]) -> str:
    return one.name if one.default is MISSING else f"{one.name}=default_{one.name}"
