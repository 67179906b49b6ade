"""Frozen values that are made quickly.

A frozen dataclass writes each field through `object.__setattr__`, which takes most of the time of making an
event (2.6 us for a comment). The slot's own descriptor does the same in half of it; the class stays a frozen
dataclass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, TypeVar, cast, dataclass_transform

Kind = TypeVar("Kind", bound=type)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def event(kind: Kind) -> Kind:
    """Make a class of events: frozen, with slots, all fields by keyword."""
    return cast("Kind", _quick(dataclass(frozen=True, slots=True, kw_only=True)(kind)))


@dataclass_transform(frozen_default=True)
def value(kind: Kind) -> Kind:
    """Make a class of values that stand in events: frozen, with slots."""
    return cast("Kind", _quick(dataclass(frozen=True, slots=True)(kind)))


def _quick(kind: type[Any]) -> type[Any]:
    """Put a constructor in place that takes what the dataclass's own takes."""
    known = fields(kind)
    names: dict[str, Any] = {f"set_{one.name}": getattr(kind, one.name).__set__ for one in known}
    names |= {f"default_{one.name}": one.default for one in known if one.default is not MISSING}
    marks = ["*"] if known and known[0].kw_only else []
    body = "\n".join(f" set_{one.name}(self, {one.name})" for one in known) or " pass"
    code = f"def __init__(self, {', '.join([*marks, *map(_parameter, known)])}):\n{body}"
    exec(code, names)  # noqa: S102 - as dataclasses does it: a signature cannot be made otherwise
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    kind.__init__ = made
    return kind


def _parameter(one: Field[Any]) -> str:
    if one.default_factory is not MISSING:
        raise TypeError(f"{one.name}: a default that is made anew for every value is not for events.")
    return one.name if one.default is MISSING else f"{one.name}=default_{one.name}"
