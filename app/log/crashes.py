"""Finds out whether the program ended unexpectedly: a file is there while it runs, and goes with a good end.

Python writes into it where each thread stood, should the process be killed by a fault of the system's own.
"""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from pathlib import Path

from app.files import lock_file
from app.log import LOG

PATTERN = "running-*.txt"
LONGEST = 1 << 16  # bytes that are read of what was left
MOST = 20  # files that are looked at


class CrashFile:
    """The file of this process, locked as long as that lives.

    Args:
        folder: of the log.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / PATTERN.replace("*", f"{os.getpid()}")
        self._number = -1

    def open(self) -> None:
        """Make the file; where none can be written, do without."""
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._number = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            lock_file(self._number)
            faulthandler.enable(self._number)

    def close(self) -> None:
        """Remove the file: this run ended as it should."""
        if self._number < 0:
            return
        faulthandler.disable()
        os.close(self._number)
        self._number = -1
        with suppress(OSError):
            self.path.unlink()


def take_leftovers(folder: Path) -> bool:
    """Move what programs left that did not come to their end into the log; whether there were such."""
    texts = [text for path in sorted(folder.glob(PATTERN))[:MOST] if (text := _take(path)) is not None]
    for text in texts:
        LOG.error("The program ended unexpectedly.\n%s", text)
    return bool(texts)


def _take(path: Path) -> str | None:
    """What stands in a file that nobody holds any more; it is gone then. None where somebody does."""
    try:
        number = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        if not lock_file(number):
            return None
        text = os.read(number, LONGEST).decode(errors="replace")
    finally:
        os.close(number)
    with suppress(OSError):
        path.unlink()
        return text
    return None
