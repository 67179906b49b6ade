"""A nested Qt loop reached from a coroutine ends every other task for good, so the code holds none."""

import ast
from pathlib import Path

import app

METHODS = {"exec", "exec_", "processEvents", "asyncSlot", "asyncClose"}
NAMES = METHODS - {"exec"}  # a bare exec is Python's own
ROOT = Path(app.__file__).parent
# Programs of their own, without coroutines, that the window is measured beside.
BESIDE = {ROOT / "bench" / "ui" / name for name in ("bare.py", "text_box.py")}
FILES = sorted(set(ROOT.rglob("*.py")) - BESIDE)


def nested_loops(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            yield node.attr
        elif isinstance(node, ast.Name) and node.id in NAMES:
            yield node.id


def test_the_search_finds_what_it_looks_for():
    assert set(nested_loops("dialog.exec()\n@asyncSlot()\nasync def f(): ...")) == {"asyncSlot", "exec"}


def test_no_nested_loop_anywhere_in_the_program():
    found = {str(path): names for path in FILES if (names := list(nested_loops(path.read_text("utf-8"))))}
    assert not found
