"""Larger and smaller: the text of one pane, by keys and by the wheel, or everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from app.settings.options.windows import LEAST_SCALE, MOST_SCALE
from app.ui.look import change_look, find_look
from app.ui.wishes import Enlarge, Prefer, Zoom

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from app.ui.grants import Grants
    from app.ui.pane import Pane

NOTCH = 120  # of a wheel, in eighths of a degree
STEP = 0.1  # of the scale of everything


class Zoomer(QObject):
    """Finds the pane that is meant, and zooms it.

    Args:
        panes: all there are, by name.
        grants: where the wishes come in, and where what is chosen goes.
    """

    def __init__(self, panes: Mapping[str, Pane], grants: Grants, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._grants = panes, grants
        self._turned = 0
        grants.add(Zoom, self._zoom)
        grants.add(Enlarge, self._enlarge)

    def _list_panes(self) -> list[Pane]:
        return [pane for pane in self._panes.values() if pane.can_zoom]

    def watch_wheels(self) -> None:
        """Look at the wheel over what scrolls; asking for those places takes a tenth of a start."""
        for pane in self._list_panes():
            for area in pane.findChildren(QAbstractScrollArea):
                area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The wheel with Ctrl zooms what lies under the mouse, and scrolls nothing."""
        if event.type() != QEvent.Type.Wheel:
            return super().eventFilter(watched, event)
        wheel = cast("QWheelEvent", event)
        if not wheel.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().eventFilter(watched, event)
        self._turned += wheel.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        for pane in self._list_panes():
            if steps and isinstance(watched, QWidget) and pane.isAncestorOf(watched):
                pane.zoom(steps)
        return True

    def _zoom(self, wish: Zoom) -> None:
        pane = next(self._find_panes(), None)
        if pane is not None:
            pane.zoom(wish.steps)

    def _find_panes(self) -> Iterator[Pane]:
        """Of those that can be zoomed: with the keyboard, under the mouse, in sight."""
        tests: tuple[Callable[[Pane], bool], ...] = (
            lambda pane: _has_widget(pane, QApplication.focusWidget()),
            lambda pane: _has_widget(pane, QApplication.widgetAt(QCursor.pos())),
            lambda pane: pane.isVisible(),
        )
        return (pane for test in tests for pane in self._list_panes() if test(pane))

    def _enlarge(self, wish: Enlarge) -> None:
        """Enlarge everything at once, and keep that for the next start."""
        scale = round(find_look().scale + wish.steps * STEP, 2) if wish.steps else 1.0
        scale = min(max(scale, LEAST_SCALE), MOST_SCALE)
        change_look(scale=scale)
        self._grants.grant(Prefer({"scale": scale}))


def _has_widget(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
