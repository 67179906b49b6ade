"""Saves a picture of a window to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def save_picture(window: QWidget, path: Path) -> bool:
    """Write what the window shows, in the format that the file's name ends with.

    Returns:
        Whether it was written: not when the folder is missing or the ending names no picture format.
    """
    return window.grab().save(str(path))
