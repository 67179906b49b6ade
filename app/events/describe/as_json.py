"""Events as JSON: one flat object, stable names, ids as strings (docs/events.md).

Ids have 64 bits and JavaScript's numbers 53, so whatever is named `id`, `…_id` or `…_ids` is a string.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeAlias

from app.events.describe.json_text import dump_json
from app.events.types.base import Event, User

Json: TypeAlias = object
Plan: TypeAlias = tuple[tuple[str, Callable[[object], Json]], ...]
EXACT_IN_JAVASCRIPT = 2**53
ID_ENDINGS = ("_id", "_ids")
IDS_BY_OTHER_NAMES = {"members"}

_plans: dict[type[Any], Plan] = {}


def to_json(event: Event) -> dict[str, object]:
    """The event as an object: `type` first, then its fields in the order of their definition."""
    made: dict[str, object] = {"type": event.type}
    for name, convert in _plan_fields(type(event)):
        made[name] = convert(getattr(event, name))
    if event.extras:
        made["extras"] = _convert_value(event.extras)
    return made


def dumps(event: Event, message: Mapping[str, object] | None = None) -> str:
    """The event on one line, without the line end.

    Args:
        event: what happened.
        message: all fields of what it was made from, to stand under `message`; left out when None.
    """
    told = to_json(event) if message is None else to_json(event) | {"message": _convert_value(message)}
    return dump_json(told, separators=(",", ":"))


def _plan_fields(kind: type[Any]) -> Plan:
    """Names of a class's fields with what turns their values into JSON."""
    if kind not in _plans:
        names = [field.name for field in fields(kind) if field.name != "extras"]
        _plans[kind] = tuple((name, _pick_converter(name)) for name in names)
    return _plans[kind]


def is_id(name: str) -> bool:
    """Whether a field of this name is written as text."""
    return name == "id" or name.endswith(ID_ENDINGS) or name in IDS_BY_OTHER_NAMES


def _pick_converter(name: str) -> Callable[[object], Json]:
    return _convert_id if is_id(name) else _convert_value


def _convert_id(value: object) -> Json:
    """Ids as text. Messages have names that end so too (`depend_id`, `members`): they stay objects."""
    if isinstance(value, tuple):
        return [_convert_id(one) for one in value]
    return str(value) if isinstance(value, int) else _convert_value(value)


def _convert_value(value: object) -> Json:
    match value:
        case None | bool() | str():
            return value
        case float() if math.isfinite(value):
            return value
        case int():
            return value if abs(value) <= EXACT_IN_JAVASCRIPT else str(value)
        case bytes():
            return _convert_bytes(value)
        case Mapping():
            return {str(key): _pick_converter(str(key))(one) for key, one in value.items()}
        case User():
            return _convert_person(value)
        case _ if is_dataclass(value):
            return _convert_object(value)
        case Iterable():
            return [_convert_value(one) for one in value]
    return str(value)  # such as a float that JSON has no word for


def _convert_person(user: User) -> Json:
    """A person; null where there is none."""
    return _convert_object(user) if user.id or user.nickname or user.unique_id else None


def _convert_object(value: Any) -> dict[str, Json]:
    return {name: convert(getattr(value, name)) for name, convert in _plan_fields(type(value))}


def _convert_bytes(value: bytes) -> str:
    """Bytes of a field that no schema names: text where they are printable text, else base64."""
    try:
        text = value.decode()
    except UnicodeDecodeError:
        text = ""
    if text.isprintable() and (text or not value):
        return text
    return "base64:" + base64.b64encode(value).decode()
