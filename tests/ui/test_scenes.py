"""Every scene at every size: nothing is cut that does not say so with an ellipsis."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.labels import FittingLabel, NameLabel
from app.ui.window import MainWindow
from tests.ui.scenes import SCENES, Stage

SIZES = [(640, 480), (800, 600), (1280, 800), (1920, 1080), (1920, 480)]
FULL = ("idle", "huge", "sides", "lost")


@pytest.fixture
def shown(qtbot, request, lettering):
    scene, size = request.param
    window = MainWindow(Stage(SCENES[scene]()))
    qtbot.addWidget(window)
    window.show()
    window.resize(*size)
    window.panes["viewers"].load_graph()
    window.feed.tick()
    for _ in range(4):  # a layout that was asked for may ask for another one
        QCoreApplication.sendPostedEvents()
        window.grab()
    return window


def cut(label):
    wanted = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    wide = label.width() if label.wordWrap() else label.sizeHint().width()
    return wide > label.width() + 1 or wanted > label.height() + 1


@pytest.mark.parametrize("shown", [(scene, size) for scene in FULL for size in SIZES], indirect=True)
def test_every_word_has_its_place(shown):
    labels = [label for label in shown.findChildren(QLabel) if label.isVisible() and label.text()]
    assert not [label.text() for label in labels if not isinstance(label, NameLabel) and cut(label)]


@pytest.mark.parametrize("shown", [("busy", size) for size in SIZES], indirect=True)
def test_every_button_is_large_enough_to_hit(shown):
    buttons = [button for button in shown.findChildren(QPushButton) if button.isVisible()]
    assert not [button.text() for button in buttons if min(button.width(), button.height()) < 24]


@pytest.mark.parametrize(
    "shown", [("quiet", (640, 480)), ("refused", (640, 480)), ("busy", (1040, 700))], indirect=True
)
def test_the_smallest_window_has_shorter_words_and_cuts_none(shown):
    viewers = shown.panes["viewers"]
    words = [
        label for name in ("chat", "viewers", "page") for label in shown.panes[name].findChildren(QLabel)
    ]
    assert not [label.text() for label in words if label.isVisible() and label.text() and _narrower(label)]
    assert not [
        pill.text() for pill in viewers.findChildren(QPushButton) if pill.width() < pill.sizeHint().width()
    ]


def _narrower(label):
    if isinstance(label, FittingLabel):
        words, look = label.choose_wording()
        return QFontMetrics(look).horizontalAdvance(words) > label.width()
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.width() < label.sizeHint().width()


@pytest.mark.parametrize("shown", [("busy", (640, 480))], indirect=True)
def test_a_low_leaderboard_shows_who_is_first(shown):
    assert shown.panes["leaders"].table.viewport().height() >= 50
