"""The theme of the system: followed while it changes, unless another one was chosen."""

from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from app.ui.look import THEMES, change_look, find_look
from app.ui.look.choice import follow_system
from app.ui.look.system import watch_system
from tests.ui.looks import open_scene, picture

pytestmark = pytest.mark.usefixtures("plain_look")


class Wish(QObject):
    """What a system says of contrast, as Qt hands it on."""

    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815 - Qt's name
    value = Qt.ContrastPreference.NoPreference

    def contrastPreference(self):  # noqa: N802
        return self.value


class System(QObject):
    """What a system says of colours, as Qt hands it on; Qt's platform for tests says nothing."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's name
    scheme = Qt.ColorScheme.Unknown

    def __init__(self):
        super().__init__()
        self.wish = Wish()

    def styleHints(self):  # noqa: N802
        return self

    def colorScheme(self):  # noqa: N802
        return self.scheme

    def accessibility(self):
        return self.wish

    def change(self, scheme):
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)

    def ask_for_contrast(self):
        self.wish.value = Qt.ContrastPreference.HighContrast
        self.wish.contrastPreferenceChanged.emit(self.wish.value)


@pytest.fixture
def system(monkeypatch):
    system = System()
    monkeypatch.setattr("app.ui.look.system.QGuiApplication", system)
    watch_system(follow_system)
    return system


@pytest.fixture
def open_window(qtbot):
    return partial(open_scene, qtbot)


def test_the_theme_of_the_system_is_followed_while_it_changes(open_window, system):
    window = open_window("idle")
    change_look(theme="system")
    seen = [picture(window).pixelColor(2, 2).name()]
    for change in (
        lambda: system.change(Qt.ColorScheme.Light),
        lambda: system.change(Qt.ColorScheme.Dark),
        system.ask_for_contrast,
    ):
        change()
        seen.append(picture(window).pixelColor(2, 2).name())
    assert seen == [THEMES[name].window for name in ("dark", "light", "dark", "contrast")]


def test_a_theme_that_was_chosen_stays_when_the_system_changes(open_window, system):
    open_window("idle")
    change_look(theme="contrast")
    system.change(Qt.ColorScheme.Light)
    assert find_look().theme == "contrast"


def test_a_system_that_says_nothing_is_dark(qapp):
    change_look(theme="system")
    assert find_look().theme == "dark"
