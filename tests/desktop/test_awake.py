"""The system stays awake exactly while a room is on air and that is wished for."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.desktop.awake import LOCKS, Awake, Companion
from app.desktop.options import WindowOptions
from app.desktop.rooms import Rooms
from app.desktop.window import stay_awake
from app.settings import DEFAULTS
from app.ui.window import MainWindow
from tests.ui.rooms import Room

bus_only = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no bus here")


class Log:
    """A lock that counts who holds it."""

    def __init__(self, *, can_be_held=True):
        self.can_be_held, self.held, self.tries = can_be_held, 0, 0

    def hold(self):
        self.tries += 1
        self.held += self.can_be_held
        return self.can_be_held

    def release(self):
        self.held -= 1


def prefer(is_wanted):
    return replace(DEFAULTS, keep_awake=is_wanted)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=12))
def test_it_is_held_exactly_while_on_air_and_wished_for(steps):
    lock = Log()
    awake = Awake([lambda: lock])
    is_wanted = is_on_air = False
    for is_wish, value in steps:
        if is_wish:
            is_wanted = value
            awake.take(prefer(value))
        else:
            is_on_air = value
            awake.present(value)
        assert lock.held == (is_wanted and is_on_air)
    awake.finish()
    assert lock.held == 0


def test_the_first_that_can_be_held_is_and_the_others_are_left_alone():
    none, first, second = Log(can_be_held=False), Log(), Log()
    awake = Awake([lambda: none, lambda: first, lambda: second])
    awake.take(prefer(True))
    awake.present(on_air=True)
    assert (none.tries, first.held, second.tries) == (1, 1, 0)
    awake.finish()
    assert first.held == 0


def test_where_nothing_can_be_held_it_is_not_tried_each_second():
    none = Log(can_be_held=False)
    awake = Awake([lambda: none])
    awake.take(prefer(True))
    for on_air in (True, True, False, True):
        awake.present(on_air)
    assert none.tries == 1


def test_the_window_says_when_a_room_is_on_air(qtbot, backend, monkeypatch):
    lock, room = Log(), Room()
    monkeypatch.setitem(LOCKS, sys.platform, (lambda: lock,))
    window = MainWindow(room)
    qtbot.addWidget(window)
    awake = stay_awake(window, Rooms(WindowOptions()))
    window.feed.tick()
    assert lock.held == 0
    room.go_live()
    window.feed.tick()
    assert lock.held == 1
    room.tell(ev.Disconnected(ended=True, at_ms=room.at))
    window.feed.tick()
    assert lock.held == 0
    awake.finish()


def test_every_system_has_its_ways():
    assert all(LOCKS[name] for name in ("win32", "darwin", "linux"))


@pytest.mark.skipif(sys.platform == "win32", reason="cat")
def test_a_program_that_keeps_awake_ends_when_it_is_let_go_or_we_end():
    companion = Companion(("cat",))
    assert companion.hold()
    process = companion._process
    assert process.poll() is None
    companion.release()
    assert process.poll() is not None
    companion.release()
    assert not Companion(("no-such-program-anywhere",)).hold()


@pytest.fixture
def bus(monkeypatch):
    """A bus of the test's own."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        yield
        daemon.terminate()


SERVICE = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher, QDBusVirtualObject

application, bus = QCoreApplication([]), QDBusConnection.sessionBus()
watcher = QDBusServiceWatcher()
watcher.setConnection(bus)
watcher.setWatchMode(QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration)
watcher.serviceUnregistered.connect(lambda _: print("let go", flush=True))

class Saver(QDBusVirtualObject):
    def handleMessage(self, message, connection):
        watcher.addWatchedService(message.service())
        print(message.member(), message.arguments()[0], flush=True)
        return connection.send(message.createReply([7]))

    def introspect(self, path):
        return ""

saver = Saver()
bus.registerVirtualObject("/org/freedesktop/ScreenSaver", saver)
print(bus.registerService("org.freedesktop.ScreenSaver"), flush=True)
application.exec()
"""
CLIENT = """
from PySide6.QtCore import QCoreApplication
from app.desktop.awake import ScreenSaver

application, saver = QCoreApplication([]), ScreenSaver()
print(saver.hold(), flush=True)
input()
saver.release()
input()
"""


def start(program, **pipes):
    command = [sys.executable, "-c", program]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ), **pipes)


@bus_only
def test_the_desktop_of_linux_is_asked_and_let_go(bus):
    with start(SERVICE) as service:
        assert service.stdout.readline() == "True\n"
        with start(CLIENT, stdin=subprocess.PIPE) as client:
            assert client.stdout.readline() == "True\n"
            assert service.stdout.readline() == "Inhibit sidestage\n"
            client.stdin.write("\n")
            client.stdin.flush()
            assert service.stdout.readline() == "let go\n"  # while the program goes on
            client.kill()
        service.kill()


@bus_only
def test_a_desktop_without_the_service_is_none(bus):
    with start(CLIENT, stdin=subprocess.PIPE) as client:
        assert client.communicate("\n\n")[0] == "False\n"
