"""Runs before Qt is imported anywhere: tests need no display, and leave the user's choices and keys alone."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
os.environ["SIDESTAGE_SETTINGS"] = str(
    Path(tempfile.gettempdir()) / f"sidestage-{os.getpid()}" / "settings.json"
)
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
