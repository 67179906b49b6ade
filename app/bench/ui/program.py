"""The real program with an observer inside: `python -m app.bench.ui.program ACT JSON [words for it]`.

Started as a user starts it (`python -m app`), it goes through an act, prints what the act found as JSON,
closes its window, and prints nothing else.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import time
import traceback
from collections.abc import Callable, Generator
from importlib import import_module
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

LOOK_MS = 0  # at every turn of the loop: before whatever the first paint has put off
Steps = Generator[int, None, None]
Act = Generator[int, None, dict[str, Any]]


class Observer:
    """Waits for the window, then plays the act: a generator that gives the ms until it goes on."""

    def __init__(self, begin: Callable[[Any], Act]) -> None:
        self._begin = begin
        self._first_paint_ns = 0
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        """Qt paints a window within the event that exposes it, so one that is exposed was painted."""
        windows = [window for window in QApplication.topLevelWidgets() if is_exposed(window)]
        if not windows:
            QTimer.singleShot(LOOK_MS, self._look)
            return
        self._first_paint_ns = time.monotonic_ns()
        self._go_on(windows[0], self._begin(windows[0]))

    def _go_on(self, window: QWidget, act: Act) -> None:
        try:
            wait_ms = next(act)
        except StopIteration as end:
            self._tell(end.value)
            window.close()
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


def main() -> None:
    """Start the observer, then the program."""
    act, told, *arguments = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    play = import_module(f"app.bench.ui.acts.{act}").play
    observer = Observer(lambda window: play(window, **json.loads(told)))  # noqa: F841 - lives as long as this
    sys.argv = ["sidestage", *arguments]
    runpy.run_module("app", run_name="__main__")
    del application


if __name__ == "__main__":
    main()
