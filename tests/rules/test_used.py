"""What nobody uses goes: every name of the program is named somewhere else than where it is defined.

What is written has a reader, too: a field that nobody looks at goes as well.

Tests do not count: what only they need stands beside them.
"""

import ast
import re
from functools import cache

import pytest

from tests.rules.trees import ROOT, Function, all_files, files, is_named_by_us, read_tree

# What scripts are told of.
DOCUMENTS = ("docs/reading.md", "docs/scripts.md", *(f"docs/examples/{one}" for one in ("*.py", "*.md")))
ALLOWED = {
    ("cli/help.py", "_fill_text"): "argparse calls it",
    ("cli/help.py", "_get_help_string"): "argparse calls it",
    ("cli/help.py", "_split_lines"): "argparse calls it",
    ("cli/parser.py", "_check_value"): "argparse calls it",
    ("cli/parser.py", "_print_message"): "argparse calls it",
    ("client/live_client.py", "remove_listener"): "the interface of LiveClient: takes back what `on` does",
    ("connector/socket.py", "process_redirect"): "websockets calls it",
    ("desktop/scenes/table.py", "write_page"): "writes docs/scenes.md, from a test",
    ("settings/page.py", "write_page"): "writes docs/settings.md, from a test",
    ("ui/actions.py", "write_page"): "writes docs/shortcuts.md, from a test",
    ("ui/loop.py", "_add_reader"): "qasync and asyncio call it",
    ("ui/loop.py", "call_later"): "asyncio calls it",
    ("ui/loop.py", "call_soon"): "asyncio calls it",
    ("ui/optics.py", "find_arcmin"): "the inverse of find_pixels, by which tests measure letters",
}


def defined_in(tree):
    """Functions, classes and constants of a file, and methods.

    What Python and Qt call has names of its own: `__eq__`, `closeEvent`; so has what overrides.
    """
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]
            yield from (name for name in names if not name.startswith("__"))
        elif isinstance(node, Function | ast.ClassDef) and not node.name.startswith("__"):
            yield node.name
            yield from methods_in(node) if isinstance(node, ast.ClassDef) else ()


def methods_in(node):
    return [one.name for one in node.body if isinstance(one, Function) and is_named_by_us(one)]


def loaded_in(tree):
    """Names that a file itself looks up."""
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    return {node.id for node in nodes if isinstance(node.ctx, ast.Load)}


def reached_from(tree, *, is_package):
    """Names of others: attributes, texts such as `module:Name`, imports that are not only handed on."""
    loaded = loaded_in(tree)
    listed = {id(one) for node in tree.body if is_list_of_names(node) for one in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield node.attr
        elif isinstance(node, ast.ImportFrom):
            names = ((one.name, one.asname or one.name) for one in node.names)
            yield from (name for name, here in names if here in loaded or not is_package)
        elif isinstance(node, ast.MatchClass):
            yield from node.kwd_attrs
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in listed:
            yield from re.split(r"[.:/]", node.value) if re.fullmatch(r"[\w.:/]+", node.value) else ()


def is_list_of_names(node):
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


@cache
def list_reached():
    reached = set()
    ours = [path for name, path in all_files().items() if not name.startswith("tests/")]
    for path in (*ours, ROOT / "start.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        reached |= set(reached_from(tree, is_package=path.name == "__init__.py"))
    for document in (path for pattern in DOCUMENTS for path in ROOT.glob(pattern)):
        reached |= set(re.findall(r"\w+", document.read_text(encoding="utf-8")))
    return reached


def unused_in(name):
    tree = read_tree(name)
    return set(defined_in(tree)) - list_reached() - loaded_in(tree)


@pytest.mark.parametrize("name", files())
def test_each_name_is_used(name):
    assert sorted(one for one in unused_in(name) if (name, one) not in ALLOWED) == []


@pytest.mark.parametrize(("name", "one"), ALLOWED)
def test_what_is_allowed_would_be_found(name, one):
    assert one in unused_in(name)


# Classes whose fields are printed by name, or read by scripts.
PRINTED = ("events/types/", "tiktok/profile.py", "tiktok/room.py")
KEPT_ALIVE = {
    ("ui/window.py", "_keeping"): "has slots of its own, and lives as long as the window",
    ("ui/window.py", "_saver"): "has slots of its own, and lives as long as the window",
}


def fields_in(tree):
    """Fields of the classes of a file, and attributes that their methods give themselves."""
    for node in (one for one in ast.walk(tree) if isinstance(one, ast.ClassDef)):
        for one in ast.walk(node):
            if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store):
                yield from [one.attr] if ast.unparse(one.value) == "self" else ()
        yield from (one.target.id for one in node.body if isinstance(one, ast.AnnAssign))


@pytest.mark.parametrize("name", [name for name in files() if not name.startswith(PRINTED)])
def test_each_field_is_read(name):
    written = {one for one in fields_in(read_tree(name)) if (name, one) not in KEPT_ALIVE}
    assert sorted(written - list_reached()) == []


@pytest.mark.parametrize(("name", "one"), KEPT_ALIVE)
def test_what_is_kept_alive_would_be_found(name, one):
    assert one in set(fields_in(read_tree(name))) - list_reached()


def test_a_field_that_is_only_written_is_found():
    tree = ast.parse(
        "class Row:\n    never_read: int = 0\n    def go(self):\n        self.nor_this, self.count = 1, 2"
    )
    assert set(fields_in(tree)) - list_reached() == {"never_read", "nor_this"}
