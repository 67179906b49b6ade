"""Painters that are always closed: one left open when drawing throws ends the process at the next picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPaintDevice, QPainter, QPixmap, QStaticText

Picture = TypeVar("Picture", QPixmap, QImage)


@contextmanager
def open_painter(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter on this device, closed however drawing ends."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


@contextmanager
def keep_state(painter: QPainter) -> Iterator[None]:
    """Let a delegate change pen, font and clip; what they were comes back however drawing ends."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def drop_tools(picture: Picture) -> Picture:
    """The pixels alone: with what was drawn on Qt keeps the tools for it, 4.5 KB for each picture."""
    return picture.copy()


def shape_text(words: str, font: QFont) -> QStaticText:
    """Plain text ready to draw: to find its letters takes as long as to draw them."""
    static = QStaticText(words)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.prepare(font=font)
    return static
