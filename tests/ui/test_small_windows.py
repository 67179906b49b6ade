"""Small windows: whatever is shown beside it, the chat stays the larger part."""

import pytest
from PySide6.QtWidgets import QApplication

from app.settings import DEFAULTS
from app.ui.window import MainWindow
from app.ui.wishes import FocusPane, PopOut, ShowPane, UseProfile
from tests.ui.keepers import Keeper
from tests.ui.rooms import battle, look_again


@pytest.fixture
def window(qtbot, room):
    room.go_live()  # else one page stands over all
    window = MainWindow(room, keeper=Keeper())
    window.prefer(DEFAULTS)
    qtbot.addWidget(window)
    window.show()
    window.feed.tick()
    return window


def tell(window, room, event):
    room.tell(event)
    look_again(window, room)


@pytest.mark.parametrize("size", [(560, 480), (640, 480), (800, 600), (1039, 700), (480, 800), (320, 400)])
@pytest.mark.parametrize("name", ["solo", "battle"])
def test_what_is_shown_by_hand_leaves_the_chat_its_width_and_the_most_of_the_height(window, name, size):
    window.grants.grant(UseProfile(name))
    window.resize(*size)
    chat, added = window.panes["chat"], [window.panes["gifts"], window.panes["goals"]]
    window.grab()
    before = chat.width()
    window.grants.grant(ShowPane("gifts"))
    window.grants.grant(ShowPane("goals"))
    window.grab()
    assert all(pane.isVisible() for pane in added)
    assert chat.width() >= 0.9 * before  # there may be a scroll bar
    assert chat.width() >= max(pane.width() for pane in added)
    assert chat.height() >= max(pane.height() for pane in added)


@pytest.mark.parametrize("size", [(320, 400), (320, 416), (500, 480)])
def test_what_came_out_of_a_battle_leaves_a_small_window_to_the_chat(window, room, size):
    window.resize(*size)
    tell(window, room, battle(5, 3))
    chat, pane = window.panes["chat"], window.panes["battle"]
    grown = pane.height()
    tell(window, room, battle(5, 3, "ended"))
    window.grab()
    assert pane.isVisible()
    assert pane.height() < grown
    assert chat.height() > 2 * pane.height()


def test_in_a_window_of_its_own_a_battle_that_is_over_has_all_of_it(window, room):
    window.resize(320, 400)
    tell(window, room, battle(5, 3, "ended"))
    window.grants.grant(PopOut("battle"))
    pane = window.panes["battle"]
    pane.window().resize(300, 400)
    pane.window().grab()
    assert pane.height() > 300


MANY = ("gifts", "goals", "questions", "thanks", "viewers")


@pytest.mark.parametrize("size", [(640, 480), (480, 800), (320, 400)])
def test_where_there_are_more_panes_than_fit_they_scroll_and_the_keyboard_leads_there(
    window, room, qtbot, size
):
    window.resize(*size)
    tell(window, room, battle(5, 3))
    for name in MANY:
        window.grants.grant(ShowPane(name))
    QApplication.sendPostedEvents()
    shown = [pane for pane in window.panes.values() if pane.isVisible()]
    assert len(shown) >= len(MANY) + 2
    heights = {pane.accessibleName(): (pane.height(), pane.minimumSizeHint().height()) for pane in shown}
    assert not {name: pair for name, pair in heights.items() if pair[0] < pair[1]}
    with qtbot.waitActive(window):
        window.activateWindow()
    for name in ("thanks", "chat", "viewers", "battle"):
        window.grants.grant(FocusPane(window.arranger.movable.index(name) + 1))
        QApplication.sendPostedEvents()
        pane = window.panes[name]
        assert not pane.visibleRegion().isEmpty(), name
        assert pane.visibleRegion().boundingRect().height() >= 90
