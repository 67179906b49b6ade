"""Which colours the window begins with, and that another choice holds at once."""

import pytest

from app.desktop.options import WindowOptions
from app.desktop.rooms import Rooms
from app.desktop.window import LookFollower, follow_choices
from app.errors import UsageError
from app.settings import Store, find_settings_file
from app.settings.options.look import THEME_WORDS
from app.ui.look import THEME_NAMES, change_look, find_look


@pytest.fixture(autouse=True)
def plain_look(qapp, backend, monkeypatch, tmp_path):
    monkeypatch.setenv("SIDESTAGE_SETTINGS", str(tmp_path / "settings.json"))
    yield
    change_look(theme="dark", scale=1.0)


@pytest.mark.parametrize(
    ("asked", "variable", "kept", "theme"),
    [
        ("", "", None, "dark"),
        ("", "", "light", "light"),
        ("", "contrast", "light", "contrast"),
        ("light", "contrast", None, "light"),
    ],
)
def test_flag_then_variable_then_settings(monkeypatch, asked, variable, kept, theme):
    monkeypatch.setenv("SIDESTAGE_THEME", variable)
    Store(find_settings_file()).change({"theme": kept})
    options = WindowOptions(asked={"theme": asked} if asked else {})
    follow_choices(Rooms(options), LookFollower().take)
    assert find_look().theme == theme


def test_another_choice_holds_at_once():
    rooms = Rooms(WindowOptions())
    follow_choices(rooms, LookFollower().take)
    rooms.store.change({"theme": "light"})
    assert find_look().theme == "light"


def test_a_theme_of_the_environment_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("SIDESTAGE_THEME", "pink")
    with pytest.raises(UsageError, match="pink"):
        follow_choices(Rooms(WindowOptions()), LookFollower().take)


def test_the_settings_know_the_themes_that_the_window_has():
    assert set(THEME_WORDS) == set(THEME_NAMES)


def test_keys_make_everything_larger_than_the_flag_says(monkeypatch):
    rooms = Rooms(WindowOptions(asked={"scale": 1.5}))
    follow_choices(rooms, LookFollower().take)
    assert find_look().scale == 1.5
    change_look(scale=1.6)
    rooms.store.change({"scale": 1.6})
    assert find_look().scale == 1.6
