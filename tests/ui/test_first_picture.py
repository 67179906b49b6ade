"""The first picture comes before most panes are made, and shows what it would show with all of them."""

import subprocess
import sys

import pytest

from app.settings import DEFAULTS
from app.ui.panes.table import PANES
from app.ui.window import MainWindow
from app.ui.wishes import OpenMenu
from tests.ui.rooms import comment

FIRST = [row.name for row in PANES if row.is_first]
ALL = [row.name for row in PANES]


@pytest.fixture
def open_window(qtbot, room):
    def make(*, is_whole):
        window = MainWindow(room, is_whole=is_whole)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        return window

    return make


def show_all_of(window):
    window.complete()
    window.show()
    window.feed.begin_anew()


def test_it_is_the_picture_of_a_whole_window(open_window):
    early, whole = open_window(is_whole=False), open_window(is_whole=True)
    assert [*early.panes] == FIRST
    assert [*whole.panes] == ALL
    assert early.grab().toImage() == whole.grab().toImage()


def test_the_others_come_by_themselves(open_window, qtbot):
    window = open_window(is_whole=False)
    window.show()
    qtbot.waitUntil(lambda: [*window.panes] == ALL)
    assert window.bindings.actions


def test_what_comes_before_them_is_shown_by_them(open_window, room):
    early, whole = open_window(is_whole=False), open_window(is_whole=True)
    for window in (early, whole):
        window.prefer(DEFAULTS)
    room.go_live()
    for at in range(20):
        room.tell(comment(f"hello {at}"))
    for window in (early, whole):
        show_all_of(window)
    assert early.panes["chat"].model.rowCount() == whole.panes["chat"].model.rowCount() > 0
    assert early.grab().toImage() == whole.grab().toImage()


def test_who_asks_for_the_menu_before_them_gets_it_whole(open_window):
    window = open_window(is_whole=False)
    window.show()
    window.grants.grant(OpenMenu(0, 0))
    assert [*window.panes] == ALL


def run_script(script):
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.strip()


def test_nothing_of_other_panes_is_imported_for_it():
    others = tuple(row.path.partition(":")[0].removesuffix("pane") for row in PANES if not row.is_first)
    script = f"""
import sys, app.desktop.before_qt
app.desktop.before_qt.import_ahead()
import app.ui.window
print([one for one in sys.modules if one.startswith({others})])"""
    assert run_script(script) == "[]"


def test_no_source_is_read_after_qt_came():
    script = """
import sys, app.desktop.before_qt, linecache
app.desktop.before_qt.import_ahead()
before = set(linecache.cache)
import app.ui.window
print(sorted(set(linecache.cache) - before))"""
    assert run_script(script) == "[]"
