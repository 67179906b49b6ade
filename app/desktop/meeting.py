"""Where windows with the same settings file meet, found without the network library of Qt."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path

DIGITS = 24  # of the name; a path of a socket may have a hundred letters


def name_meeting(settings: Path) -> str:
    """Name the local socket of the window with this settings file: a path, or on Windows a name."""
    path = str(settings.absolute()).encode(errors="surrogateescape")
    name = f"sidestage-{hashlib.sha256(path).hexdigest()[:DIGITS]}"
    if sys.platform == "win32":
        return name
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / name)


def can_meet(name: str) -> bool:
    """Whether a window may be listening there; only asking it says more."""
    return sys.platform == "win32" or Path(name).exists()
