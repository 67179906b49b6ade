"""Which theme the system asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


def read_system_theme() -> str:
    """Name the theme that suits the system; dark where it says nothing."""
    hints = QGuiApplication.styleHints()
    if _is_contrast_wanted():
        return "contrast"
    return "light" if hints.colorScheme() == Qt.ColorScheme.Light else "dark"


def watch_system(react: Callable[[], None]) -> None:
    """Call `react` whenever the system's colours or its wish for contrast change."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _: react())
    if hasattr(hints, "accessibility"):  # from Qt 6.10
        hints.accessibility().contrastPreferenceChanged.connect(lambda _: react())


def _is_contrast_wanted() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)
