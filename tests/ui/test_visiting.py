"""Links from outside: it is clear who is followed before anybody is, and what is no link gets a sentence."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from app.desktop.rooms import find_linked_name
from app.session import Connect
from app.ui.visiting import Visits
from app.ui.window import MainWindow
from app.ui.wishes import FollowLink
from app.words.discretion import be_discreet

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, room):
    window = MainWindow(room, is_whole=False)
    Visits(window, room, window.grants, find_linked_name)
    window.complete()
    qtbot.addWidget(window)
    window.show()
    return window


def drop(window, *, text="", url=""):
    """Drop something on the window; whether it is taken."""
    data = QMimeData()
    data.setText(text)
    if url:
        data.setUrls([QUrl(url)])
    at, none = QPoint(200, 200), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, COPY, data, LEFT, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(at.toPointF(), COPY, data, LEFT, none))
    return enter.isAccepted()


def find_box(window):
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


@pytest.mark.parametrize("link", ["@mira", "sidestage://@mira", "https://www.tiktok.com/@mira/live?x=1"])
def test_a_link_that_is_dropped_is_followed(window, room, link):
    assert drop(window, text=link)
    assert drop(window, url=link) or "://" not in link
    assert {*room.commands} == {Connect("@mira")}


def test_a_link_that_is_pasted_is_followed(window, room, qtbot):
    QGuiApplication.clipboard().setText("look: https://www.tiktok.com/@mira/live !")
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert room.commands == [Connect("@mira")]


def test_a_field_takes_what_is_pasted_into_it(window, room, qtbot):
    QGuiApplication.clipboard().setText("@mira")
    window.ask_name()
    box = QApplication.focusWidget()
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (box.text(), room.commands) == ("@mira", [])


@pytest.mark.parametrize("words", ["hunter2", "sidestage://@a b", "https://evil.example/@mira", "x" * 10_000])
def test_what_is_no_link_gets_a_sentence(window, room, words):
    assert drop(window, text=words)
    status = room.state.connection.status
    assert room.commands == []
    assert status.notice
    assert status.notice_hint
    assert "hunter2" not in status.notice


def test_files_are_not_taken(window, room):
    assert not drop(window, url="file:///etc/passwd")
    assert room.commands == []


def test_a_room_on_air_is_left_after_a_question(window, room, qtbot):
    room.go_live()
    window.grants.grant(FollowLink("sidestage://@anna"))
    box = find_box(window)
    assert "@anna" in box.text()
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.defaultButton().text() == "Stay here"
    assert room.commands == []
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (find_box(window), room.commands) == (None, [])
    window.grants.grant(FollowLink("@anna"))
    box = find_box(window)
    next(one for one in box.buttons() if one is not box.defaultButton()).click()
    assert room.commands == [Connect("@anna")]


def test_the_last_link_is_asked_for_and_no_other(window, room):
    room.go_live()
    for link in ("@anna", "@boris"):
        window.grants.grant(FollowLink(link))
    (box,) = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert "@boris" in box.text()
    box.reject()


def test_whoever_is_followed_already_needs_no_question(window, room):
    room.go_live()
    window.grants.grant(FollowLink("sidestage://@mira"))
    assert (find_box(window), room.commands) == (None, [Connect("@mira")])


def test_streamer_mode_hides_the_name_in_the_question(window, room):
    room.go_live()
    be_discreet(is_on=True)
    window.grants.grant(FollowLink("@anna"))
    box = find_box(window)
    assert "anna" not in box.text() + "".join(button.text() for button in box.buttons())
    box.reject()


MAC = """
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from app.ui.look import make_application
application = make_application("sidestage")
application.link_came.connect(print)
QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl("sidestage://@mira")))
"""


def test_a_link_that_macos_opens_is_heard():
    run = subprocess.run([sys.executable, "-c", MAC], capture_output=True, text=True, check=True)
    assert find_linked_name(run.stdout) == "mira"
