"""The settings: every page has room, and Tab goes down it as the eye does."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from app.ui.look import THEMES, change_look
from app.words import use_catalogue
from app.words.phrase import ENGLISH
from tests.ui.geometry import cut
from tests.ui.keepers import Keeper
from tests.ui.setting_rows import make_opener
from tests.words.pseudo import Pseudo


@pytest.fixture
def opened(qtbot, room):
    return make_opener(qtbot, room)


@pytest.fixture(params=["plain", "longer", "from right to left"])
def language(request, qapp):
    if request.param != "plain":
        use_catalogue(Pseudo(is_rtl=request.param != "longer"))
    if request.param == "from right to left":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    use_catalogue(ENGLISH)


@pytest.mark.usefixtures("plain_look", "language")
@pytest.mark.parametrize(("theme", "scale"), [*((theme, 1.0) for theme in THEMES), ("dark", 1.5)])
def test_every_page_has_room(opened, request, theme, scale):
    """The longer words end in one that no line breaks, so that they have the room of scale 1."""
    width, height = (960, 720) if scale > 1 and "longer" in request.node.name else (640, 480)
    change_look(theme=theme, scale=scale)
    dialog = opened(Keeper(rulers={"theme": "SIDESTAGE_THEME"}))
    dialog.resize(width, height)
    for page in dialog.sheet.pages:
        dialog.go_to(page)
        for _ in range(4):
            QCoreApplication.sendPostedEvents()
            dialog.grab()
        assert (dialog.width(), dialog.height()) == (width, height)
        assert dialog.sheet.widget().width() <= dialog.sheet.viewport().width()
        labels = [one for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog) and one.text()]
        assert not [one.text() for one in labels if cut(one)]
        kinds = (QCheckBox, QComboBox, QAbstractSpinBox, QLineEdit, QPushButton)
        boxes = [one for kind in kinds for one in dialog.sheet.findChildren(kind) if one.isVisibleTo(dialog)]
        assert all(one.height() >= 20 for one in boxes)
    dialog.reject()


def list_stops(dialog):
    """What Tab goes through from the search box until it is there again."""
    stops = []
    dialog.activateWindow()
    dialog.search.setFocus()
    while (stop := dialog.focusWidget()) is not None and stop not in stops:
        stops.append(stop)
        dialog.focusNextChild()
    return stops


@pytest.mark.parametrize("visits", [("chat",), ("gifts", "chat"), ("chat", "gifts", "notices")])
def test_tab_goes_down_the_page_and_to_the_buttons_last(opened, visits):
    dialog = opened(Keeper())
    for page in visits:
        dialog.go_to(page)
    stops = list_stops(dialog)
    assert stops[:2] == [dialog.search, dialog.list]
    assert [stop for stop in stops if isinstance(stop, QPushButton)][-1] is dialog.leave
    assert stops.index(dialog.usual) >= len(stops) - 3
    heights = [
        stop.mapTo(dialog.sheet.widget(), QPoint()).y() for stop in stops[2 : stops.index(dialog.usual)]
    ]
    assert len(heights) > 3
    assert heights == sorted(heights)
