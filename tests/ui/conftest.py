"""Rooms for the window tests: a state filled by events, and a clock that stands where it is put."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.ui.look import TEXT_FONT, change_look, dress, find_look, make_font
from app.ui.pictures import Pictures
from app.ui.window import MainWindow
from app.words.discretion import be_discreet
from tests.ui.keepers import show_window
from tests.ui.rooms import Room
from tests.ui.shelves import Shelf


def pytest_collection_modifyitems(items):
    """The offscreen platform says what it has no use for: size hints, an order of windows, a tray."""
    useless = (
        "propagateSizeHints",
        "does not support raise",
        "grabbing the keyboard",
        "systemTrayWindowChanged",
    )
    quiet = pytest.mark.qt_log_ignore(*useless, extend=True)
    for item in items:
        item.add_marker(quiet)


@pytest.fixture(scope="session")
def qapp_args():
    return ["sidestage"]


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp):
    """Fonts and colours as in the program."""
    dress(qapp)


@pytest.fixture(autouse=True)
def openly():
    """No test hides figures from the next one, nor does one of another folder."""
    be_discreet(is_on=False)
    yield
    be_discreet(is_on=False)


# Narrow, as it is, and wide: which fonts are installed differs from machine to machine.
STRETCHES = (80, 100, 110)


@pytest.fixture(params=STRETCHES, ids="letters {} % wide".format)
def lettering(request, monkeypatch, qapp):
    """A text font of another width."""
    before = qapp.font()
    monkeypatch.setattr(TEXT_FONT, "stretch", request.param)
    qapp.setFont(make_font(find_look().sizes.body))
    yield request.param
    qapp.setFont(before)


@pytest.fixture
def plain_look():
    """Dark at scale 1 again, whatever the test chooses."""
    yield
    change_look(theme="dark", scale=1.0)


@pytest.fixture
def room():
    return Room()


@pytest.fixture
def window(qtbot, room):
    """A window that nobody keeps the choices of."""
    return show_window(qtbot, MainWindow(room))


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def pictures(shelf, qapp):
    made = Pictures(shelf, patience_s=0.0)
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _delete_windows(qapp):
    """Windows of a test go with it: those that stay are dressed anew by every later change of look."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
