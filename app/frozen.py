"""Frozen values that are made quickly.

A frozen dataclass writes each field through `object.__setattr__`, which takes most of the time of making an
event (2.6 us for a comment, 0.9 as here, 0.5 by `make_quick`). Here a value is of an open twin of its class
while plain assignments fill it, and then becomes of its class, which stays a frozen dataclass. Constructors
are compiled after a few values: a start knows all classes and makes one or two values of most.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

Kind = TypeVar("Kind", bound=type)
Made = TypeVar("Made")
CLASS = object.__dict__["__class__"]
FEW = 6  # values of a class are made without a compiled constructor: of most there is one or none at a start
# What dataclasses would write and compile for each class anew is given to all classes below (2 ms a class).
PLAIN: dict[str, Any] = {"init": False, "repr": False, "eq": False, "slots": True}

_quick_of: dict[type[Any], Callable[..., Any]] = {}
_twin_of: dict[type[Any], type[Any]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def event(kind: Kind) -> Kind:
    """Make a class of events: frozen, with slots, all fields by keyword."""
    return cast("Kind", _prepare(dataclass(**PLAIN, kw_only=True)(kind)))


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def compose(kind: Kind) -> Kind:
    """Make a class of values out of several dataclasses, its bases: frozen, all fields by keyword."""
    return cast("Kind", _prepare(dataclass(**PLAIN | {"slots": False}, kw_only=True)(kind)))


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: Kind) -> Kind:
    """Make a class of values: frozen, with slots."""
    return cast("Kind", _prepare(dataclass(**PLAIN)(kind)))


def make_quick(kind: type[Made]) -> type[Made]:
    """What makes the same as `kind(...)` in half of the time, for the few that are made all the time.

    A class is called through layers of C that gather the keywords in a dict; a function is not.
    """
    if kind not in _quick_of:
        _quick_of[kind] = _compile(kind, "make")
    return cast("type[Made]", _quick_of[kind])


def _prepare(kind: type[Any]) -> type[Any]:
    """Give the class a constructor that makes way, after a few values, for one that is compiled."""
    known, left = fields(kind), FEW
    _refuse_shared(known)

    def __init__(self: Any, *places: Any, **named: Any) -> None:  # noqa: N807
        nonlocal left
        left -= 1
        values = _match(known, places, named) if left >= 0 else None
        if values is None:
            kind.__init__ = _compile(kind, "__init__")
            kind.__init__(self, *places, **named)
            return
        for name, one in values.items():
            object.__setattr__(self, name, one)
        if hasattr(kind, "__post_init__"):
            self.__post_init__()

    kind.__init__ = __init__
    _add_manners(kind)
    return kind


def _match(
    known: Sequence[Field[Any]], places: Sequence[Any], named: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Find each field's value; None for what a compiled constructor refuses in Python's own words."""
    names = [one.name for one in known]
    given: dict[str, Any] = dict(zip(names, places, strict=False)) | dict(named)
    values = {one.name: one.default for one in known if one.default is not MISSING} | given
    is_sound = len(given) == len(places) + len(named) and not (places and known[0].kw_only)
    return values if is_sound and values.keys() == set(names) else None


def _refuse_shared(known: Sequence[Field[Any]]) -> None:
    for one in known:
        if one.default_factory is not MISSING:
            raise TypeError(f"{one.name}: a default that is made anew for each is not for frozen values.")


def _compile(kind: type[Any], name: str) -> Callable[..., Any]:
    """Make the constructor that takes what the dataclass's own takes, or the quick one."""
    known = fields(kind)
    names: dict[str, Any] = {f"default_{one.name}": one.default for one in known}
    names |= {"new": object.__new__, "become": CLASS.__set__, "Frozen": kind, "Open": _find_twin(kind)}
    exec(_write_code(known, name, has_check=hasattr(kind, "__post_init__")), names)  # noqa: S102 - as dataclasses
    made: Callable[..., Any] = names[name]
    made.__qualname__ = f"{kind.__qualname__}.{name}"
    return made


def _add_manners(kind: type[Any]) -> None:
    """Let values be compared, shown, copied and pickled as dataclasses are, and not be changed."""
    get_all = _make_getter([one.name for one in fields(kind)])
    get_hashed = _make_getter([one.name for one in fields(kind) if one.hash is not False])

    def is_equal(one: Any, other: object) -> bool:
        return get_all(one) == get_all(other) if other.__class__ is one.__class__ else NotImplemented

    manners = {"__eq__": is_equal, "__hash__": lambda one: hash(get_hashed(one)), **MANNERS}
    for name, manner in manners.items():
        if vars(kind).get(name) is None:
            setattr(kind, name, manner)


def _make_getter(names: Sequence[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()


def _repr(one: Any) -> str:
    told = ", ".join(f"{known.name}={getattr(one, known.name)!r}" for known in fields(one) if known.repr)
    return f"{type(one).__qualname__}({told})"


def _refuse_change(_one: Any, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_removal(_one: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _list_state(one: Any) -> list[Any]:
    return [getattr(one, known.name) for known in fields(one)]


def _take_state(one: Any, state: Sequence[Any]) -> None:
    for known, value in zip(fields(one), state, strict=True):
        object.__setattr__(one, known.name, value)


MANNERS: dict[str, Callable[..., Any]] = {
    "__repr__": _repr,
    "__setattr__": _refuse_change,
    "__delattr__": _refuse_removal,
    "__getstate__": _list_state,
    "__setstate__": _take_state,
}


def _find_twin(kind: type[Any]) -> type[Any]:
    if kind not in _twin_of:
        _twin_of[kind] = _make_open_twin(kind)
    return _twin_of[kind]


def _make_open_twin(kind: type[Any]) -> type[Any]:
    """The class without its guard: what a value is of while it is filled."""
    unguarded = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"Open{kind.__name__}", (kind,), unguarded)


def _write_code(known: Sequence[Field[Any]], name: str, *, has_check: bool) -> str:
    """Write a constructor; as a function it makes the value first and gives it back."""
    is_function = name != "__init__"
    given = [] if is_function else ["self"]
    marks = ["*"] if known and known[0].kw_only else []
    lines = [
        f"def {name}({', '.join([*given, *marks, *map(_write_parameter, known)])}):",
        "self = new(Open)" if is_function else "become(self, Open)",
        *(f"self.{one.name} = {one.name}" for one in known),
        "become(self, Frozen)",
        *(["self.__post_init__()"] if has_check else []),
        *(["return self"] if is_function else []),
    ]
    return "\n ".join(lines)


def _write_parameter(one: Field[Any]) -> str:
    return one.name if one.default is MISSING else f"{one.name}=default_{one.name}"
