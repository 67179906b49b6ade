"""What the window's first picture loads, and in which order: each module after PySide6 costs more."""

import subprocess
import sys

import pytest

LOAD = """
import sys
import app.__main__, app.cli
from app.desktop.before_qt import import_ahead
import_ahead()
import app.desktop.window
print(*sys.modules)
"""
ALONE = """
import sys
from importlib import import_module
sys.modules["PySide6"] = None
for name in sys.argv[1:]:
    try:
        import_module(name)
    except ImportError:
        continue
    print(name)
"""
# Each takes as long as a good part of a start, or brings what does.
LATER = (
    "httpx",
    "websockets",
    "keyring",
    "pyqtgraph",
    "numpy",
    "google.protobuf",
    "betterproto2",
    "email",
    "http.client",
    "urllib.request",
    "difflib",
    "app.events.decode.table",
    "app.events.decode.people",
    "app.protocol.schema",
    "app.connector.live",
    "app.tiktok.target",
    "app.network",
    "app.sim",
    "app.bench",
    "app.cli.tail",
    "app.cli.unlock",
    "app.desktop.keyring_source",
    "app.cli.bench_options",
    "app.ui.panes.inspector.window",
    "app.ui.dialogs",
    "app.ui.panes.viewers.graph",
)


def _printed(code, *words):
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.fixture(scope="module")
def loaded():
    """Modules in the order in which they were begun."""
    return _printed(LOAD)


@pytest.mark.parametrize("name", LATER)
def test_what_a_first_picture_does_not_need_is_not_loaded(loaded, name):
    assert name not in loaded


def test_what_needs_no_qt_comes_before_it(loaded):
    behind = loaded[loaded.index("PySide6") :]
    assert not _printed(ALONE, *(name for name in behind if name.startswith("app.")))
