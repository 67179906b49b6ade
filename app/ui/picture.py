"""Saves a picture of a window to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UsageError
from app.words import window as words

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget


def save_picture(window: QWidget, path: Path) -> None:
    """Write what the window shows, in the format that the file's name ends with.

    Raises:
        UsageError: the folder is missing or closed, or the ending names no picture format.
    """
    if not grab_with_others(window).save(str(path)):
        raise UsageError(words.PICTURE_NOT_WRITTEN.fill(path=path), hint=words.PICTURE_PLACE)


def grab_with_others(window: QWidget) -> QPixmap:
    """What the window shows, and over it its dialogs, cards and pop-outs, moved so far that they are seen."""
    from PySide6.QtGui import QPainter  # noqa: PLC0415 - the program may start without Qt

    picture = window.grab()
    painter = QPainter(picture)
    try:
        for other in _list_others(window):
            place = window.mapFromGlobal(other.pos())
            x = max(0, min(place.x(), window.width() - other.width()))
            y = max(0, min(place.y(), window.height() - other.height()))
            painter.drawPixmap(x, y, other.grab())
    finally:
        painter.end()
    return picture


def _list_others(window: QWidget) -> list[QWidget]:
    """The program's other windows that are open, those in front last, each time in the same order."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    return sorted(others, key=lambda one: (one.parentWidget() is not None, one.windowTitle(), one.y()))
