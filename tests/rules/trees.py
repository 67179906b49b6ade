"""The files of the program and what they define, for the rules."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
ROOMS = ("app", "building", "tests")
GENERATED = ("protocol/im/", "protocol/message_pool.py")
GENERATED_FOR_TESTS = "tests/reference/"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files():
    """Each file of the program by its path below app, without what is generated."""
    found = {path.relative_to(APP).as_posix(): path for path in sorted(APP.rglob("*.py"))}
    return {name: path for name, path in found.items() if not name.startswith(GENERATED)}


@cache
def all_files():
    """Each file of ours by its path: the program, its tests, what builds it; without what is generated."""
    found = {
        path.relative_to(ROOT).as_posix(): path
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
    }
    generated = (*(f"app/{name}" for name in GENERATED), GENERATED_FOR_TESTS)
    return {name: path for name, path in found.items() if not name.startswith(generated)}


@cache
def read_tree(name):
    """What a file of the program says, parsed."""
    return ast.parse(files()[name].read_text(encoding="utf-8"))


def functions_in(path):
    """Every function of a file, also those within others."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def public_in(name):
    """What a file offers to others: its functions and classes, and the methods of these classes."""
    for node in read_tree(name).body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from (
                one for one in node.body if isinstance(one, Function) and not one.name.startswith("_")
            )


def named_functions():
    """Each function of the program, with the path of its file."""
    return [
        (name, node) for name in files() for node in ast.walk(read_tree(name)) if isinstance(node, Function)
    ]


def marks_of(node):
    """What stands above a function with an @."""
    return [ast.unparse(one) for one in node.decorator_list]


def is_override(node):
    """Whether another says what it is called and what for: the base class, or the property that it sets."""
    return any(mark == "override" or mark.endswith(".setter") for mark in marks_of(node))


def is_named_by_us(node):
    """Whether we chose the name: Python calls `__eq__`, Qt `closeEvent`, a base what it declares."""
    return node.name.islower() and not node.name.startswith("__") and not is_override(node)
