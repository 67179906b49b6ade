"""Tells when windows come, go or move, whichever of ours it is, and keeps them right on other screens."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from app.ui.frames import FRAME_KNOWN_MS, NO_PLACES, is_plain, is_seen, put_on_screen
from app.ui.look import redress_window

RATIO = QEvent.Type.DevicePixelRatioChange
STATES = frozenset({QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange})
MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange})


class Watch(QObject):
    """Looks at some windows.

    Attributes:
        windows: those that it looks at.
        screens: keeps them right on others.

    Signals:
        seen: one was shown, hidden, minimized or the like.
        moved: one stands elsewhere, or is of another size.
        sharpened: one has come to a screen with other pixels.
    """

    seen = Signal()
    moved = Signal()
    sharpened = Signal(QWidget)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.windows: list[QWidget] = []
        self.screens = Screens(self)

    def begin(self, window: QWidget) -> None:
        """Look at a window, too."""
        self.windows.append(window)
        window.installEventFilter(self)

    def end(self, window: QWidget) -> None:
        """Look at it no more."""
        self.windows.remove(window)
        window.removeEventFilter(self)
        self.seen.emit()

    @property
    def has_seen(self) -> bool:
        """Whether anybody can see one of them."""
        return any(map(is_seen, self.windows))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt tells a window when its state has changed already."""
        kind = event.type()
        if kind in STATES:
            self.seen.emit()
        if kind in MOVES:
            self.moved.emit()
        if kind == RATIO:
            self.sharpened.emit(watched)
        return super().eventFilter(watched, event)


class Screens(QObject):
    """Brings windows back that stand where no screen is any more, and draws anew what comes to other pixels.

    Args:
        watch: has the windows.
    """

    def __init__(self, watch: Watch) -> None:
        super().__init__(watch)
        self._watch = watch
        watch.sharpened.connect(redress_window)
        self._later = QTimer(self, interval=FRAME_KNOWN_MS, singleShot=True)
        self._later.timeout.connect(self.bring_back)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.screenRemoved.connect(self._settle)
        application.screenAdded.connect(self._look_at)
        for screen in QGuiApplication.screens():
            self._look_at(screen)

    def bring_back(self) -> None:
        """Move those that nobody could reach; where windows know no places, the desktop does that."""
        if QGuiApplication.platformName().startswith(NO_PLACES):
            return
        for window in self._watch.windows:
            if is_seen(window) and is_plain(window) and is_lost(window):
                put_on_screen(window)

    def _look_at(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle)

    def _settle(self, *_: object) -> None:
        """The window manager has its turn first."""
        self._later.start()


def is_lost(window: QWidget) -> bool:
    """Whether the middle of its upper edge, by which it is moved, stands on no screen."""
    frame = window.frameGeometry()
    handle = frame.center()
    handle.setY(frame.top())
    return QGuiApplication.screenAt(handle) is None
