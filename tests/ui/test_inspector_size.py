"""The inspector on a small screen."""

from PySide6.QtGui import QGuiApplication

from app.ui.look import enlarge_size
from app.ui.panes.inspector.window import SIZE, InspectorWindow


def test_it_opens_no_larger_than_the_screen(qtbot, room):
    window, screen = InspectorWindow(room.inspector), QGuiApplication.primaryScreen().availableSize()
    qtbot.addWidget(window)
    assert screen.expandedTo(enlarge_size(SIZE)) != screen  # else it says nothing
    assert screen.expandedTo(window.size()) == screen
    assert screen.expandedTo(window.minimumSizeHint()) == screen
