"""WINDOWS: windows beside the first one, each made when it is first wanted. A new one is a row.

The inspector is one and no pane: it reads messages of the session and no state, for which the feed and the
laws of panes would need an exception.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QWidget

from app.ui.frames import bring_forward, fit_frame_later

if TYPE_CHECKING:
    from app.ui.bindings import Bindings


class WindowRow(NamedTuple):
    """A window.

    Attributes:
        module: where its class is; imported when it is first opened.
        kind: its class, made with what it reads and with the first window; it has `bindings`.
        reads: the attribute of the session that it reads.
    """

    module: str
    kind: str
    reads: str


WINDOWS = {"inspector": WindowRow("app.ui.panes.inspector.window", "InspectorWindow", "inspector")}


class Windows:
    """Opens them.

    Args:
        home: the first window.
        session: has what they read.
    """

    def __init__(self, home: QWidget, session: object) -> None:
        self._home, self._session = home, session
        self._windows: dict[str, Any] = {}

    def open(self, name: str) -> None:
        """Open the window of that name, or bring it to the front."""
        if name not in self._windows:
            row = WINDOWS[name]
            kind = getattr(import_module(row.module), row.kind)
            self._windows[name] = kind(getattr(self._session, row.reads), self._home)
        window = self._windows[name]
        if not window.isVisible():
            fit_frame_later(window)
        bring_forward(window)

    def list_bindings(self) -> Iterable[Bindings]:
        """What can be done in those that are open."""
        return [window.bindings for window in self._windows.values() if window.isVisible()]

    def close(self) -> None:
        """Close all that were opened."""
        for window in self._windows.values():
            window.close()
