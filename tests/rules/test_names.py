"""Names explain themselves: nothing is called by a bare participle, no function without its verb."""

import ast
from collections import Counter
from pathlib import Path

import pytest

APP = Path(__file__).parents[2] / "app"
ROOMS = sorted(one.name for one in APP.iterdir() if one.suffix == ".py" or (one / "__init__.py").is_file())
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
    ("client/live_client.py", "connected"): "the documented interface of LiveClient",
    ("desktop/rooms.py", "kept"): "the interface of the dialog's Keeper",
    ("errors/__init__.py", "Blocked"): "a public error, which scripts may catch",
    ("connector/routes/signed.py", "signed"): "the name of a way in",
    ("events/types/status.py", "Connected"): "a documented event",
    ("events/types/status.py", "Disconnected"): "a documented event",
    ("events/types/status.py", "suspended"): "a documented attribute of the event End",
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


def names_in(path):
    """Names of the file, its folder, functions and classes."""
    yield path.parent.name if path.stem == "__init__" else path.stem
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_is_called_by_a_bare_participle(room):
    place = APP / room
    paths = [place] if place.is_file() else sorted(place.rglob("*.py"))
    found = {(str(path.relative_to(APP)), name) for path in paths for name in names_in(path)}
    assert found
    assert sorted(one for one in found if is_participle(one[1]) and one not in ALLOWED) == []


def lacks_verb(name):
    """Whether it says a thing and whose it is, or what was done to it: `row_of`, `said_in`."""
    words = name.strip("_").split("_")
    return len(words) == 2 and (words[1] in {"of", "for"} or (words[1] in SIDES and _ends_so(words[0])))


@pytest.mark.parametrize("room", ROOMS)
def test_functions_say_what_they_do(room):
    place = APP / room
    paths = [place] if place.is_file() else sorted(place.rglob("*.py"))
    functions = [
        (str(path.relative_to(APP)), node.name)
        for path in paths
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [one for one in functions if lacks_verb(one[1])] == []


IMPERATIVES = frozenset(("is", "has", "as", "focus"))  # they end in -s and are no plural
MAKERS = frozenset(("make", "find", "note", "describe", "is"))  # what is done to an error
SAID_OTHERWISE = {
    "batches": "what a source gives; `events` are the same one by one, and documented",
    "coins": "documented, of LiveClient",
    "dumps": "as in the standard library's json",
    "events": "documented, of LiveClient",
    "streams": "documented, of LiveClient",
    "viewers": "an invented event of the scenes, beside `gift` and `comment`",
}


def is_thing(name):
    """Whether it begins with a plural or a third person, or says which error and not what is done to it."""
    words = name.strip("_").split("_")
    plural = words[0].endswith("s") and not words[0].endswith("ss") and words[0] not in IMPERATIVES
    return plural or (len(words) > 1 and words[-1] == "error" and words[0] not in MAKERS)


def functions_of_ours(path):
    """Functions without properties, what Python and Qt call (camelCase), and what overrides another."""
    for node in ast.walk(ast.parse(path.read_text())):
        if (
            isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and node.name.islower()
            and "__" not in node.name
        ):
            marks = [ast.unparse(one) for one in node.decorator_list]
            if not any("property" in one or "override" in one or one.endswith(".setter") for one in marks):
                yield node.name


@pytest.mark.parametrize("room", ROOMS)
def test_no_function_is_called_as_a_thing(room):
    place = APP / room
    paths = [place] if place.is_file() else sorted(place.rglob("*.py"))
    found = {name for path in paths for name in functions_of_ours(path) if is_thing(name)}
    assert sorted(found - set(SAID_OTHERWISE)) == []


PREDICATES = frozenset(("is", "has", "can"))
ASKED_OTHERWISE = {
    "audio_only": "a documented attribute of streams",
    "connected": "documented, of LiveClient",
    "needs_room": "the documented interface of a pane",
    "open": "a field of rows of gifts, as a streak asks for it",
    "suspended": "a documented attribute of the event End",
}


def predicates_in(path):
    """Functions that only answer yes or no: their sentence says whether."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.islower():
            is_answer = node.returns is not None and ast.unparse(node.returns) == "bool"
            if is_answer and (ast.get_docstring(node) or "").startswith("Whether "):
                yield node.name


@pytest.mark.parametrize("room", ROOMS)
def test_what_answers_yes_or_no_is_called_so(room):
    place = APP / room
    paths = [place] if place.is_file() else sorted(place.rglob("*.py"))
    found = {name for path in paths for name in predicates_in(path) if not name.startswith("__")}
    asked = {name for name in found if name.strip("_").split("_")[0] not in PREDICATES}
    assert sorted(asked - set(ASKED_OTHERWISE)) == []


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
    assert name in set(names_in(APP / file))


TWICE = {
    "Layout": "a documented event, and a form of the window",
    "Memory": "of a part of the state, and of a scene's choices: what each keeps",
    "Source": "of events for the session, and of frames for a pane: what is pulled",
    "Stage": "of the scenes, and of the simulator: where a room is played",
    "TopViewer": "the same people, told by an event and by a page",
}


def test_no_class_has_the_name_of_another():
    names = [node.name for path in APP.rglob("*.py") if "im" not in path.parts for node in classes_of(path)]
    assert {name for name, times in Counter(names).items() if times > 1} == set(TWICE)


def classes_of(path):
    return [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.ClassDef)]
