import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyle

from app.ui.labels import FittingLabel, Label, NameLabel
from app.ui.look import find_look
from app.ui.window import MainWindow
from tests.ui.keepers import show_window
from tests.ui.scenes import SCENES, Stage


@pytest.mark.parametrize("kind", [NameLabel, FittingLabel])
def test_words_at_the_left_are_shaped_once_and_others_anew(qtbot, kind):
    label = kind("Watching now")
    qtbot.addWidget(label)
    label.resize(300, 40)
    label.grab()
    shaped = label._shaped
    label.grab()
    assert shaped is label._shaped is not None
    label.present("Watched before")
    label.grab()
    assert "Watched before" in label._shaped[0]


@pytest.mark.parametrize("kind", [NameLabel, FittingLabel])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_words_stand_where_the_layout_begins(qtbot, kind, direction):
    label = kind("Watching")
    qtbot.addWidget(label)
    label.setLayoutDirection(direction)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    label.resize(400, 40)
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(200, 20)
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(40))]
    at_left = direction == Qt.LayoutDirection.LeftToRight
    assert (max(inked) < 200) if at_left else (min(inked) > 200)


ALIGNMENTS = [
    Qt.AlignmentFlag(across | down)
    for across in (0, 1, 2, 4, 0x11, 0x12)
    for down in (0, Qt.AlignmentFlag.AlignTop.value, Qt.AlignmentFlag.AlignVCenter.value)
]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("alignment", [one for one in ALIGNMENTS if one.value & 0xF])
def test_alignment_is_mirrored_as_qt_does_it(qtbot, alignment, direction):
    label = Label("words")
    qtbot.addWidget(label)
    label.setLayoutDirection(direction)
    label.setAlignment(alignment)
    assert label.alignment() == QStyle.visualAlignment(direction, alignment) | Qt.AlignmentFlag.AlignAbsolute


def test_every_label_of_the_window_is_drawn_in_the_colour_of_its_role(qtbot, plain_look):
    """On a ground that lists have, Qt would draw in the colour of lists."""
    window = show_window(qtbot, MainWindow(Stage(SCENES["busy"]())), (1280, 800))
    window.feed.tick()
    labels = [one for one in window.findChildren(Label) if one.isVisible() and not isinstance(one, NameLabel)]
    drawn = {label: label.palette().color(label.foregroundRole()).name() for label in labels}
    roles = {label: find_look().find_colour(label.colour) for label in labels}
    assert {label.text() for label in labels if drawn[label] != roles[label]} == set()
    assert len(set(roles.values())) > 3
