"""Runs before Qt is imported anywhere: tests need no display, and leave the user's choices and keys alone."""

import gc
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app import masking
from tests.leaks import nothing_left  # noqa: F401 - a fixture for every test

gc.disable()  # between tests only (leaks.py), as the program does it: app/desktop/garbage.py says why
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["SIDESTAGE_SETTINGS"] = str(
    Path(tempfile.gettempdir()) / f"sidestage-{os.getpid()}" / "settings.json"
)
os.environ["SIDESTAGE_PICTURES"] = str(Path(tempfile.gettempdir()) / f"sidestage-{os.getpid()}" / "pictures")
os.environ["SIDESTAGE_LOGS"] = str(Path(tempfile.gettempdir()) / f"sidestage-{os.getpid()}" / "logs")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

# How long an example takes says something about the machine, not about the program.
settings.register_profile("sidestage", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sidestage")


@pytest.fixture(autouse=True)
def no_secrets_of_others():
    """What a test calls secret is an ordinary word in the next one."""
    yield
    masking._values.clear()
