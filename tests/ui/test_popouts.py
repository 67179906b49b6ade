"""Panes in windows of their own, and windows that come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from app.ui.layout.places import Places, read_places, write_places
from app.ui.layout.screens import Rect, fit_to_screens
from app.ui.look import change_look
from app.ui.window import MainWindow
from app.ui.wishes import PopOut, ShowPane, UseProfile
from tests.ui.keepers import Keeper, open_window
from tests.ui.rooms import battle, comment, gift, look_again
from tests.ui.test_layout import JSON

FIRST, SECOND, LEFT = Rect(0, 0, 1920, 1040), Rect(1920, 0, 1280, 984), Rect(-1280, -200, 1280, 1024)
SIDES = st.integers(-5_000, 5_000)
RECTS = st.builds(Rect, SIDES, SIDES, st.integers(1, 5_000), st.integers(1, 5_000))


@pytest.mark.parametrize(
    ("rect", "screens", "fitting"),
    [
        (Rect(100, 100, 800, 600), [FIRST], Rect(100, 100, 800, 600)),
        pytest.param(Rect(2_000, 10, 800, 600), [FIRST, SECOND], Rect(2_000, 10, 800, 600), id="second"),
        pytest.param(Rect(2_000, 10, 800, 600), [FIRST], Rect(1_120, 10, 800, 600), id="second is gone"),
        pytest.param(Rect(-1_200, -150, 400, 300), [FIRST, LEFT], Rect(-1_200, -150, 400, 300), id="left"),
        pytest.param(Rect(-1_200, -150, 400, 300), [FIRST], Rect(0, 0, 400, 300), id="left is gone"),
        pytest.param(Rect(-8, -31, 1_936, 1_079), [FIRST], FIRST, id="with a larger frame"),
        pytest.param(Rect(1_800, 500, 400, 300), [FIRST, SECOND], Rect(1_920, 500, 400, 300), id="astride"),
        (Rect(5, 5, 5, 5), [], Rect(5, 5, 5, 5)),
    ],
)
def test_a_window_comes_back_on_a_screen_that_there_is(rect, screens, fitting):
    assert fit_to_screens(rect, screens) == fitting


@given(RECTS, st.lists(RECTS, min_size=1, max_size=4))
def test_it_lies_on_one_screen_as_large_as_that_lets_it_be_and_stays_there(rect, screens):
    fitting = fit_to_screens(rect, screens)
    holding = [one for one in screens if holds(one, fitting)]
    assert any(
        (fitting.width, fitting.height) == (min(rect.width, one.width), min(rect.height, one.height))
        for one in holding
    )
    if any(holds(one, rect) for one in screens):
        assert fitting == rect


def holds(screen, rect):
    return (
        screen.x <= rect.x
        and screen.y <= rect.y
        and rect.x + rect.width <= screen.x + screen.width
        and rect.y + rect.height <= screen.y + screen.height
    )


@given(JSON)
def test_odd_places_are_passed_over(odd):
    good = {"version": 1, "windows": {"main": [1, 2, 30, 40]}, "maximized": ["main"], "out": ["chat"]}
    for kept in (odd, {"version": 1, "windows": odd, "maximized": odd, "out": odd}):
        read = read_places(kept)
        assert read_places(write_places(read)) == read
    assert read_places(good | {"windows": {"main": [1, 2, 30, 40], "x": odd}}).rects["main"] == Rect(
        1, 2, 30, 40
    )
    assert read_places(good) == Places({"main": Rect(1, 2, 30, 40)}, frozenset({"main"}), ("chat",))


@pytest.fixture
def make(qtbot, room):
    return lambda kept=None: open_window(qtbot, room, kept, (760, 560))


@pytest.fixture
def window(make):
    return make()


def pop(window, name):
    window.grants.grant(PopOut(name))
    return window.popouts.windows[name]


def test_a_pane_in_a_window_of_its_own_goes_on_being_fed(window, room):
    room.go_live()
    look_again(window, room)
    own = pop(window, "chat")
    assert own.windowTitle() == "Chat · @mira"
    window.showMinimized()
    room.tell(comment("hello"))
    look_again(window, room)
    assert window.panes["chat"].model.rowCount() == 1
    own.showMinimized()
    room.tell(comment("again"))
    look_again(window, room)
    assert window.panes["chat"].model.rowCount() == 1
    own.showNormal()
    look_again(window, room)
    assert window.panes["chat"].model.rowCount() == 2


def test_the_others_take_its_place_until_it_comes_back(window, room):
    room.go_live()
    look_again(window, room)
    columns = window.board.splits["columns"]
    before = columns.sizes()
    own = pop(window, "chat")
    assert columns.indexOf(window.panes["chat"]) == -1
    own.close()
    assert columns.sizes() == before
    assert columns.indexOf(window.panes["chat"]) == 0
    assert window.panes["chat"].isVisible()
    assert window.popouts.windows == {}


def test_it_is_hidden_while_another_profile_is_used_and_comes_back_where_that_has_it(window, room):
    room.go_live()
    look_again(window, room)
    own = pop(window, "leaders")
    window.grants.grant(UseProfile("compact"))
    assert window.panes["leaders"].isVisible()
    own.close()
    assert not window.panes["leaders"].isVisible()
    window.grants.grant(UseProfile("solo"))
    window.resize(1280, 700)
    assert window.panes["leaders"].isVisible()


def test_it_looks_as_a_pane_that_was_never_moved(window, room):
    room.go_live()
    room.tell(*(comment(f"line {number}") for number in range(40)), gift(3))
    look_again(window, room)
    window.setFocus()
    for name in ("leaders", "chat", "battle"):
        before = picture(window)
        own = pop(window, name)
        own.grab()
        own.close()
        window.setFocus()
        assert picture(window) == before


def picture(window):
    for _ in range(3):  # a layout that was asked for may ask for another one
        QApplication.sendPostedEvents()
        window.grab()
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_battle_comes_in_its_own_window(window, room):
    pop(window, "battle")
    window.showMinimized()
    room.go_live()
    room.tell(battle(1_240, 1_000))
    look_again(window, room)
    assert window.panes["battle"].board.hero.gap.text() == "+240"


@pytest.mark.parametrize("key", [Qt.Key.Key_W, Qt.Key.Key_N])
def test_the_pane_with_the_keyboard_goes_out_and_comes_back_by_keys(window, qtbot, key):
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert [*window.popouts.windows] == ["chat"]
    own = window.popouts.windows["chat"]
    with qtbot.waitActive(own):
        pass
    qtbot.keyClick(own, key, Qt.KeyboardModifier.ControlModifier)
    assert window.popouts.windows == {}


def test_keys_hold_in_a_window_of_its_own(window, room, qtbot):
    room.go_live()
    room.tell(*(comment(f"line {number}") for number in range(300)))
    look_again(window, room)
    own, view = pop(window, "chat"), window.panes["chat"].view
    with qtbot.waitActive(own):
        pass
    before = view.text_pixels
    qtbot.keyClick(own, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert view.text_pixels > before
    view.scroll_rows(-100)
    qtbot.keyClick(own, Qt.Key.Key_Escape)
    assert view.is_following
    qtbot.keyClick(own, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.arranger.profile == "compact"


def test_the_context_menu_of_each_pane_has_both(window):
    for name in window.arranger.movable:
        pane = window.panes[name]
        assert pane.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
        out, hide = [
            one
            for one in pane.actions()
            if one.text() in {"This pane in a window of its own", "Hide this pane"}
        ]
        out.trigger()
        assert name in window.popouts.windows
        assert out.isChecked()
        hide.trigger()
        assert name not in window.popouts.windows
        assert not out.isChecked()
        assert not pane.isVisible()
        window.grants.grant(ShowPane(name))


def test_windows_come_back_where_they_were(make, window):
    own = pop(window, "leaders")
    own.setGeometry(40, 50, 300, 260)
    window.setGeometry(10, 20, 700, 500)
    window.close()
    later = make(window.keeper.kept)
    assert later.geometry().getRect() == (10, 20, 700, 500)
    assert later.popouts.windows["leaders"].geometry().getRect() == (40, 50, 300, 260)
    later.popouts.windows["leaders"].close()
    later.close()
    last = make(later.keeper.kept)
    assert last.popouts.windows == {}
    assert pop(last, "leaders").geometry().getRect() == (40, 50, 300, 260)


def test_windows_of_a_screen_that_is_gone_come_to_one_that_there_is(make, qtbot):
    kept = {
        "version": 1,
        "windows": {"main": [9_000, 20, 700, 500], "chat": [0, -900, 300, 300]},
        "out": ["chat"],
    }
    window = make({"windows": kept})
    screen = QGuiApplication.primaryScreen().availableGeometry()
    for one in (window, window.popouts.windows["chat"]):
        qtbot.waitUntil(lambda one=one: screen.contains(one.frameGeometry()))


def test_without_places_only_sizes_come_back(make, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    window = make({"windows": {"version": 1, "windows": {"main": [50, 60, 700, 500]}}})
    assert (window.x(), window.y(), window.width(), window.height()) == (0, 0, 700, 500)


def test_a_window_that_filled_its_screen_does_again(make, window):
    window.showMaximized()
    window.close()
    later = make(window.keeper.kept)
    assert later.isMaximized()


def test_a_window_that_was_not_restored_leaves_no_trace(qtbot, room):
    keeper = Keeper()
    window = MainWindow(room, keeper=keeper)
    qtbot.addWidget(window, before_close_func=MainWindow.finish)
    window.show()
    window.close()
    assert keeper.kept == {}


def test_where_a_window_stands_is_kept_when_it_has_come_to_rest(window, qtbot):
    window.move(30, 40)
    qtbot.waitUntil(lambda: "windows" in window.keeper.kept)
    assert window.keeper.kept["windows"]["windows"]["main"][:2] == [30, 40]


@pytest.mark.usefixtures("plain_look")
def test_another_look_reaches_every_window(window):
    own = pop(window, "leaders")
    before = own.minimumSize()
    change_look(theme="light", scale=1.5)
    assert own.minimumSize() == before * 1.5
    assert own.styleSheet() == window.styleSheet()
