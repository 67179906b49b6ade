import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QImage

from app.errors import UsageError
from app.events import Connecting, Disconnected
from app.session import Connect, Disconnect, Quit
from app.ui.picture import save_picture
from app.ui.window import MainWindow
from tests.ui.rooms import battle, comment, gift


@pytest.fixture
def window(qtbot, room):
    asked = []
    window = MainWindow(room, on_demo=lambda: asked.append("demo"))
    window.asked = asked
    qtbot.addWidget(window)
    window.show()
    return window


def look_again(window, room):
    room.at += 1_000
    window.feed.tick()


def test_it_opens_on_a_welcome(window):
    assert window.windowTitle() == "Sidestage"
    assert window.chat.empty.isVisible()
    assert window.connect_bar.box.hasFocus() or window.focusWidget() is window.connect_bar.box


def test_the_demo_is_one_click_away(window, qtbot):
    qtbot.mouseClick(window.chat.empty.button, Qt.MouseButton.LeftButton)
    assert window.asked == ["demo"]


def test_enter_connects_and_the_button_cancels(window, room, qtbot):
    qtbot.keyClicks(window.connect_bar.box, "@mira")
    qtbot.keyClick(window.connect_bar.box, Qt.Key.Key_Return)
    room.tell(Connecting(unique_id="mira"))
    look_again(window, room)
    qtbot.mouseClick(window.connect_bar.button, Qt.MouseButton.LeftButton)
    assert room.commands == [Connect("@mira"), Disconnect()]


def test_all_panes_fill(window, room):
    room.go_live()
    room.tell(comment("hello"), gift(37), battle(1_240, 1_000))
    look_again(window, room)
    assert window.windowTitle().startswith("🟢 LIVE @mira")
    assert window.chat.model.rowCount() == 1
    assert window.leaders.model.rowCount() == window.latest.model.rowCount() == 1
    assert window.battle.duel.gap.text() == "+240"


def test_a_refusal_is_said_with_what_to_do(window, room):
    room.tell(
        Disconnected(reason="@x is not a TikTok name.", code="no_such_user", hint="Check the spelling.")
    )
    look_again(window, room)
    assert (window.connect_bar.line.text(), window.connect_bar.next.text()) == (
        "@x is not a TikTok name.", "Check the spelling.",
    )  # fmt: skip


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
