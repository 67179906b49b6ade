"""Fields that keep keys for themselves which the window would take for shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

OWN = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class OwnKeysField(QLineEdit):
    """A line to type into, where Return and Escape are not anybody else's."""

    def event(self, event: QEvent) -> bool:
        """Keys are ours before they are a shortcut."""
        override = event if event.type() == QEvent.Type.ShortcutOverride else None
        if isinstance(override, QKeyEvent) and override.key() in OWN:
            event.accept()
            return True
        return super().event(event)
