"""The table of options and what is made from it."""

import dataclasses
import inspect
import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

from app.errors import UsageError
from app.settings import DEFAULTS, KEPT, OPTIONS, OWN, SECRETS, WAYS, Store, read_choices
from app.settings.kinds import Choice, Switch
from app.settings.number_kinds import Number, Whole
from app.settings.options.row import add_rows, make_subject, make_timeout_row
from app.settings.page import write_page
from tests.documents import assert_page

DOCS = Path(__file__).resolve().parents[2] / "docs"
APP = DOCS.parent / "app"
ODD = ["", "x y", "http://", "-1", "nan", "1e999", "\ud800", "{}", "a,b", "=", "NAME"]


def test_the_page_is_made_from_the_table():
    assert_page(DOCS / "settings.md", write_page())


def test_every_option_is_used():
    rooms = [path for path in APP.rglob("*.py") if "options" not in path.parts]
    words = {word for path in rooms for word in re.findall(r"\w+", path.read_text("utf-8"))}
    assert [name for name in OPTIONS if name not in words | set(OWN)] == []


def test_a_row_of_a_way_may_have_any_page():
    row = make_timeout_row(10, "how long a way waits", "Wait")
    kind = make_subject(add_rows({"way_wait_s": row})(type("Rows", (), {})))
    assert {one.name: one.metadata["page"] for one in dataclasses.fields(kind)} == {"way_wait_s": "network"}


@pytest.mark.parametrize("way", WAYS)
def test_a_way_uses_what_it_has_of_its_own_and_no_more(way):
    source = Path(inspect.getfile(resolve_name(WAYS[way].route))).read_text("utf-8")
    read = {"key": r"access\.key\b", "url": r"access\.address\b"}
    assert {*WAYS[way].own} == {f"{way}_{what}" for what, door in read.items() if re.search(door, source)}


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("text", ODD)
def test_a_text_is_a_value_or_one_sentence(name, text):
    kind = OPTIONS[name].kind
    try:
        value = kind.read_kept(text)
    except UsageError as error:
        refusal = error
    else:
        assert kind.read_kept(kind.write_text(value)) == value
        return
    assert str(refusal).endswith(".")
    assert "\n" not in refusal.line


@pytest.mark.parametrize("name", KEPT)
def test_a_default_is_a_value_or_empty(name):
    option = OPTIONS[name]
    assert not option.default or option.kind.read_json(option.default) == option.default
    assert getattr(DEFAULTS, name) == option.default


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_is_in_no_file_and_not_shown(name, tmp_path):
    with pytest.raises(KeyError):
        Store(tmp_path / "settings.json").change({name: "s3cret"})
    assert "s3cret" not in repr(read_choices({}, {SECRETS[name].variable: "s3cret"}, {}))


@pytest.mark.parametrize("name", [name for name, option in OPTIONS.items() if option.variable])
def test_every_variable_is_read_and_an_empty_one_says_nothing(name):
    option = OPTIONS[name]
    samples = {"language": "de", "web_proxy": "http://p:1", "socket_proxy": "http://p:1", "scale": "1.5"} | {
        one.name: list(one.kind.values)[-1] for one in OPTIONS.values() if isinstance(one.kind, Choice)
    }
    text = samples.get(name) or ("30" if name.endswith("_s") else "sample")
    assert getattr(read_choices({}, {option.variable: text}, {}), name) != option.default
    assert getattr(read_choices({}, {option.variable: ""}, {}), name) == option.default


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("On", True), ("no", False), ("0", False)])
def test_a_switch_is_yes_or_no(text, value):
    kind = Switch()
    assert kind.read_kept(text) is value
    assert kind.read_kept(kind.write_text(value)) is value


@pytest.mark.parametrize("odd", ["", "maybe", 1, None, "true "])
def test_anything_else_is_no_switch(odd):
    with pytest.raises(UsageError, match="neither yes nor no"):
        Switch().read_text(odd) if isinstance(odd, str) else Switch().read_json(odd)


@pytest.mark.parametrize(("text", "value"), [("1", 1), (" 20 ", 20), ("9", 9)])
def test_a_whole_number_within_its_limits(text, value):
    kind = Whole(1, 20, "rows")
    assert kind.read_kept(text) == value
    assert kind.read_kept(kind.write_text(value)) == value


@pytest.mark.parametrize("odd", ["", "0", "21", "1.5", "nan", "1e3", True, 1.0, None])
def test_anything_else_is_no_whole_number(odd):
    with pytest.raises(UsageError, match="is not 1 to 20 rows"):
        Whole(1, 20, "rows").read_text(odd) if isinstance(odd, str) else Whole(1, 20, "rows").read_json(odd)


@pytest.mark.parametrize("text", ["9", "0.5", "nan", "1e999", "x"])
def test_a_number_outside_its_limits_is_repeated_as_it_was_typed(text):
    with pytest.raises(UsageError, match=f"“{text}” is not 0.75 to 3"):
        Number(0.75, 3).read_text(text)


def test_pairs_stand_one_a_line_and_come_back_from_the_file(tmp_path):
    kind = OPTIONS["headers"].kind
    pairs = kind.read_kept("A=1\n\n B = 2=3 ")
    assert pairs == (("A", "1"), ("B", " 2=3 "))
    assert kind.write_text(pairs) == "A=1\nB= 2=3 "
    Store(tmp_path / "settings.json").change({"headers": pairs})
    assert Store(tmp_path / "settings.json").values == {"headers": pairs}


@pytest.mark.parametrize("text", ["Cookie=s3cret", "authorization=s3cret", "A b=s3cret", "A=s3cret\x07"])
def test_a_header_that_cannot_be_sent_is_not_kept(text):
    with pytest.raises(UsageError) as refused:
        OPTIONS["headers"].kind.read_kept(text)
    assert "s3cret" not in refused.value.line


@pytest.mark.parametrize("odd", ["A=1", [["A"]], [["A", 1]], [["", "1"]], {"A": "1"}, None])
def test_anything_else_is_no_list_of_pairs(odd):
    with pytest.raises(UsageError):
        OPTIONS["params"].kind.read_json(odd)
