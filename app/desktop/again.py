"""Starts the program once more when it has ended, as it was started."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable


class Again:
    """Remembers whether the program is to start again.

    Args:
        finish: ends the program that runs.
    """

    def __init__(self, finish: Callable[[], None]) -> None:
        self._finish = finish
        self._is_wanted = False

    def want(self) -> None:
        """End the program, and let it start again after that."""
        self._is_wanted = True
        self._finish()

    def start(self) -> None:
        """Start anew if that is wanted; nothing of this process is needed for it."""
        if self._is_wanted:
            subprocess.Popen([sys.executable, *sys.orig_argv[1:]], start_new_session=True)  # noqa: S603
