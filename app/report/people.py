"""Everybody who is known by something that a room remembers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from app.events import User
from app.state import RoomState

MANY = (tuple, list, set, frozenset, deque)
OURS = "app."


def list_people(state: RoomState) -> frozenset[str]:
    """Names, handles and ids of all people that any part of the state remembers, whatever parts there are."""
    found: set[str] = set()
    seen: dict[int, Any] = {}
    waiting: list[Any] = [state]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str | int | None) or id(one) in seen:
            continue
        seen[id(one)] = one
        if isinstance(one, User):
            found |= {one.nickname, one.unique_id, f"{one.id}" if one.id else ""}
        else:
            waiting.extend(_list_inner(one))
    return frozenset(found - {""})


def _list_inner(one: Any) -> Iterable[Any]:
    if isinstance(one, Mapping):
        return one.values()
    if isinstance(one, MANY):
        return one
    if is_dataclass(one):
        return [getattr(one, field.name) for field in fields(one)]
    return list(getattr(one, "__dict__", {}).values()) if type(one).__module__.startswith(OURS) else ()
