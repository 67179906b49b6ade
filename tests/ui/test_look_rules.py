"""Nothing outside app/ui/look keeps a colour, a font or a size of text that was made at import."""

import ast
import re
from pathlib import Path

import pytest

import app.ui
from app.ui.look import THEMES

ROOM = Path(app.ui.__file__).parent
FILES = sorted(path for path in ROOM.rglob("*.py") if path.parent != ROOM / "look")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}\b")
# What makes a colour, a font or a measure, and what asks for the look of now.
MAKERS = {
    "QColor",
    "QPen",
    "QBrush",
    "QFont",
    "QPalette",
    "QPixmap",
    "QIcon",
    "QFontMetrics",
    "QFontMetricsF",
    "mkPen",
    "mkBrush",
    "make_font",
    "make_sheet",
    "draw_icon",
    "make_app_icon",
    "find_look",
    "enlarge",
    "enlarge_size",
    "name_colour",
    "set_gaps",
    "Sizes",
}
WRITERS = {"make_font", "setPixelSize", "setPointSize", "resize_text", "resize_to"}


def at_import(node):
    """Everything that runs when the file is imported: bodies of functions do not, their defaults do."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            parts = [*child.args.defaults, *child.args.kw_defaults, *getattr(child, "decorator_list", ())]
            for part in filter(None, parts):
                yield part
                yield from at_import(part)
        else:
            yield child
            yield from at_import(child)


def find_name(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def faults(source):
    tree = ast.parse(source)
    found = []
    for node in at_import(tree):
        if isinstance(node, ast.Call) and find_name(node) in MAKERS:
            found.append(f"{node.lineno}: {find_name(node)}")
        if isinstance(node, ast.Attribute) and (node.attr == "GlobalColor" or node.attr in roles()):
            found.append(f"{node.lineno}: {node.attr}")
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and COLOUR.fullmatch(node.value.strip())
        ):
            found.append(f"{node.lineno}: {node.value}")
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.search(r"=['\"]#[0-9a-fA-F]{3}", node.value)
        ):
            found.append(f"{node.lineno}: {node.value}")
        if isinstance(node, ast.Call) and find_name(node) in WRITERS and node.args:
            found += [
                f"{node.lineno}: {ast.unparse(part)}" for part in ast.walk(node.args[0]) if is_size(part)
            ]
    return found


def roles():
    return type(next(iter(THEMES.values()))).__slots__


def is_size(part):
    """A number of pixels that is written down, or a constant of the file that holds some."""
    if isinstance(part, ast.Constant):
        return isinstance(part.value, int) and part.value > 1
    return isinstance(part, ast.Name) and part.id.endswith("_PX")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOM)))
def test_colours_and_sizes_of_text_come_from_the_look_of_now(path):
    assert not faults(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        'INK = "#0b0c0e"',
        "INK = QColor(1, 2, 3)",
        "class A:\n    pen = QPen()",
        "INK = Qt.GlobalColor.white",
        "def f(colour=find_look().colours.text): ...",
        "GREY = DARK.muted",
        "SIZE = find_look().sizes.body",
        "label.resize_text(18)",
        "make_font(round(BODY_PX * 2))",
        'def f():\n    return "#fff"',
        "LOOK = {1: lambda colour=QColor('red'): colour}",
        "ICON = \"<path stroke='#000'/>\"",
    ],
)
def test_each_way_to_keep_one_is_found(source):
    assert faults(source)


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    return QColor(find_look().colours.text)",
        "QUIET = 'muted'",
        "NOTE = 'attempt #3'",
        "def f():\n    make_font(find_look().sizes.body)",
        "label.resize_text(round(pixels * GAP_SIZE))",
    ],
)
def test_what_asks_when_it_paints_is_no_fault(source):
    assert not faults(source)
