"""The end of the process."""

from __future__ import annotations

import logging
import os
import sys
import threading
from contextlib import suppress

# Threads that may never come back: they wait for a keyring, and a keyring waits for its owner.
WAITING_THREADS = frozenset({"sidestage-worker", "sidestage-keyring"})
QT = "PySide6.QtWidgets"


def end_process(code: int) -> int:
    """Let the process end here if taking it apart could crash it; gives the code back where it cannot.

    When an interpreter ends, Qt's objects, the libraries behind a keyring and threads that still use them
    are destroyed in no certain order: once in 500 starts that were ended at once the process died of SIGSEGV
    with all its work done. Everything of ours is closed by now, so there is nothing to take apart.
    """
    if QT in sys.modules or any(thread.name in WAITING_THREADS for thread in threading.enumerate()):
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            # Closed, or none: what it lost was told before.
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)
    return code
