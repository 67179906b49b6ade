"""`sidestage events`: the catalogue of events, as text, as docs/events.md and as JSON Schema."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args, get_origin

from app.cli.options import Options
from app.cli.output import put, put_json, show_cell
from app.cli.values import ALIASES
from app.errors import UsageError
from app.events import Badge, Event, User
from app.events.decode.method_names import name_method
from app.events.describe.catalogue import (
    EventEntry,
    Field,
    find_classes,
    list_alternatives,
    list_fields,
    list_general_methods,
    make_catalogue,
    read_about,
)
from app.events.describe.json_schema import make_json_schema
from app.events.describe.json_text import dump_json
from app.spelling import find_nearest
from app.words import commands as words

WIDTH = 100
SHOWN = 40  # letters of a name that is refused
INTRO = """\
# Events

What happens in a room, one JSON object a line, as `sidestage tail --json` and `sidestage decode` print it.
Names are stable. Ids have 64 bits and are strings; `"0"` means none. Times end in `_ms` and are milliseconds
since 1970. A person or thing that is not there is `null`, a text that was not sent is `""`, a list may be
empty. A number beyond 2^53 is text, since JavaScript could not hold it.
[events.schema.json](events.schema.json) says the same as JSON Schema.

An event has what a program needs of a message; `sidestage decode --message` adds every field of the message
by name, under `message`.

Made from the code by `sidestage events --markdown`; do not edit."""
WORDS = {bool: "true, false", str: "text", int: "number", float: "number", object: "anything"}


def run_events(options: Options) -> int:
    """Print what was asked for.

    Raises:
        UsageError: there is no such type of event, and no such method; or a document of one type is wanted.
    """
    if options.target and options.form != "text":
        hint = words.LEAVE_OUT.fill(word=options.target[:SHOWN])
        raise UsageError(words.TELLS_OF_ALL.fill(form=options.form), hint=hint)
    if options.form == "schema":
        put_json(write_schema().rstrip())
    elif options.form == "markdown":
        put(write_markdown())
    else:
        put("\n".join(_write_text(options.target)))
    return 0


def write_schema() -> str:
    """The JSON Schema, as docs/events.schema.json holds it."""
    return dump_json(make_json_schema(), indent=1) + "\n"


def write_markdown() -> str:
    """docs/events.md."""
    parts_ = [
        INTRO,
        "## In every event",
        _write_table(list_fields(Event), first=("type", "text", "the name below")),
    ]
    parts_ += ["## A person, such as `user`", _write_table(list_fields(User)), _write_part(Badge)]
    known: set[type[Any]] = {User}
    for topic, entries in make_catalogue().items():
        parts_ += [f"## {topic}", *(_write_entry(entry, known) for entry in entries)]
    methods = ", ".join(f"`{name_method(method)}`" for method in list_general_methods())
    parts_ += ["## Methods that come as `other`", _wrap(f"Under these names: {methods}.")]
    return "\n\n".join(part for part in parts_ if part) + "\n"


def _write_entry(entry: EventEntry, known: set[type[Any]]) -> str:
    """One type, with the parts of it that no type before had."""
    inner = [part for field in entry.fields for part in _find_unknown_parts(field, known)]
    rows = [f"- `{method}`: {rule}" for method, rule in entry.made_from if rule]
    told = [f"### `{entry.name}`\n{_wrap(entry.about)}", _write_table(entry.fields), *map(_write_part, inner)]
    return "\n\n".join(part for part in (*told, "\n".join(map(_wrap, rows))) if part)


def _find_unknown_parts(field: Field, known: set[type[Any]]) -> Iterator[type[Any]]:
    for part in find_classes(field.hint):
        if part not in known:
            known.add(part)
            yield part
            for inner in list_fields(part):
                yield from _find_unknown_parts(inner, known)


def _write_part(kind: type[Any]) -> str:
    return f"**{kind.__name__}.** {_wrap(read_about(kind))}\n\n{_write_table(list_fields(kind))}"


def _write_table(told: Iterable[Field], first: tuple[str, str, str] | None = None) -> str:
    rows = [first] if first else []
    rows += [(field.name, _name_json_type(field), field.meaning) for field in told]
    if not rows:
        return ""
    lines = [f"| `{name}` | {kind} | {meaning} |" for name, kind, meaning in rows]
    return "\n".join(["| field | JSON | meaning |", "|---|---|---|", *lines])


def _name_json_type(field: Field) -> str:
    if field.is_id:
        return "list of ids" if get_origin(field.hint) is tuple else "id"
    return _name_type(field.hint)


def _name_type(hint: Any) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if hint is User:
        return "person"
    if origin is tuple:
        return f"list of {_name_type(inner[0])}"
    if origin is Literal:
        return "text"
    if (kinds := list_alternatives(hint)) != (hint,):
        return _name_type(kinds[0])
    return WORDS.get(hint) or getattr(hint, "__name__", "object").replace("Mapping", "object")


def _wrap(text: str) -> str:
    indent = "  " if text.startswith("- ") else ""
    return textwrap.fill(text, 114, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _write_text(asked: str) -> Iterator[str]:
    """The catalogue for a terminal: everything, or what has this name or comes from this method."""
    known = [entry for entries in make_catalogue().values() for entry in entries]
    chosen = list(_find_entries(asked, known)) if asked else known
    if not chosen:
        near = find_nearest(asked, {*(entry.name for entry in known), *ALIASES})
        hint = words.NEAREST.fill(names=near) if near else words.LIST_EVENTS
        raise UsageError(words.NO_EVENT.fill(word=asked[:SHOWN]), hint=hint)
    for entry in chosen:
        yield from _write_paragraph(entry)
    if not asked:
        yield show_cell(words.TYPES_AND_METHODS.fill(types=len(known), methods=len(list_general_methods())))


def _find_entries(asked: str, known: Iterable[EventEntry]) -> Iterator[EventEntry]:
    """By the name of the event, or of a method: WebcastChatMessage, ChatMessage or chat."""
    word = asked.lower()
    method = name_method(asked) if asked != word else word
    general = method in map(name_method, list_general_methods())
    for entry in known:
        sources = {name_method(made) for made, _ in entry.made_from}
        if (
            entry.name in (word, ALIASES.get(word))
            or method in sources
            or (general and entry.name == "other")
        ):
            yield entry


def _write_paragraph(entry: EventEntry) -> Iterator[str]:
    yield from textwrap.wrap(f"{entry.name}: {entry.about}", WIDTH, subsequent_indent="    ")
    for field in entry.fields:
        line = f"{field.name} ({_name_json_type(field)}): {field.meaning}"
        yield from textwrap.wrap(line, WIDTH, initial_indent="    ", subsequent_indent="        ")
    for method, rule in entry.made_from:
        yield from textwrap.wrap(
            f"from {method}. {rule}", WIDTH, initial_indent="    ", subsequent_indent="        "
        )
    yield ""
