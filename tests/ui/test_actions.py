"""The table of actions: each can be done by hand, and the page says what there is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.session import Disconnect, Quit
from app.state.inspector import Inspector
from app.ui.actions import ACTIONS, INSPECTOR, MAIN, MENUS, PANE, find_keys, write_page
from app.ui.look import find_look
from app.ui.panes.inspector.window import InspectorWindow
from app.ui.popouts import PaneWindow
from app.ui.visiting import Visits
from app.ui.window import MainWindow
from app.ui.wishes import ReportProblem
from tests.documents import assert_page
from tests.ui.keepers import Keeper
from tests.ui.rooms import comment, look_again

SMALL_SCREEN_PX = 720
PAGE = Path(__file__).resolve().parents[2] / "docs" / "shortcuts.md"


@pytest.fixture
def window(qtbot, room):
    seen = []
    made = MainWindow(room, on_demo=lambda: seen.append("demo"), keeper=Keeper(), is_whole=False)
    Visits(made, room, made.grants, str)
    made.grants.add(ReportProblem, lambda _: seen.append("report"))  # as the program does it
    made.complete()
    made.seen = seen
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made).__enter__()
    return made


def trigger(window, name):
    window.bindings.actions[name].trigger()


def test_the_page_is_made_from_the_table():
    assert_page(PAGE, write_page())


def test_names_and_keys_of_a_window_are_unique():
    for name in (MAIN, INSPECTOR, PANE):
        rows = [row for row in ACTIONS if row.window == name]
        keys = [(row.pane if row.is_local else "", key) for row in rows for key in row.keys]
        everywhere = {key for pane, key in keys if not pane}
        assert len({row.name for row in rows}) == len(rows)
        assert len(set(keys)) == len(keys)
        assert not [key for pane, key in keys if pane and key in everywhere]


def test_every_action_has_an_owner_that_can_do_it(window, qtbot):
    inspector = InspectorWindow(Inspector())
    qtbot.addWidget(inspector)
    owners = {MAIN: window, INSPECTOR: inspector, PANE: PaneWindow}
    for row in ACTIONS:
        if row.wish is not None:
            assert type(row.wish) in window.grants.wishes
            continue
        owner = window.panes[row.pane] if row.pane else owners[row.window]
        assert callable(getattr(owner, row.slot))


def test_all_that_has_no_keys_stands_in_the_menu():
    assert [row.name for row in ACTIONS if not (row.keys or row.group)] == []


@pytest.mark.parametrize(("name", "wish"), [("stop", Disconnect()), ("close", Quit())])
def test_what_the_session_is_asked_for(window, room, name, wish):
    trigger(window, name)
    assert room.commands[-1] == wish


def test_a_problem_can_be_reported(window):
    window.bindings.tick()
    trigger(window, "report")
    assert window.seen == ["report"]


def test_the_demo_and_the_name(window):
    trigger(window, "demo")
    assert window.seen == ["demo"]
    window.panes["chat"].setFocus()
    trigger(window, "follow")
    assert QApplication.focusWidget() is window.panes["page"].box.box


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_opens_by_hand_and_by_keys_and_holds_what_has_a_group(window, qtbot):
    qtbot.mouseClick(window.panes["header"].menu, Qt.MouseButton.LeftButton)
    menu = next(one for one in window.findChildren(QMenu) if one.isVisible())
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    rows = [row for row in ACTIONS if row.group and row.window == MAIN]
    assert words == list(dict.fromkeys(MENUS[row.menu] if row.menu else row.words for row in rows))
    assert menu.sizeHint().height() <= SMALL_SCREEN_PX
    menu.close()
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert menu.isVisible()
    menu.close()


def test_without_ways_in_nothing_offers_them(qtbot, room):
    window = MainWindow(room)
    qtbot.addWidget(window)
    assert not window.bindings.actions["ways"].isVisible()
    assert window.bindings.actions["inspect"].isVisible()


def test_rows_are_copied_by_keys_and_by_the_context_menu(window, room, qtbot):
    room.go_live()
    room.tell(comment("hello"))
    look_again(window, room)
    chat = window.panes["chat"]
    chat.view.selectAll()
    assert chat.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert window.bindings.actions["copy"] in chat.actions()
    trigger(window, "copy")
    assert "hello" in QApplication.clipboard().text()


def test_sentences_name_the_keys_of_the_table():
    assert find_keys("ways") == "Ctrl+Shift+R"
    assert find_keys("demo") == find_keys("nothing") == ""


def test_text_grows_shrinks_and_is_as_usual(window, room):
    room.go_live()
    look_again(window, room)
    view, sizes = window.panes["chat"].view, []
    for name in ("larger", "larger", "smaller", "usual"):
        trigger(window, name)
        sizes.append(view.text_pixels)
    assert sizes[0] == sizes[2] < sizes[1]
    assert sizes[3] < sizes[0]


def turn(widget, eighths, keys=Qt.KeyboardModifier.ControlModifier):
    """Turn the wheel over a widget."""
    middle = QPointF(widget.rect().center())
    none, phase, inverted = QPoint(), Qt.ScrollPhase.NoScrollPhase, False
    event = QWheelEvent(
        middle, middle, none, QPoint(0, eighths), Qt.MouseButton.NoButton, keys, phase, inverted
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_with_ctrl_zooms_and_scrolls_nothing(window, room, qtbot):
    room.go_live()
    room.tell(*(comment(f"line {number}") for number in range(300)))
    look_again(window, room)
    view = window.panes["chat"].view
    before = view.text_pixels

    def is_larger():
        """It listens only after the first picture."""
        turn(view.viewport(), 120)
        return view.text_pixels > before

    qtbot.waitUntil(is_larger)
    view.follow()
    turn(view.viewport(), 60)
    larger = view.text_pixels
    turn(view.viewport(), 60)  # half a notch and half a notch
    assert before < larger < view.text_pixels
    assert view.is_following
    turn(view.viewport(), 240, Qt.KeyboardModifier.NoModifier)
    assert not view.is_following


@pytest.mark.usefixtures("plain_look")
def test_everything_grows_shrinks_and_is_as_usual_and_that_is_kept(window):
    scales = []
    for name in ("all_larger", "all_larger", "all_smaller", "all_usual"):
        trigger(window, name)
        scales.append((find_look().scale, window._keeper.kept["scale"]))
    assert scales == [(1.1, 1.1), (1.2, 1.2), (1.1, 1.1), (1.0, 1.0)]
    for _ in range(40):
        trigger(window, "all_smaller")
    assert find_look().scale == 0.75
