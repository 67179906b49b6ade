"""Windows that clicks go through hear their keys, on an X server if there is one or one can be started."""

import ctypes
import os
import subprocess
import sys

import pytest

from app.bench.ui.platforms import open_platforms
from app.ui import through_keys

STEPS = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from app.ui.look import dress
from app.ui.window import MainWindow
from app.ui.wishes import LetClicksThrough, PopOut
from tests.ui.scenes import SCENES, Stage
from tests.ui.test_through_keys import can_hear_keys
dress(application)
window = MainWindow(Stage(SCENES["busy"]()))
window.show()
window.grants.grant(PopOut("leaders"))
windows = window, window.popouts.windows["leaders"]
for _ in range(3):
    print(*(can_hear_keys(int(one.winId())) for one in windows))
    window.grants.grant(LetClicksThrough())
window.finish()
"""


def can_hear_keys(window_id):
    """Whether a window gets keys; one that is not of X11 always does."""
    native = through_keys._find_x11()
    if native is None:
        return True
    mask = through_keys._read_mask(through_keys._load_xcb(), ctypes.c_void_p(native.connection()), window_id)
    return mask & through_keys.KEYS == through_keys.KEYS


@pytest.fixture(scope="module")
def platforms():
    with open_platforms() as platforms:
        yield dict(platforms)


@pytest.mark.parametrize("name", ["offscreen", "xcb"])
def test_keys_are_heard_before_while_and_after_clicks_go_through(platforms, name):
    if name not in platforms:
        pytest.skip("there is no X server")
    done = subprocess.run(
        [sys.executable, "-c", STEPS],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | platforms[name],
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["True True"] * 3
