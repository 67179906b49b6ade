"""Names explain themselves: nothing is called by a bare participle, no function without its verb."""

import ast
import re
from collections import defaultdict
from pathlib import PurePosixPath

import pytest

from tests.rules.trees import Function, files, is_named_by_us, marks_of, named_functions, read_tree

# Those that do not end in -ed; `put`, `set` and `read` are verbs as well.
IRREGULAR = frozenset(
    (
        *("begun", "bound", "built", "chosen", "come", "done", "drawn", "found", "given", "gone", "got"),
        *("heard", "held", "hidden", "kept", "known", "led", "left", "lost", "made", "meant", "said"),
        *("seen", "sent", "shown", "sound", "spent", "spoken", "taken", "told", "written"),
    )
)
SIDES = frozenset(("at", "by", "from", "in", "on", "to", "with"))
ALLOWED = {
    ("ui/keeper.py", "kept"): "what the dialog asks of app.desktop, which has it so",
    ("desktop/rooms.py", "kept"): "the interface of the dialog's Keeper",
    ("errors/__init__.py", "Blocked"): "a public error, which scripts may catch",
    ("connector/routes/signed.py", "signed"): "the name of a way in",
    ("events/types/status.py", "Connected"): "a documented event",
    ("events/types/status.py", "Disconnected"): "a documented event",
    ("sim/managed/__init__.py", "managed"): "what such ways in are called",
    ("connector/managed/__init__.py", "managed"): "what such ways in are called",
}


def is_participle(name):
    """Whether a name is one word only, and that a participle: `_asked`, `Routed`, `found`."""
    word = name.strip("_")
    return word.isidentifier() and "_" not in word and word[1:].islower() and _ends_so(word.lower())


def _ends_so(word):
    regular = word.endswith("ed") and len(word) > len("feed") and not word.endswith("eed")
    return regular or word in IRREGULAR


def names_in(name):
    """Names of the file or its folder, functions and classes."""
    path = PurePosixPath(name)
    yield path.parent.name if path.stem == "__init__" else path.stem
    for node in ast.walk(read_tree(name)):
        if isinstance(node, Function | ast.ClassDef):
            yield node.name


def test_nothing_is_called_by_a_bare_participle():
    found = {(name, one) for name in files() for one in names_in(name)}
    assert found
    assert sorted(one for one in found if is_participle(one[1]) and one not in ALLOWED) == []


def lacks_verb(name):
    """Whether it says a thing and whose it is, or what was done to it: `row_of`, `said_in`."""
    words = name.strip("_").split("_")
    return len(words) == 2 and (words[1] in {"of", "for"} or (words[1] in SIDES and _ends_so(words[0])))


def test_functions_say_what_they_do():
    assert [(name, node.name) for name, node in named_functions() if lacks_verb(node.name)] == []


IMPERATIVES = frozenset(("is", "has", "as", "focus"))  # they end in -s and are no plural
MAKERS = frozenset(("make", "find", "note", "describe", "is"))  # what is done to an error
SAID_OTHERWISE = {
    "batches": "what a source gives; `events` are the same one by one, and documented",
    "coins": "documented, of LiveClient",
    "dumps": "as in the standard library's json",
    "events": "documented, of LiveClient",
    "streams": "documented, of LiveClient",
}


def is_thing(name):
    """Whether it begins with a plural or a third person, or says which error and not what is done to it."""
    words = name.strip("_").split("_")
    plural = words[0].endswith("s") and not words[0].endswith("ss") and words[0] not in IMPERATIVES
    return plural or (len(words) > 1 and words[-1] == "error" and words[0] not in MAKERS)


def test_no_function_is_called_as_a_thing():
    found = {
        node.name
        for _, node in named_functions()
        if is_named_by_us(node) and not any("property" in mark for mark in marks_of(node))
    }
    assert sorted(name for name in found if is_thing(name) and name not in SAID_OTHERWISE) == []


PREDICATES = frozenset(("is", "has", "can"))
# Their names are documented: what is printed as JSON, what settings and commands offer.
DOCUMENTED = re.compile(r"events/types/.*|(cli|desktop|sim)/options\.py|tiktok/(profile|room)\.py")
ASKED_OTHERWISE = {
    ("protocol/fetch.py", "need_ack"): "the wire calls it so",
    ("ui/labels.py", "bold"): "Qt calls it so",
}


def is_asked(name):
    """Whether a name asks something that is answered by yes or no."""
    return name.strip("_").split("_")[0] in PREDICATES


def predicates_in(tree):
    """Functions that only answer yes or no: their sentence says whether, or they are properties."""
    for node in ast.walk(tree):
        if isinstance(node, Function) and ast.unparse(node.returns or ast.Constant(None)) == "bool":
            is_property = any("property" in mark for mark in marks_of(node))
            if is_named_by_us(node) and (
                is_property or (ast.get_docstring(node) or "").startswith("Whether ")
            ):
                yield node.name


def flags_in(tree):
    """Fields of classes that are true or false, and attributes that are made so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and not node.name.endswith("Choices"):
            yield from (one.target.id for one in node.body if is_flag(one))
        elif isinstance(node, ast.Assign) and isinstance(getattr(node.value, "value", None), bool):
            yield from (one.attr for one in node.targets if isinstance(one, ast.Attribute))


def is_flag(node):
    return (
        isinstance(node, ast.AnnAssign)
        and ast.unparse(node.annotation) == "bool"
        and node.target.id.islower()
    )


@pytest.mark.parametrize("name", [name for name in files() if not DOCUMENTED.fullmatch(name)])
def test_what_answers_yes_or_no_is_called_so(name):
    tree = read_tree(name)
    asked = {one for one in (*predicates_in(tree), *flags_in(tree)) if not is_asked(one)}
    assert sorted(one for one in asked if (name, one) not in ASKED_OTHERWISE) == []


@pytest.mark.parametrize(("name", "one"), ASKED_OTHERWISE)
def test_what_may_answer_otherwise_would_be_found(name, one):
    assert one in flags_in(read_tree(name))


@pytest.mark.parametrize(
    "code",
    [
        "class Row:\n    open: bool = False",
        "class Row:\n    def __init__(self):\n        self.open = self._left = True",
        "class Row:\n    @property\n    def open(self) -> bool: ...",
        "def needs_room(row) -> bool:\n    'Whether it does.'",
    ],
)
def test_an_answer_without_its_question_is_found(code):
    tree = ast.parse(code)
    assert not any(is_asked(one) for one in (*predicates_in(tree), *flags_in(tree)))
    assert [*predicates_in(tree), *flags_in(tree)]


@pytest.mark.parametrize("name", ["rows", "_covers", "close_error", "takes_keys", "views_of_people"])
def test_the_name_of_a_thing_is_found(name):
    assert is_thing(name)


@pytest.mark.parametrize(
    "name", ["list_rows", "is_error", "make_close_error", "press_key", "has_rows", "error"]
)
def test_the_name_of_an_act_is_none(name):
    assert not is_thing(name)


@pytest.mark.parametrize("name", ["row_of", "_width_for", "said_in", "written_by"])
def test_a_name_without_a_verb_is_found(name):
    assert lacks_verb(name)


@pytest.mark.parametrize("name", ["find_row", "go_to", "is_in", "put_at", "sign_with"])
def test_a_name_with_a_verb_is_none(name):
    assert not lacks_verb(name)


@pytest.mark.parametrize("name", ["_asked", "told", "Routed", "opened", "_found"])
def test_a_bare_participle_is_found(name):
    assert is_participle(name)


@pytest.mark.parametrize("name", ["feed", "read_state", "NamedPeer", "is_kept", "seed", "_ask"])
def test_other_names_are_none(name):
    assert not is_participle(name)


@pytest.mark.parametrize(("file", "name"), ALLOWED)
def test_what_is_allowed_is_there(file, name):
    assert name in set(names_in(file))


TWICE = {
    "Layout": "a documented event, and a form of the window",
    "Memory": "of a part of the state, and of a scene's choices: what each keeps",
    "Source": "of events for the session, and of frames for a pane: what is pulled",
    "Stage": "of the scenes, and of the simulator: where a room is played",
    "TopViewer": "the same people, told by an event and by a page",
}


def list_shared(kind):
    """Names that several files give to what they offer, with these files."""
    places = defaultdict(list)
    for name in files():
        for node in read_tree(name).body:
            if isinstance(node, kind) and not node.name.startswith("_"):
                places[node.name].append(name)
    return {name: found for name, found in places.items() if len(found) > 1}


def test_no_class_has_the_name_of_another():
    assert set(list_shared(ast.ClassDef)) == set(TWICE)


SAME = {
    "find_state": "of a pane with rows to tick: how a row stands",
    "invent_gift": "of measurements, and of scenes",
    "is_own_link": "read by tiktok, handed on by the desktop, which imports that late",
    "main": "where a process begins",
    "make_connected": "of three ways in, and of scenes: the room is open",
    "make_refusal_error": "of what somebody answered who refuses",
    "play": "an act of the measurements",
    "read_person": "a person of JSON",
    "read_user": "a person of JSON, and of the wire",
    "write_page": "a page of docs/",
}
BOTH_WIRES = ("connector/managed/", "events/decode/")


def test_functions_of_one_name_mean_the_same():
    """The same event is made of JSON and of the wire; whatever else shares a name is named here."""
    shared = list_shared(Function)
    others = {name for name, places in shared.items() if not all(map(is_of_wires, places))}
    assert others <= set(SAME)
    assert set(SAME) <= set(shared)


def is_of_wires(name):
    return name.startswith(BOTH_WIRES)
