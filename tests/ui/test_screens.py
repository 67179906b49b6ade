"""Screens that go or have other pixels: two screens of the offscreen platform, in a process of their own."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.ui import icons, labels
from app.ui.labels import IconLabel
from app.ui.window import MainWindow
from tests.ui.scenes import SCENES, Stage
from tests.ui.two_screens import run_on_screens

SCREENS = [
    {"name": "first", "x": 0, "y": 0, "width": 1280, "height": 800, "dpr": 1},
    {"name": "second", "x": 1280, "y": 0, "width": 1920, "height": 1080, "dpr": 1},
]
BEGIN = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from app.ui import frames, watch
from app.ui.look import dress
from app.ui.window import MainWindow
from app.ui.wishes import PopOut
from tests.ui.scenes import SCENES, Stage
dress(application)
window = MainWindow(Stage(SCENES["busy"]()))
first, second = application.screens()
window.setGeometry(100, 50, 1000, 700)
window.show()
window.feed.tick()
window.grants.grant(PopOut("leaders"))
own = window.popouts.windows["leaders"]
own.setGeometry(1400, 100, 400, 300)

def unplug(screen):
    class Fewer(watch.QGuiApplication):
        screenAt = staticmethod(lambda at: first if first.geometry().contains(at) else None)
    watch.QGuiApplication = Fewer
    frames.list_screens = lambda: [frames._make_rect(first.availableGeometry())]
    application.screenRemoved.emit(screen)
    print(window._watch.screens._later.isActive())
    window._watch.screens.bring_back()
"""
END = """
window.close()
"""


@pytest.fixture
def look_at(tmp_path):
    """Runs steps with two screens; the words of each line that they print."""
    return lambda steps: run_on_screens(tmp_path / "screens.json", SCREENS, BEGIN + steps + END)


def test_a_window_on_a_screen_that_is_unplugged_comes_to_another(look_at):
    is_later, seen = look_at("""
before = window.geometry()
unplug(second)
inside = first.availableGeometry().contains(own.frameGeometry())
print(inside, own.isVisible(), window.geometry() == before)
""")
    assert (is_later, seen) == (["True"], ["True"] * 3)


def test_a_window_that_can_be_reached_stays_where_it_was_put(look_at):
    _, seen = look_at("""
own.setGeometry(-100, 300, 400, 300)  # a part of it is outside, as its owner wants it
before = own.geometry()
unplug(second)
print(own.geometry() == before)
""")
    assert seen == ["True"]


def test_pictures_are_made_anew_for_the_pixels_of_another_screen(qtbot, monkeypatch):
    window, ratios = MainWindow(Stage(SCENES["busy"]())), []
    qtbot.addWidget(window)
    window.show()
    window.feed.tick()
    monkeypatch.setattr(IconLabel, "devicePixelRatioF", lambda _: 2.0)
    monkeypatch.setattr(labels, "draw_icon", lambda *told: ratios.append(told[-1]) or icons.draw_icon(*told))
    QApplication.sendEvent(window, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert set(ratios) == {2.0}
    assert len(ratios) >= len(window.findChildren(IconLabel))
