"""How the process ends: at once where taking it apart could crash it."""

import subprocess
import sys
import threading

import pytest

from app.desktop.ending import WAITING_THREADS, end_process

WAITING = """
import sys, threading
from app.desktop.ending import end_process
threading.Thread(target=threading.Event().wait, name=sys.argv[1], daemon=True).start()
import atexit
atexit.register(print, "taken apart")
print("said", end="")
sys.exit(end_process(3))
"""


@pytest.mark.parametrize("name", sorted(WAITING_THREADS))
def test_with_a_thread_that_still_waits_nothing_is_taken_apart_and_nothing_is_lost(name):
    done = subprocess.run([sys.executable, "-c", WAITING, name], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "said")


def test_without_one_python_ends_as_it_does():
    done = subprocess.run([sys.executable, "-c", WAITING, "x"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "saidtaken apart\n")


def test_the_names_are_those_that_our_threads_have(monkeypatch):
    from app.cli import unlock
    from app.desktop import threads

    made = []
    monkeypatch.setattr(threading.Thread, "start", lambda thread: made.append(thread.name))
    monkeypatch.setattr(threading.Thread, "is_alive", lambda _: False)
    monkeypatch.setattr(unlock, "PATIENCE_S", 0.0)
    unlock.read_secrets()

    class Loop:
        call_soon_threadsafe = None

    monkeypatch.setattr(threads.asyncio, "get_running_loop", Loop)
    threads.run_in_thread(lambda: None, print, print)
    assert set(made) == WAITING_THREADS


def test_a_process_without_threads_goes_on(monkeypatch):
    monkeypatch.setattr("app.desktop.ending.QT", "no such module")
    assert end_process(5) == 5
