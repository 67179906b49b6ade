"""The window as a whole: what it opens on, who follows, what is said at the end."""

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QImage

from app.errors import UsageError
from app.events import Connecting, Disconnected, Reconnecting
from app.session import Connect, Disconnect, Leave, Quit
from app.settings import DEFAULTS
from app.ui.picture import save_picture
from app.ui.window import MainWindow
from app.ui.wishes import Prefer
from tests.ui.keepers import Keeper
from tests.ui.rooms import battle, comment, gift, look_again


@pytest.fixture
def window(qtbot, room):
    asked = []
    window = MainWindow(room, on_demo=lambda: asked.append("demo"))
    window.asked = asked
    qtbot.addWidget(window)
    window.show()
    return window


def test_it_opens_on_a_welcome(window):
    assert window.windowTitle() == "Sidestage"
    assert window.panes["page"].isVisible()
    assert not window.panes["chat"].isVisible()
    assert window.focusWidget() is window.panes["page"].box.box


def test_the_graph_is_loaded_before_the_stream_begins(window, qtbot):
    assert not window.panes["viewers"].isVisible()
    qtbot.waitUntil(lambda: window.panes["viewers"].graph is not None)


def test_the_demo_is_one_click_away(window, qtbot):
    qtbot.mouseClick(window.panes["page"].buttons["demo"], Qt.MouseButton.LeftButton)
    assert window.asked == ["demo"]


def test_enter_connects_and_the_button_cancels(window, room, qtbot):
    page = window.panes["page"]
    qtbot.keyClicks(page.box.box, "@mira")
    qtbot.keyClick(page.box.box, Qt.Key.Key_Return)
    room.tell(Connecting(unique_id="mira"))
    look_again(window, room)
    assert window.focusWidget() is page.buttons["cancel"]
    qtbot.keyClick(page.buttons["cancel"], Qt.Key.Key_Space)
    assert room.commands == [Connect("@mira"), Disconnect()]


def test_all_panes_fill(window, room):
    window.resize(1280, 800)
    room.go_live()
    room.tell(comment("hello"), gift(37), battle(1_240, 1_000))
    look_again(window, room)
    assert window.windowTitle().startswith("🟢 LIVE @mira")
    assert window.panes["chat"].model.rowCount() == 1
    assert window.panes["leaders"].model.rowCount() == window.panes["gifts"].model.rowCount() == 1
    assert window.panes["battle"].board.hero.gap.text() == "+240"


def test_a_refusal_is_said_with_what_to_do(window, room):
    room.tell(
        Disconnected(reason="@x is not a TikTok name.", code="no_such_user", hint="Check the spelling.")
    )
    look_again(window, room)
    assert (window.panes["page"].title.text(), window.panes["page"].words.text()) == (
        "@x is not a TikTok name.",
        "Check the spelling.",
    )


def test_closing_asks_to_quit_once_and_stops_looking(window, room):
    window.close()
    assert room.commands == [Quit()]
    assert not [timer for timer in window.feed.findChildren(QTimer) if timer.isActive()]


def test_it_is_no_larger_than_the_screen(window):
    free = window.screen().availableGeometry()
    assert window.width() <= free.width()
    assert window.height() <= free.height()


@pytest.mark.parametrize("size", [(800, 600), (1920, 1080)])
def test_it_can_be_narrow_and_wide(window, room, size):
    room.go_live()
    room.tell(comment("word " * 60), battle(10**12, 10**12 - 1))
    window.resize(*size)
    look_again(window, room)
    assert (window.width(), window.height()) == size


def test_a_picture_is_saved(window, tmp_path):
    save_picture(window, tmp_path / "window.png")
    assert QImage(str(tmp_path / "window.png")).size() == window.size() * window.devicePixelRatioF()


def test_the_only_timer_is_the_feeds(window):
    running = [
        timer for timer in window.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()
    ]
    assert [timer.parent() for timer in running] == [window.feed]


def test_a_window_that_is_gone_is_gone(qtbot, room):
    window = MainWindow(room)
    gone = []
    window.destroyed.connect(lambda: gone.append(True))
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone == [True]


def test_a_picture_that_cannot_be_written_is_told(window, tmp_path):
    with pytest.raises(UsageError):
        save_picture(window, tmp_path / "no" / "window.png")


def drag(splitter, by):
    """Move the first handle as a hand does."""
    splitter.moveSplitter(splitter.handle(1).pos().y() + by, 1)


def test_panes_that_were_arranged_by_hand_stay_so_when_the_window_was_narrow(window, room):
    window.resize(1280, 800)
    for splitter in (window.board.splits["middle"], window.board.splits["right"]):
        drag(splitter, 90)
    by_hand = [splitter.sizes() for splitter in (window.board.splits["middle"], window.board.splits["right"])]
    window.resize(800, 800)
    window.resize(1280, 800)
    look_again(window, room)
    for splitter, sizes in zip(
        (window.board.splits["middle"], window.board.splits["right"]), by_hand, strict=True
    ):
        assert splitter.sizes() == pytest.approx(sizes, abs=2)


def test_a_name_is_typed_while_another_is_waited_for(window, room, qtbot):
    room.tell(Reconnecting(reason="@mira is not live.", code="offline", delay_s=60.0))
    look_again(window, room)
    window.ask_name()
    box = window.panes["header"].box.box
    assert window.focusWidget() is box
    qtbot.keyClicks(box, "bo two")
    look_again(window, room)
    assert room.commands == []
    assert (window.focusWidget(), box.text()) == (box, "bo two")


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_a_page_key_in_the_name_s_box_scrolls_the_chat(window, room, qtbot, key):
    room.go_live()
    room.tell(*(comment(f"line {number}") for number in range(300)))
    look_again(window, room)
    window.panes["chat"].view.scroll_rows(-100)
    before = window.panes["chat"].view.rowAt(0)
    window.ask_name()
    qtbot.keyClick(window.panes["header"].box.box, key)
    assert (window.panes["chat"].view.rowAt(0) < before) == (key == Qt.Key.Key_PageUp)


def end_after(window, room, *events):
    room.state.target = "@mira"
    room.go_live()
    room.tell(*events, Disconnected(ended=True, reason="The stream ended."))
    look_again(window, room)


def test_after_the_end_there_are_ways_on(window, room, qtbot):
    end_after(window, room, comment("hello"))
    page = window.panes["page"]
    for name in ("again", "demo", "start"):
        qtbot.mouseClick(page.buttons[name], Qt.MouseButton.LeftButton)
    assert room.commands == [Connect("@mira"), Leave()]
    assert window.asked == ["demo"]


def test_after_the_end_all_that_came_can_be_looked_at(window, room, qtbot):
    end_after(window, room, comment("hello"))
    qtbot.mouseClick(window.panes["page"].buttons["rows"], Qt.MouseButton.LeftButton)
    look_again(window, room)
    assert window.panes["chat"].isVisible()
    assert window.panes["chat"].model.rowCount() > 0
    assert "The stream ended." in window.panes["header"].name.line.text()
    back = window.panes["header"].deeds[1]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.panes["page"].isVisible()
    assert window.focusWidget() is not None


def test_while_a_lost_connection_is_made_again_the_rows_stay_in_sight(window, room, qtbot):
    room.state.target = "@mira"
    room.go_live()
    room.tell(comment("hello"), Reconnecting(reason="The connection was lost.", delay_s=12.0))
    look_again(window, room)
    header = window.panes["header"]
    assert window.panes["chat"].isVisible()
    assert "The connection was lost." in header.name.line.text()
    for button in header.deeds:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert room.commands == [Connect("@mira"), Disconnect()]


def test_the_window_has_the_keyboard_when_the_page_goes_and_the_page_when_it_comes(window, room):
    room.tell(Connecting(unique_id="mira"))
    look_again(window, room)
    room.go_live()
    look_again(window, room)
    assert window.focusWidget() in {None, window}
    room.tell(comment("hello"))
    window.panes["chat"].view.setFocus()
    end_after(window, room)
    assert window.focusWidget() is window.panes["page"].buttons["again"]


def test_panes_are_given_what_is_chosen_now_and_wishes_are_kept(qtbot, room):
    keeper = Keeper()
    window = MainWindow(room, keeper=keeper)
    qtbot.addWidget(window)
    given = []
    window.panes["chat"].prefer = given.append
    window.prefer(replace(DEFAULTS, theme="light"))
    window.panes["chat"].wish.emit(Prefer({"theme": "light"}))
    assert given[0].theme == "light"
    assert keeper.kept == {"theme": "light"}


def test_a_choice_that_cannot_be_kept_is_said(qtbot, room):
    window = MainWindow(room, keeper=Keeper(closed=True))
    qtbot.addWidget(window)
    room.go_live()
    window.panes["chat"].wish.emit(Prefer({"theme": "light"}))
    window.feed.tick()
    assert room.state.connection.status.notice == "The keyring is closed."
