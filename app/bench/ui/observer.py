"""Watches the real program from within, and leads it through an act."""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:
    from app.bench.ui.program import Act
    from app.ui.window import MainWindow

LOOK_MS = 0  # at every turn of the loop: before whatever the first paint has put off


class Observer:
    """Waits for the window, then plays the act: a generator that gives the ms until it goes on."""

    def __init__(self, begin: Callable[[Any], Act]) -> None:
        self._begin = begin
        self._first_paint_ns = 0
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        """Qt paints a window within the event that exposes it, so one that is exposed was painted."""
        windows = [one for one in QApplication.topLevelWidgets() if is_exposed(one)]
        if not windows:
            QTimer.singleShot(LOOK_MS, self._look)
            return
        self._first_paint_ns = time.monotonic_ns()
        window = cast("MainWindow", windows[0])  # the program opens no other
        self._go_on(window, self._begin(window))

    def _go_on(self, window: MainWindow, act: Act) -> None:
        try:
            wait_ms = next(act)
        except StopIteration as end:
            self._tell(end.value)
            window.finish()  # nobody is there to be asked
            return
        except Exception:  # noqa: BLE001 - whoever waits for the figures is told by the code
            traceback.print_exc()
            os._exit(1)
        QTimer.singleShot(wait_ms, lambda: self._go_on(window, act))

    def _tell(self, found: dict[str, Any]) -> None:
        found |= {"first_paint_ns": self._first_paint_ns, "closed_ns": time.monotonic_ns()}
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


def is_exposed(window: QWidget) -> bool:
    """Whether it is a main window that is on the screen."""
    handle = window.windowHandle()
    return isinstance(window, QMainWindow) and handle is not None and handle.isExposed()
