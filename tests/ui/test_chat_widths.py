"""A layout that is used again in a column of another width is the one that would be made for it."""

from dataclasses import replace

import pytest

from app.events import User
from app.state import ChatRow
from app.ui.panes.chat.fonts import ChatFonts
from app.ui.panes.chat.layout import ChatLayouts

WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
TEXTS = (
    "",
    "hi",
    WORDS[:40],
    WORDS,
    "unbroken" * 9,
    "مرحبا بالجميع hello",
    "こんばんは！" * 6,
    "🎉🎉 " * 7,
    "a\u0300\u0316" * 20,
)
NAMES = ("", "Ana", "Somebody with a very long name indeed", "ליאור 🎀", "ゆうき 🍀")
WIDTHS = (200, 260, 333, 334, 480, 720, 1_200)


@pytest.fixture(scope="module")
def fonts(qapp):
    return ChatFonts(15)


def describe(layout):
    """All of it but objects that are the same in their values only."""
    lines = [layout.text.lineAt(at) for at in range(layout.text.lineCount())]
    parts = [(line.textStart(), line.textLength(), line.x(), line.y()) for line in lines]
    name = layout.name.text.text() if layout.name else ""
    return replace(layout, text=None, name=None, widths=range(1)), layout.text.text(), parts, name


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("widths", [WIDTHS, WIDTHS[::-1]])
def test_a_layout_used_again_is_as_one_made_anew(fonts, text, name, widths):
    row = ChatRow(0, "comment", User(id=7, nickname=name), text, seq=1)
    again = ChatLayouts(fonts)
    for width in widths:
        assert describe(again.find_layout(row, width)) == describe(ChatLayouts(fonts).find_layout(row, width))


def test_what_has_room_is_laid_out_once(fonts):
    row, layouts = ChatRow(0, "comment", User(id=7, nickname="Ana"), "hi", seq=1), ChatLayouts(fonts)
    assert len({id(layouts.find_layout(row, width)) for width in WIDTHS}) == 1
