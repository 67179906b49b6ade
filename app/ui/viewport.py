"""The part of a scrolled view that scrolls."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(view: QAbstractScrollArea, *, is_filled: bool = True) -> None:
    """Give a view a viewport of ours, like the one that Qt made for it; one of a list is filled.

    Asked for a widget that Qt made, PySide6 loads every class of widgets there is to find out of which one it
    is: 25 ms of the start.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    if is_filled:
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
    view.setViewport(viewport)
