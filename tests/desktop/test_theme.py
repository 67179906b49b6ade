"""Which colours the window begins with."""

import pytest

from app.desktop.options import WindowOptions
from app.desktop.window import choose_theme
from app.settings import THEMES, Settings
from app.ui.look import THEME_NAMES, choose, current


@pytest.fixture(autouse=True)
def plain_look(qapp):
    yield
    choose(theme="dark")


@pytest.mark.parametrize(
    ("asked", "kept", "theme"),
    [("", "", "dark"), ("", "light", "light"), ("contrast", "light", "contrast"), ("", "pink", "dark")],
)
def test_the_option_goes_before_the_settings(asked, kept, theme):
    choose_theme(WindowOptions(theme=asked), Settings(theme=kept))
    assert current().theme == theme


def test_the_settings_know_the_themes_that_the_window_has():
    assert set(THEMES) == set(THEME_NAMES)
