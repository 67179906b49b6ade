"""Sentences for people are made in app/words only: every room is looked through, a new one as well.

What stands in one besides is named with its reason.
"""

import ast
import re
from pathlib import Path

import pytest

APP = Path(__file__).parents[2] / "app"
ELSEWHERE = {
    "bench": "for developers",
    "sim": "what strangers write and servers say, and faults, which developers play",
    "words": "the place of sentences",
}
ROOMS = (
    *sorted(
        path.name
        for path in APP.iterdir()
        if path.name not in ELSEWHERE and (path.suffix == ".py" or any(path.glob("**/*.py")))
    ),
    "sim/alone.py",
)
# Two words with a blank between them; in f-strings a place counts as one of the two, beside a small letter.
SENTENCE = re.compile(r"[A-Za-z][A-Za-z'’]*,? [A-Za-z(]|[a-z],? \{|\} [a-z]")
ALLOWED_FILES = {
    "cli/bench.py": "figures for developers",
    "cli/bench_window.py": "figures for developers",
    "cli/events.py": "writes docs/events.md and the same for a terminal, from the code's docstrings",
    "events/describe/catalogue.py": "headings of docs/events.md",
    "events/describe/json_schema.py": "writes docs/events.schema.json",
    "frozen.py": "code that it compiles",
    "state/question_words.py": "what strangers write",
    "ui/actions.py": "writes docs/shortcuts.md",
    "ui/icons.py": "drawings",
    "ui/look/fonts.py": "names of fonts",
    "ui/look/sheet.py": "a style sheet",
    "ui/text.py": "markup around a tooltip",
    "settings/page.py": "writes docs/settings.md",
    "desktop/scenes/cast.py": "what strangers are called and write",
    "desktop/scenes/failures.py": "what servers say",
    "desktop/scenes/happenings.py": "names of gifts",
    "desktop/scenes/inboxes.py": "what strangers write",
    "desktop/scenes/rooms.py": "what strangers write",
}
# Tables whose rows hold their sentences, each in a call of sentence() or plural().
ROWS = {
    "settings/options/access.py": "a setting is one row, its words included",
    "settings/options/addresses.py": "a setting is one row, its words included",
    "settings/options/chat.py": "a setting is one row, its words included",
    "settings/options/notices.py": "a setting is one row, its words included",
    "settings/options/inboxes.py": "a setting is one row, its words included",
    "settings/options/pictures.py": "a setting is one row, its words included",
    "settings/options/gifts.py": "a setting is one row, its words included",
    "settings/options/keys.py": "a setting is one row, its words included",
    "settings/options/glance.py": "a setting is one row, its words included",
    "settings/options/look.py": "a setting is one row, its words included",
    "settings/options/network.py": "a setting is one row, its words included",
    "settings/options/viewers.py": "a setting is one row, its words included",
    "settings/options/windows.py": "a setting is one row, its words included",
    "settings/options/ways.py": "a way in is one row, its words included",
    "setup/scripts.py": "a script is one row, its name included",
}
ALLOWED_NAMES = {
    ("cli/parser.py", "SAYINGS"): "what argparse says, to be found in it",
    ("cli/native.py", "ALERT"): "a program",
    ("record/identity_table.py", "_ROWS"): "names of fields",
    ("setup/commands.py", "CHECKS"): "commands",
    ("setup/commands.py", "IMPORTS"): "a program",
    ("setup/environment.py", "LAUNCHER"): "a program",
    ("setup/environment.py", "NEEDS"): "a program",
    ("setup/environment.py", "WINDOWS_LAUNCHER"): "a program",
    ("setup/system.py", "LOADS_QT"): "a program",
    ("ui/notices/speech.py", "WINDOWS_VOICE"): "a program",
    ("state/memory.py", "Snapshot"): "a type",
    ("state/wording.py", "Said"): "a type",
    ("ui/series.py", "Samples"): "a type",
    ("connector/socket.py", "MEANINGS"): "what TikTok's headers say",
    ("connector/signer.py", "ACCEPT"): "a header of HTTP",
    ("connector/managed/euler.py", "Euler.peer"): "a name",
    ("connector/managed/studio.py", "Studio.peer"): "a name",
    ("network/errors.py", "REASONS"): "what libraries and systems say",
    ("network/identity.py", "BROWSER"): "what we call ourselves to TikTok",
}
# Calls whose texts nobody but a developer or a machine reads.
FOR_DEVELOPERS = re.compile(
    r"LOG\.\w+|re\.compile|\w+\.call_exception_handler|\w+\.create_task|asyncio\.create_task"
    r"|ValueError|TypeError|AttributeError|FrozenInstanceError|DecodeError"
    r"|httpx\.UnsupportedProtocol|.*get_running_loop\(\).*"
)


def files_of(rooms):
    for room in rooms:
        path = APP / room
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def allowed_nodes(tree, file):
    """What may hold two words: texts that stand alone, assertions, calls for developers, named constants."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.Assert) or (
            isinstance(node, ast.FunctionDef) and node.name in {"__repr__", "__getattr__"}
        ):
            yield node
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if FOR_DEVELOPERS.fullmatch(called) or (file in ROWS and called in {"sentence", "plural"}):
                yield node
    yield from (value for name, value in named_values(tree) if (file, name) in ALLOWED_NAMES)


def named_values(tree, prefix=""):
    """Constants of a module or class, by name."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from named_values(node, f"{node.name}.")
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from ((f"{prefix}{ast.unparse(target)}", node.value) for target in targets)


def text_of(node):
    """A text, with {} for the places of an f-string; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) or "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def sentences_in(source, file=""):
    tree = ast.parse(source)
    passed = {id(inner) for node in allowed_nodes(tree, file) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values}
        if id(node) not in passed and SENTENCE.search(text_of(node)):
            yield f"{file}:{node.lineno}: {text_of(node)[:60]}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_makes_no_sentence_of_its_own(room):
    files = {str(path.relative_to(APP)): path for path in files_of([room])}
    files = {name: path for name, path in files.items() if not name.startswith("protocol/im/")}
    assert files
    found = [
        sentence
        for name, path in files.items()
        if name not in ALLOWED_FILES
        for sentence in sentences_in(path.read_text(), name)
    ]
    assert found == []


@pytest.mark.parametrize("name", [*ALLOWED_FILES, *ROWS])
def test_a_file_that_is_allowed_would_be_found(name):
    assert list(sentences_in((APP / name).read_text()))


@pytest.mark.parametrize(("file", "name"), ALLOWED_NAMES)
def test_what_is_allowed_would_be_found(file, name):
    source = (APP / file).read_text()
    assert name in dict(named_values(ast.parse(source)))
    assert len(list(sentences_in(source))) > len(list(sentences_in(source, file)))


@pytest.mark.parametrize(
    "code",
    [
        'raise UsageError("No such thing.")',
        'reason = f"Room {number}"',
        'reason = f"{name} is away"',
        'TABLE = {404: "not here"}',
    ],
)
def test_a_sentence_is_found(code):
    assert list(sentences_in(code))


@pytest.mark.parametrize(
    "code",
    [
        '"""What this does."""',
        'LOG.warning("It went wrong (%s).", error)',
        'url = f"{base}/webcast/{path}"',
        'key = f"HTTP {status}"',
        'assert known, "read before"',
        "raise StalledSocket(words.NO_DATA.fill(seconds=60))",
    ],
)
def test_what_is_no_sentence_is_passed_over(code):
    assert not list(sentences_in(code))
