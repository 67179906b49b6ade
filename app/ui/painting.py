"""Painters that are always closed: one left open when drawing throws ends the process at the next picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


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
