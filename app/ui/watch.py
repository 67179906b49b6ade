"""Tells when windows come, go or move, whichever of ours it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.frames import is_seen

STATES = frozenset({QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange})
MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange})


class Watch(QObject):
    """Looks at some windows.

    Signals:
        seen: one was shown, hidden, minimized or the like.
        moved: one stands elsewhere, or is of another size.
    """

    seen = Signal()
    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._windows: list[QWidget] = []

    def begin(self, window: QWidget) -> None:
        """Look at a window, too."""
        self._windows.append(window)
        window.installEventFilter(self)

    def end(self, window: QWidget) -> None:
        """Look at it no more."""
        self._windows.remove(window)
        window.removeEventFilter(self)
        self.seen.emit()

    @property
    def has_seen(self) -> bool:
        """Whether anybody can see one of them."""
        return any(map(is_seen, self._windows))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt tells a window when its state has changed already."""
        kind = event.type()
        if kind in STATES:
            self.seen.emit()
        if kind in MOVES:
            self.moved.emit()
        return super().eventFilter(watched, event)
