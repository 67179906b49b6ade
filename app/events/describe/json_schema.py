"""JSON Schema (draft 2020-12) of what `as_json` writes, made from the classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, Literal, get_args, get_origin

from app.events.describe.catalogue import (
    Field,
    find_classes,
    list_alternatives,
    list_fields,
    make_catalogue,
    read_about,
)
from app.events.types.base import User

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID: Schema = {"type": "string", "pattern": "^-?[0-9]+$"}
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"pattern": "^[0-9]+$"}
WHOLE: Schema = {
    "type": "object",
    "description": "every field of the message, by `decode --message`.",
}
PLAIN: dict[object, Schema] = {
    bool: {"type": "boolean"},
    str: TEXT,
    float: {"type": "number"},
    bytes: TEXT,
    object: {},
    # Beyond 2^53 a number is written as text, since JavaScript could not hold it.
    int: {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]{16,}$"}]},
    type(None): {"type": "null"},
}


def make_json_schema() -> Schema:
    """One definition for every type of event and every part of one; an event is one of the types."""
    kinds = [entry.kind for entries in make_catalogue().values() for entry in entries]
    events = {kind.type: _describe_class(kind, type={"const": kind.type}) for kind in kinds}
    found: dict[str, Schema] = {}
    for kind in kinds:
        _collect(kind, found)
    return {
        "$schema": DIALECT,
        "title": "Sidestage event",
        "description": "One line of `sidestage tail --json` and `sidestage decode`.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in events],
        "$defs": events | dict(sorted(found.items())),
    }


def _collect(kind: type[Any], found: dict[str, Schema]) -> None:
    """The parts of a class, and theirs."""
    for field in list_fields(kind):
        for part in find_classes(field.hint):
            if part.__name__ not in found:
                found[part.__name__] = _describe_class(part)
                _collect(part, found)


def _describe_class(kind: type[Any], **first: Schema) -> Schema:
    told = {field.name: _describe(field) for field in list_fields(kind)}
    optional = {"extras"} & told.keys()
    whole: dict[str, Schema] = {"message": WHOLE} if optional else {}
    return {
        "description": read_about(kind),
        "type": "object",
        "properties": first | told | whole,
        "required": [name for name in first | told if name not in optional],
        "additionalProperties": False,
    }


def _describe(field: Field) -> Schema:
    schema = _describe_id(field.hint) if field.is_id else _describe_type(field.hint)
    return schema | ({"description": field.meaning} if field.meaning else {})


def _describe_id(hint: Any) -> Schema:
    return {"type": "array", "items": ID} if get_origin(hint) is tuple else ID


def _describe_type(hint: Any) -> Schema:
    origin, inner = get_origin(hint), get_args(hint)
    if hint is User:
        return {"anyOf": [{"$ref": "#/$defs/User"}, PLAIN[type(None)]]}
    if is_dataclass(hint) and isinstance(hint, type):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if origin is tuple:
        return {"type": "array", "items": _describe_type(inner[0])}
    if origin is Literal:
        return {"enum": list(inner)}
    if (kinds := list_alternatives(hint)) != (hint,):
        return {"anyOf": [_describe_type(one) for one in kinds]}
    if origin is Mapping:
        return {"type": "object"} | ({"propertyNames": NUMBER} if inner[0] is int else {})
    return PLAIN[hint]
