"""Whether the chat is to stand still for a moment, because of a key that is held or the mouse above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.settings import Choices

LOOK_MS = 100
HOVER_MS = {"off": 0.0, "always": float("inf")}  # the others are seconds


class Hold(QObject):
    """Watches the mouse over a widget and the Ctrl key, if the user wishes that.

    Signals:
        released: it need not stand still any more.
    """

    released = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._is_held = widget, False
        self._hover_ms, self._by_key = 0.0, False
        self._since_move = QElapsedTimer()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def prefer(self, choices: Choices) -> None:
        """Take what the user chose."""
        hover = choices.chat_pause_hover
        self._by_key = choices.chat_pause_ctrl
        self._hover_ms = HOVER_MS[hover] if hover in HOVER_MS else float(hover) * 1_000
        self._widget.setMouseTracking(bool(self._hover_ms))
        self._widget.removeEventFilter(self)
        if self._hover_ms:
            self._widget.installEventFilter(self)

    def look(self) -> bool:
        """Begin or end to stand still, as the mouse and the key say; whether it is to stand still now."""
        is_held = self._is_key_held() or self._is_hovered()
        if self._is_held and not is_held:
            self._timer.stop()
            self._is_held = False
            self.released.emit()
        elif is_held and not self._is_held:
            self._timer.start()
            self._is_held = True
        return is_held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The mouse came or moved."""
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Enter):
            self._since_move.start()
        elif event.type() == QEvent.Type.Leave:
            self._since_move.invalidate()
        return super().eventFilter(watched, event)

    def _is_key_held(self) -> bool:
        held = Qt.KeyboardModifier.ControlModifier
        return self._by_key and bool(QGuiApplication.keyboardModifiers() & held)

    def _is_hovered(self) -> bool:
        moved = self._since_move
        return bool(self._hover_ms) and moved.isValid() and moved.elapsed() < self._hover_ms
