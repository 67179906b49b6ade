"""Saves a picture of a window to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UsageError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

HINT = "Is the folder there, and does the name end in .png?"


def save_picture(window: QWidget, path: Path) -> None:
    """Write what the window shows, in the format that the file's name ends with.

    Raises:
        UsageError: the folder is missing or closed, or the ending names no picture format.
    """
    if not window.grab().save(str(path)):
        raise UsageError(f"Cannot write a picture to {path}.", hint=HINT)
