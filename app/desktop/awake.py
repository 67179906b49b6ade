"""Keeps the screen on and the machine awake while a room is on air."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

from app.log import LOG
from app.settings import Choices
from app.words import desktop as words
from app.words import show

NAME = "sidestage"
SERVICE, PLACE = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
ANSWER_MS = 1_000
END_S = 0.5  # in which a program whose input has ended has ended, too
# Windows, SetThreadExecutionState: from now on; the system; the display.
CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x1, 0x2
# Each holds the lock until its input ends: also when this program does not come to say so.
CAFFEINATE = ("caffeinate", "-d", "-i", "cat")
INHIBIT = ("systemd-inhibit", "--what=idle:sleep", f"--who={NAME}", "--mode=block", "cat")


class Lock(Protocol):
    """One way to keep a system awake."""

    def hold(self) -> bool:
        """Keep it awake from now on; whether that can be done here."""
        ...

    def release(self) -> None:
        """Let it sleep again."""
        ...


class Companion:
    """A program of the system that keeps it awake while it runs.

    Args:
        command: what it is started with.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self) -> bool:
        """Start it."""
        program = shutil.which(self._command[0])
        if program is None:
            return False
        try:
            self._process = subprocess.Popen(  # noqa: S603 - a command of our own
                [program, *self._command[1:]],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            return False
        return True

    def release(self) -> None:
        """End its input, at which it ends."""
        process, self._process = self._process, None
        if process is None or process.stdin is None:
            return
        with suppress(OSError):  # it may have ended before
            process.stdin.close()
        try:
            process.wait(END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class ScreenSaver:
    """The service of desktops on Linux; it lets go when the connection to the bus does."""

    def hold(self) -> bool:
        """Ask the service; where there is none the bus may be missing, too."""
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415 - while on air

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, NAME)
        service = bus.interface() if bus.isConnected() else None
        if service is None or not service.isServiceRegistered(SERVICE).value():
            self.release()
            return False
        call = QDBusMessage.createMethodCall(SERVICE, PLACE, SERVICE, "Inhibit")
        call.setArguments([NAME, show(words.ON_AIR)])
        answer = bus.call(call, QDBus.CallMode.Block, ANSWER_MS)
        if answer.type() != QDBusMessage.MessageType.ReplyMessage:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Leave the bus."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415

        QDBusConnection.disconnectFromBus(NAME)


class ExecutionState:
    """What Windows knows of this thread."""

    def hold(self) -> bool:
        """Say that system and display are needed."""
        return self._set(CONTINUOUS | SYSTEM | DISPLAY)

    def release(self) -> None:
        """Say that nothing is needed."""
        self._set(CONTINUOUS)

    @staticmethod
    def _set(state: int) -> bool:
        import ctypes  # noqa: PLC0415 - for Windows only

        return bool(getattr(ctypes, "windll").kernel32.SetThreadExecutionState(state))  # noqa: B009


# The first that can be held is.
LOCKS: dict[str, tuple[Callable[[], Lock], ...]] = {
    "win32": (ExecutionState,),
    "darwin": (lambda: Companion(CAFFEINATE),),
    "linux": (ScreenSaver, lambda: Companion(INHIBIT)),
}


class Awake:
    """Holds the lock exactly while a room is on air and the user wants that.

    Args:
        locks: ways to keep this system awake, the best first.
    """

    def __init__(self, locks: Sequence[Callable[[], Lock]] | None = None) -> None:
        self._locks = LOCKS.get(sys.platform, LOCKS["linux"]) if locks is None else locks
        self._lock: Lock | None = None
        self._is_on_air = self._is_wanted = self._is_impossible = False

    def take(self, choices: Choices) -> None:
        """Take what the user chose."""
        self._is_wanted = choices.keep_awake
        self._settle()

    def present(self, on_air: bool) -> None:  # noqa: FBT001 - a frame of its source
        """Learn whether a room is on air."""
        self._is_on_air = on_air
        self._settle()

    def finish(self) -> None:
        """Let the system sleep: the program ends."""
        self.present(on_air=False)

    def _settle(self) -> None:
        is_due = self._is_on_air and self._is_wanted
        if is_due and self._lock is None and not self._is_impossible:
            self._lock = next((lock for make in self._locks if (lock := make()).hold()), None)
            self._is_impossible = self._lock is None
            if self._is_impossible:
                LOG.warning("Nothing here can keep the system awake.")
        elif not is_due and self._lock is not None:
            lock, self._lock = self._lock, None
            lock.release()
