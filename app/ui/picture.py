"""Saves a picture of a window to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UsageError
from app.words import window as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def save_picture(window: QWidget, path: Path) -> None:
    """Write what the window shows, in the format that the file's name ends with.

    Raises:
        UsageError: the folder is missing or closed, or the ending names no picture format.
    """
    if not window.grab().save(str(path)):
        raise UsageError(words.PICTURE_NOT_WRITTEN.fill(path=path), hint=words.PICTURE_PLACE)
