"""What a test may not leave behind: threads, tasks, sockets, pipes and files of its own, windows and timers.

What is left would be collected in a later test, which then fails for it, or slow all that follow.
"""

import asyncio
import gc
import sys
import threading
import time
from pathlib import Path

import pytest

PATIENCE_S = 3.0
MANY_OBJECTS = 100_000  # made since garbage was looked for
DESCRIPTORS = Path("/proc/self/fd")
OWN = ("socket:", "pipe:", "/tmp", "/dev/null", str(Path.cwd()))  # noqa: S108 - where the tests' files are


def descriptors():
    """Open sockets, pipes and files by number; nothing where the system does not tell."""
    if not DESCRIPTORS.is_dir():
        return {}
    found = {}
    for link in DESCRIPTORS.iterdir():
        try:
            target = str(link.readlink())
        except OSError:
            continue  # the one that listed them
        if target.startswith(OWN) and not target.endswith((".pyc", ".py", ".so", ".log")):
            found[link.name] = target
    return found


def tasks():
    """Tasks that are not done, whosever loop they belong to."""
    known = getattr(asyncio.tasks, "_scheduled_tasks", None) or getattr(asyncio.tasks, "_all_tasks", ())
    return {task for task in list(known) if not task.done()}


def threads():
    return {thread for thread in threading.enumerate() if thread.is_alive()}


def windows():
    """Windows that are seen, and timers that run in one."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is None:
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen = [one for one in widgets.QApplication.topLevelWidgets() if one.isVisible()]
    timers = [t for one in widgets.QApplication.topLevelWidgets() for t in one.findChildren(QTimer)]
    return {f"window {one}" for one in seen} | {f"timer of {t.parent()}" for t in timers if t.isActive()}


def left(before):
    """What is there now and was not before."""
    found = {
        "threads": threads() - before["threads"],
        "tasks": tasks() - before["tasks"],
        "windows": windows() - before["windows"],
        "descriptors": {
            f"{number} {target}"
            for number, target in descriptors().items()
            if before["descriptors"].get(number) != target
        },
    }
    return {name: things for name, things in found.items() if things}


@pytest.fixture(autouse=True)
def nothing_left():
    """Each test ends what it began; a thread that is just ending gets a moment."""
    before = {"threads": threads(), "tasks": tasks(), "windows": windows(), "descriptors": descriptors()}
    yield
    until = time.monotonic() + PATIENCE_S
    while found := left(before):
        gc.collect()
        if time.monotonic() > until or not (found := left(before)):
            break
        time.sleep(0.01)
    if gc.get_count()[0] > MANY_OBJECTS:
        gc.collect()  # see conftest.py
    assert not found, f"left behind: {found}"
