"""What a report says of the program and of what was chosen in it."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from app import __version__
from app.settings import KEPT, OPTIONS
from app.settings.kinds import Choice, Kind, Switch
from app.settings.number_kinds import Number, Whole

PACKAGES = (
    "PySide6-Essentials",
    "shiboken6",
    "qasync",
    "httpx",
    "websockets",
    "betterproto2",
    "protobuf",
    "platformdirs",
    "keyring",
    "socksio",
    "python-socks",
    "miniaudio",
)
TELLS_NOBODY = (Choice, Switch, Whole, Number)  # kinds whose values are ours, or numbers
CHOSEN = "(chosen)"


def write_versions(facts: Mapping[str, str]) -> str:
    """One fact a line: the program, Python, the system, packages, and what the window knows.

    Args:
        facts: of the window, by their names.
    """
    about = {
        "Sidestage": __version__,
        "built": "yes" if getattr(sys, "frozen", False) else "no",
        "Python": platform.python_version(),
        "system": platform.platform(),
        "machine": platform.machine(),
        **facts,
        **{name: _find_version(name) for name in PACKAGES},
    }
    return "".join(f"{name}: {fact}\n" for name, fact in about.items())


def write_settings(values: Mapping[str, Any]) -> str:
    """What was chosen, as JSON: numbers and names of our own as they are, of all else that it was chosen.

    Args:
        values: by option, as the settings file has them.
    """
    kept = {name: show_value(KEPT[name].kind, value) for name, value in values.items() if name in KEPT}
    variables = [one.variable for one in OPTIONS.values() if one.variable and os.environ.get(one.variable)]
    return json.dumps({"chosen": kept, "set_by_variables": variables}, indent=2) + "\n"


def show_value(kind: Kind, value: Any) -> Any:
    """A value as anybody may see it: what it is, how many it is, or that it was chosen."""
    if isinstance(kind, TELLS_NOBODY):
        return value
    return len(value) if isinstance(value, tuple | list | dict) else CHOSEN


def _find_version(name: str) -> str:
    with suppress(PackageNotFoundError):
        return version(name)
    return "-"
