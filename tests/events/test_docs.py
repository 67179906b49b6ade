"""docs/events.md and docs/events.schema.json are made from the code."""

from pathlib import Path

import pytest
from golden.captures import FILES, messages
from jsonschema import Draft202012Validator

from app import events as ev
from app.cli.events import write_markdown, write_schema
from app.events.decode.table import TABLE, decode
from app.events.describe.as_json import to_json
from app.events.describe.catalogue import find_classes, list_fields, list_general_methods, make_catalogue
from app.events.describe.json_schema import make_json_schema
from app.protocol.schema import list_methods
from tests.documents import assert_page

from .test_as_json import KINDS

DOCS = Path(__file__).resolve().parents[2] / "docs"
ENTRIES = [entry for entries in make_catalogue().values() for entry in entries]
SCHEMA = make_json_schema()


@pytest.mark.parametrize(
    ("name", "made"), [("events.md", write_markdown), ("events.schema.json", write_schema)]
)
def test_documents_are_as_the_code_says(name, made):
    assert_page(DOCS / name, made())


def walk_below(kind):
    for below in kind.__subclasses__():
        yield below
        yield from walk_below(below)


def test_what_is_published_refers_to_nothing_that_is_not():
    assert "protocol.md" not in write_markdown() + write_schema()


def test_every_type_is_in_the_catalogue_once():
    assert sorted(entry.name for entry in ENTRIES) == sorted(kind.type for kind in KINDS)


def test_every_class_of_events_is_exported():
    kinds = [kind for kind in walk_below(ev.Event) if kind.__module__.startswith("app.events.")]
    assert [kind.__name__ for kind in kinds if kind.__name__ not in {*ev.__all__, "UserEvent"}] == []


def test_every_method_with_a_schema_is_in_the_catalogue():
    typed = {method for entry in ENTRIES for method, _ in entry.made_from}
    assert set(TABLE) - typed == set(), "their class has no place in TOPICS of events/describe/catalogue.py"
    assert typed == set(TABLE)
    assert typed | set(list_general_methods()) == list_methods()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_field_has_a_meaning(entry):
    inner = [part for field in entry.fields for part in find_classes(field.hint)]
    told = [*entry.fields, *(field for part in inner for field in list_fields(part))]
    assert entry.about
    assert [field.name for field in told if not field.meaning] == []


def test_every_rule_is_told():
    assert [method for entry in ENTRIES for method, rule in entry.made_from if not rule] == []


def test_makers_make_what_they_say():
    said = {(method, entry.kind) for entry in ENTRIES for method, _ in entry.made_from}
    for path in FILES:
        for message in messages(path):
            event = decode(message)
            assert (message.method, type(event)) in said or isinstance(event, ev.Other | ev.Unknown)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_golden_event_fits_the_schema():
    checks = {
        name: Draft202012Validator(SCHEMA | {"oneOf": [{"$ref": f"#/$defs/{name}"}]})
        for name in SCHEMA["$defs"]
    }
    for path in FILES:
        for message in messages(path):
            told = to_json(decode(message))
            assert [error.message for error in checks[told["type"]].iter_errors(told)] == [], message.method


def test_what_is_no_event_does_not_fit():
    told = to_json(ev.Like(count=1)) | {"count": "many"}
    assert not Draft202012Validator(SCHEMA).is_valid(told)


@pytest.mark.parametrize(
    "wrong",
    [
        ev.Comment(user=ev.User(id=7, badges=(ev.Badge("crown"),))),
        ev.Layout(scene="elsewhere"),
        ev.Karaoke(action="dance"),
        ev.Unknown(fields={"name": 1}),
    ],
    ids=lambda event: event.type,
)
def test_words_that_no_event_has_do_not_fit(wrong):
    assert not Draft202012Validator(SCHEMA).is_valid(to_json(wrong))
