"""Puts windows where they can be seen, with the frames that the window manager gives them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.layout.screens import Rect, fit_to_screens

FRAME_KNOWN_MS = 150  # after a window was shown
NO_PLACES = "wayland"  # there a window neither knows nor says where it stands


def list_screens() -> list[Rect]:
    """What each screen leaves free for windows, the first one first."""
    first = QGuiApplication.primaryScreen()
    others = [one for one in QGuiApplication.screens() if one is not first]
    return [_make_rect(one.availableGeometry()) for one in ([first, *others] if first else others)]


def bring_forward(window: QWidget) -> None:
    """Have a window seen before the others, with the keyboard."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()


def is_plain(window: QWidget) -> bool:
    """Whether it has a size of its own, and not its screen's."""
    return not (window.isMaximized() or window.isFullScreen() or window.isMinimized())


def is_seen(window: QWidget) -> bool:
    """Whether anybody can see it."""
    return window.isVisible() and not window.isMinimized()


def make_rect(window: QWidget) -> Rect:
    """Its place with the frame, its size without."""
    return Rect(window.x(), window.y(), window.width(), window.height())


def put_at(window: QWidget, rect: Rect) -> None:
    """Give a window that is not shown yet a place on the screens of now; its size only, where it has none."""
    fitting = fit_to_screens(rect, list_screens())
    window.resize(QSize(fitting.width, fitting.height).expandedTo(window.minimumSize()))
    if not QGuiApplication.platformName().startswith(NO_PLACES):
        window.move(fitting.x, fitting.y)


def fit_frame_later(window: QWidget) -> None:
    """Fit a window that was just shown when its frame is known, unless it is sized meanwhile."""
    opened = window.size()

    def fit() -> None:
        if is_seen(window) and window.size() == opened and is_plain(window):
            put_on_screen(window)

    QTimer.singleShot(FRAME_KNOWN_MS, window, fit)


def fit_size(size: QSize) -> QSize:
    """The size, no larger than the screen that a window opens on first."""
    screen = QGuiApplication.primaryScreen()
    return size.boundedTo(screen.availableSize()) if screen else size


def put_on_screen(window: QWidget) -> None:
    """With its frame, a window ends where its screen does."""
    frame = window.frameGeometry()
    fitting = fit_to_screens(_make_rect(frame), list_screens())
    if (fitting.width, fitting.height) != (frame.width(), frame.height()):
        size = QSize(fitting.width, fitting.height) - (frame.size() - window.size())
        window.resize(size.expandedTo(window.minimumSize()))
    if (fitting.x, fitting.y) != (frame.x(), frame.y()):
        window.move(fitting.x, fitting.y)


def _make_rect(rect: QRect) -> Rect:
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())
