"""Every scene: nothing is cut that does not say so, nothing overlaps, and the keyboard is in sight.

Not each scene in each look: sizes, scales, languages, letters and themes are dealt out to the scenes in turn,
so that each value meets each other one.
"""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton

from app.desktop.scenes.stage import Memory, Stage
from app.desktop.scenes.table import SCENES
from app.ui.dialogs.settings import SettingsDialog
from app.ui.look import TEXT_FONT, THEMES, change_look, find_look, make_font
from app.ui.window import MainWindow
from app.words import choose_language, use_catalogue
from app.words.phrase import ENGLISH
from tests.ui.conftest import STRETCHES
from tests.ui.geometry import faults_of, has_focus_in_sight, list_surfaces, settle
from tests.ui.keepers import show_window
from tests.words.pseudo import Pseudo

SIZES = ((640, 480), (1280, 800), (320, 480), (1920, 1080), (480, 800), (1920, 480), (800, 600))
LANGUAGES = ("english", "longer", "spanish", "from right to left")
SCALES, USUAL = (1.0, 1.5), 100
LOOKS_OF_A_SCENE, LOOKS_OF_A_FAILURE = 3, 1


class Look(NamedTuple):
    """How a scene is looked at."""

    scene: str
    size: tuple[int, int]
    language: str
    scale: float
    theme: str
    stretch: int

    def __str__(self):
        width, height = self.size
        return f"{self.scene} {width}x{height} {self.language} x{self.scale:g} {self.theme} {self.stretch} %"


def deal_out():
    """Numbers of values that have no common factor meet in all pairs; others are dealt out more slowly."""
    names = [
        name
        for name in SCENES
        for _ in range(LOOKS_OF_A_FAILURE if name.startswith("failing-") else LOOKS_OF_A_SCENE)
    ]
    themes = [*THEMES]
    for n, name in enumerate(names):
        language = LANGUAGES[n % len(LANGUAGES)]
        stretch = STRETCHES[n // len(LANGUAGES) % len(STRETCHES)]
        yield Look(
            name,
            SIZES[n % len(SIZES)],
            language,
            SCALES[n // len(LANGUAGES) % len(SCALES)],
            themes[n // len(SIZES) % len(themes)],
            stretch if language == "english" else USUAL,  # longer words are wide enough
        )


def speak(language):
    if language == "spanish":
        choose_language("es")
    else:
        use_catalogue(ENGLISH if language == "english" else Pseudo(is_rtl=language == LANGUAGES[-1]))


@pytest.fixture
def open_scene(qtbot, qapp, monkeypatch, plain_look):
    """Shows a scene in a look, and leaves nothing of it behind."""
    before = qapp.font()

    def make(look):
        monkeypatch.setattr(TEXT_FONT, "stretch", look.stretch)
        speak(look.language)
        if look.language == LANGUAGES[-1]:
            qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        change_look(theme=look.theme, scale=look.scale)
        qapp.setFont(make_font(find_look().sizes.body))
        window = show_window(
            qtbot, MainWindow(Stage(SCENES[look.scene].make()), keeper=Memory(lambda _: None))
        )
        window.feed.stop()
        window.feed.tick()
        settle(window, look.size)
        SCENES[look.scene].play(window)
        window.feed.tick()
        for surface in list_surfaces(window):
            room = [round(one * look.scale) for one in look.size]
            settle(surface, room if isinstance(surface, SettingsDialog) else None)
        return window

    yield make
    for surface in qapp.topLevelWidgets():
        surface.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    use_catalogue(ENGLISH)
    qapp.setFont(before)


# In these something was cut, and the deal may pass them over.
CUT_ONCE = (Look("tiers", (640, 480), "longer", 1.0, "dark", USUAL),)


@pytest.mark.parametrize("look", [*deal_out(), *CUT_ONCE], ids=str)
def test_everything_has_its_place(open_scene, look):
    window = open_scene(look)
    assert [fault for surface in list_surfaces(window) for fault in faults_of(surface)] == []
    assert any(has_focus_in_sight(surface) for surface in list_surfaces(window))


PLAIN = Look("busy", (640, 480), "english", 1.0, "dark", 100)


@pytest.mark.parametrize("size", SIZES)
def test_every_button_is_large_enough_to_hit(open_scene, size):
    window = open_scene(PLAIN._replace(size=size))
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    assert not [button.text() for button in buttons if min(button.width(), button.height()) < 24]


def test_a_low_leaderboard_shows_who_is_first(open_scene):
    assert open_scene(PLAIN).panes["leaders"].table.viewport().height() >= 50
