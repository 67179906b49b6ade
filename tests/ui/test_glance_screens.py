"""A second screen for the page: two screens of the offscreen platform, in a process of their own."""

import pytest

from tests.ui.two_screens import run_on_screens

SCREENS = [
    {"name": "first", "x": 0, "y": 0, "width": 1280, "height": 800},
    {"name": "second", "x": 1280, "y": 0, "width": 1920, "height": 1080},
]
BEGIN = """
from dataclasses import replace
from PySide6.QtWidgets import QApplication
application = QApplication([])
from app.settings import DEFAULTS
from app.ui.look import dress
from app.ui.rulers import name_screen
from app.ui.window import MainWindow
from app.ui.wishes import FillScreen
from tests.ui.keepers import Keeper
from tests.ui.scenes import SCENES, Stage
dress(application)
window = MainWindow(Stage(SCENES["busy"]()), keeper=Keeper())
pane, filling = window.panes["glance"], window._filling
first, second = application.screens()
window.setGeometry(0, 0, 1000, 700)
window.show()
window.feed.stop()

def choose(name):
    window.prefer(replace(DEFAULTS, glance_screen={"name": name} if name else None))
    window.feed.tick()

def look():
    texts = len(pane.page.placed) if pane.page and pane.isVisible() else 0
    is_home = pane.window() is window
    print(pane.isVisible(), is_home, window.panes["chat"].isVisible(), texts > 0, pane.width())

filling.begin()
"""
END = """
window.close()
"""


@pytest.fixture
def look_at(tmp_path):
    """Runs steps with two screens; a line for each look: shown, at home, chat shown, has texts, width."""
    return lambda steps: run_on_screens(tmp_path / "screens.json", SCREENS, BEGIN + steps + END)


def test_the_page_stands_on_the_screen_that_is_chosen_and_the_window_stays(look_at):
    (seen,) = look_at("choose(name_screen(second)); look()")
    assert seen == ["True", "False", "True", "True", "1920"]


def test_it_goes_when_that_screen_is_gone_and_comes_with_it(look_at):
    seen = look_at("""
choose(name_screen(second))
from app.ui import filling as module
class Fewer:
    screens = staticmethod(lambda: [first])
gone, module.QGuiApplication = module.QGuiApplication, Fewer
application.screenRemoved.emit(second)
look()
module.QGuiApplication = gone
application.screenAdded.emit(second)
window.feed.tick()
look()
""")
    assert [one[0] for one in seen] == ["False", "True"]
    assert seen[1][1] == "False"


def test_the_keys_take_it_away_and_bring_it_back_there(look_at):
    seen = look_at("""
choose(name_screen(second))
window.grants.grant(FillScreen()); look()
window.grants.grant(FillScreen()); window.feed.tick(); look()
""")
    assert [one[:2] for one in seen] == [["False", "True"], ["True", "False"]]


@pytest.mark.parametrize("name", ["'nowhere 1×1'", "''", "name_screen(first)"])
def test_without_another_screen_it_stands_over_the_panes_by_the_keys_only(look_at, name):
    seen = look_at(f"choose({name}); look(); window.grants.grant(FillScreen()); window.feed.tick(); look()")
    assert [one[:3] for one in seen] == [["False", "True", "True"], ["True", "True", "False"]]


def test_the_menu_lists_the_other_screens(look_at):
    (seen,) = look_at(
        "print(*[entry.wish.screen == name_screen(second) for entry in filling.list_screens()])"
    )
    assert seen == ["True"]


def test_keys_in_the_window_do_not_take_it_away(look_at):
    seen = look_at("choose(name_screen(second)); window.activateWindow(); window.go_back(); look()")
    assert [one[0] for one in seen] == ["True"]
