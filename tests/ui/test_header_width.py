"""The header is one row, whole at every width."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics

from app.ui.labels import FittingLabel, NameLabel
from app.ui.panes.header.fit import choose_shown
from tests.ui.geometry import settle
from tests.ui.headers import NUMBERS, frame, make_header, shown
from tests.ui.keepers import open_window
from tests.ui.scenes import SCENES, Stage


@pytest.fixture
def header(qtbot):
    return make_header(qtbot)


def test_it_is_one_row_of_56_pixels(header):
    header.present(frame(**NUMBERS))
    assert header.height() <= 56
    assert set(shown(header)) >= {
        "chip",
        "name",
        "viewers",
        "clock",
        "likes",
        "diamonds",
        "follows",
        "health",
        "menu",
    }


# Of windows of 320, 480 and 640 pixels.
@pytest.mark.parametrize("width", [304, 464, 624])
def test_in_a_narrow_window_the_most_important_stays(header, width):
    header.resize(width, header.height())
    header.present(frame(**NUMBERS))
    assert set(shown(header)) >= {"chip", "name", "viewers", "menu"}


@pytest.mark.parametrize(("width", "words"), [(304, "mira"), (624, "@mira.plays"), (1264, "@mira.plays")])
def test_whose_room_it_is_can_be_read_at_every_width(header, width, words):
    header.resize(width, header.height())
    told = frame(**NUMBERS)
    header.present(replace(told, status=replace(told.status, unique_id="mira.plays")))
    header.grab()
    assert header.name.name.choose_words()[0].startswith(words)


@pytest.mark.parametrize("phase", ["live", "reconnecting", "ended"])
def test_what_a_narrow_window_shows_every_wider_one_shows_too(header, phase):
    before: set[str] = set()
    for width in range(304, 1_300, 20):
        header.resize(width, header.height())
        header.present(frame(phase, **NUMBERS))
        now = set(shown(header))
        assert before <= now
        before = now


@pytest.mark.usefixtures("lettering")
@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize("phase", ["live", "reconnecting", "connecting", "waiting", "ended"])
@pytest.mark.parametrize("width", [304, 464, 624, 784, 1024, 1264])
def test_the_row_is_whole_at_every_width(header, width, phase, typing):
    header.redress()
    header.resize(width, header.height())
    header.present(frame(phase, **NUMBERS))
    if typing:
        header.ask_name()
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        header.grab()
    parts = [header._parts[name] for name in shown(header)]
    assert all(header.rect().contains(part.geometry()) for part in parts)
    edges = sorted((part.x(), part.x() + part.width()) for part in parts)
    assert all(end <= start for (_, end), (start, _) in pairwise(edges))
    assert not [label.text() for label in visible_labels(header) if is_cut(label)]
    buttons = [part for part in parts if part in (*header.deeds, header.stop, header.ways, header.health)]
    assert not [one.text() for one in buttons if one.width() < one.sizeHint().width()]


def visible_labels(header):
    names = (header.name.name, header.name.line)  # of strangers: cut with an ellipsis
    return [label for label in header.findChildren(NameLabel) if label.isVisible() and label not in names] + [
        figure.value for figure in header.numbers.figures.values() if figure.isVisible()
    ]


def is_cut(label):
    if isinstance(label, FittingLabel):
        words, look = label.choose_wording()
        return QFontMetrics(look).horizontalAdvance(words) > label.width()
    return label.width() < label.sizeHint().width()


def test_the_least_important_goes_first():
    parts = [("a", 50), ("b", 0), ("c", 30), ("d", 10)]
    assert [choose_shown(room, 5, parts) for room in (110, 100, 85, 84, 49)] == [
        ["a", "c", "d"],
        ["a", "c", "d"],
        ["a", "c"],
        ["a"],
        [],
    ]


@pytest.mark.parametrize("width", [320, 400, 480, 560, 640])
def test_when_it_is_tried_again_is_read_in_a_small_window(qtbot, plain_look, width):
    window = open_window(qtbot, Stage(SCENES["lost"]()))
    window.feed.tick()
    settle(window, (width, 640))
    line = window.panes["header"].name.line
    assert line.text().startswith("Next try in 12 s")
    assert line.measure("Next try in 12 …") <= line.contentsRect().width()
