"""The dialog for the way in at every height: nothing is cut, and what does not fit can be scrolled to."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from app.access import WAYS
from app.ui.ways import WaysDialog
from app.ui.window import MainWindow
from tests.ui.geometry import cut
from tests.ui.keepers import Keeper
from tests.ui.scenes import SCENES, Stage

KEPT = ("sign_key", "session_id", "target_idc")
HEIGHTS = (480, 700, 1000)


@pytest.fixture
def dialog(qtbot, request, lettering):
    way, height = request.param
    window = MainWindow(Stage(SCENES["refused"]()), keeper=Keeper({"way": way, "stale_s": 90.0}, KEPT))
    qtbot.addWidget(window)
    window.show()
    window.choose_way()
    opened = window.findChild(WaysDialog)
    opened.form.more.click()
    opened.form.fields["web_proxy"].refuse("That is not a proxy. It looks like http://host:port.")
    opened.resize(opened.width(), height)
    for _ in range(4):
        QCoreApplication.sendPostedEvents()
        opened.grab()
    yield opened
    opened.reject()


ALL = pytest.mark.parametrize("dialog", [(way, height) for way in WAYS for height in HEIGHTS], indirect=True)


@ALL
def test_every_word_has_its_place(dialog):
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]
    assert not [label.text() for label in labels if cut(label)]


@ALL
def test_everything_to_press_is_large_enough_and_as_wide_as_its_words(dialog):
    buttons = [
        one for kind in (QPushButton, QCheckBox) for one in dialog.findChildren(kind) if one.isVisible()
    ]
    assert not [one.text() for one in buttons if one.height() < 24 or one.width() < one.sizeHint().width()]
