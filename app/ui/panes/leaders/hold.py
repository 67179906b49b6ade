"""Holds the order of the leaderboard while somebody is at it with the mouse or the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

HOLD_MS = 5_000  # a finger that rests, or a mouse that was left there, does not stop the order for ever


class RowHold(QObject):
    """Begins with each movement over the rows and each key; ends when that leaves, or rests.

    Signals:
        ended: the order may change.
    """

    ended = Signal()

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._viewport = table.viewport()
        table.setMouseTracking(True)
        self.timer = QTimer(self, interval=HOLD_MS, singleShot=True)
        self.timer.timeout.connect(self.end)
        for watched in (table, self._viewport):
            watched.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether the order is held."""
        return self.timer.isActive()

    def end(self) -> None:
        """Hold the order no longer."""
        self.timer.stop()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A mouse that moves over the rows, or a key; a finger, which cannot leave, does not."""
        match event.type():
            case QEvent.Type.MouseMove if watched is self._viewport and _is_mouse(event):
                self.timer.start()
            case QEvent.Type.KeyPress:
                self.timer.start()
            case QEvent.Type.Leave if watched is self._viewport:
                self.end()
            case QEvent.Type.FocusOut if watched is not self._viewport:
                self.end()
        return super().eventFilter(watched, event)


def _is_mouse(event: QEvent) -> bool:
    """Whether a pointer moved that can rest beside the rows as well."""
    from PySide6.QtGui import QInputDevice  # noqa: PLC0415 - not for the first picture

    return isinstance(event, QMouseEvent) and event.device().type() != QInputDevice.DeviceType.TouchScreen
