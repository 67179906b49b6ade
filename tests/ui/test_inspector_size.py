"""The inspector on a small screen."""

import pytest
from PySide6.QtGui import QGuiApplication

from app.protocol.message import Message
from app.ui.look import enlarge_size
from app.ui.panes.inspector.window import SIZE, WORDS_COLUMN, InspectorWindow
from tests.ui.geometry import settle
from tests.ui.rooms import comment


def test_it_opens_no_larger_than_the_screen(qtbot, room):
    window, screen = InspectorWindow(room.inspector), QGuiApplication.primaryScreen().availableSize()
    qtbot.addWidget(window)
    assert screen.expandedTo(enlarge_size(SIZE)) != screen  # else it says nothing
    assert screen.expandedTo(window.size()) == screen
    assert screen.expandedTo(window.minimumSizeHint()) == screen


@pytest.mark.parametrize(("width", "columns"), [(1280, 5), (480, 3), (360, 3)])
def test_what_happened_has_most_of_a_small_window(qtbot, room, width, columns):
    window = InspectorWindow(room.inspector)
    qtbot.addWidget(window)
    window.show()
    room.inspector.take(Message("WebcastChatMessage", b"\x1a\x05hello"))
    room.tell(comment("hello"))
    window.tick()
    window.resize(width, 640)
    settle(window)
    table = window.table
    assert sum(not table.isColumnHidden(at) for at in range(window.model.columnCount())) == columns
    assert table.columnWidth(WORDS_COLUMN) >= 0.3 * table.viewport().width()
    assert not table.horizontalScrollBar().isVisible()
