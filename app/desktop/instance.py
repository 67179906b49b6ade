"""One window for each settings file: a second start hands over what it was asked for and ends."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.frozen import value

PATIENCE_MS = 1_000  # in which the first window answers; after that it is taken for dead
ANSWER = b"shown\n"
MOST = 4_096  # bytes of what is handed over
LETTERS = 500  # of a name, as many as its box takes
ANYBODY = 0xFFFFFFFF  # ASFW_ANY of Windows


@value
class Start:
    """What a start was asked for.

    Attributes:
        target: whom to follow; empty for nobody.
        is_demo: follow the invented room.
    """

    target: str = ""
    is_demo: bool = False


def hand_over(start: Start, name: str) -> bool:
    """Give a start to the window that is open already; whether there is one that took it.

    Args:
        start: what was asked for.
        name: as `app.desktop.meeting` names it.
    """
    deadline = time.monotonic() + PATIENCE_MS / 1000

    def left_ms() -> int:
        return max(0, round((deadline - time.monotonic()) * 1000))

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(left_ms()):
        return False
    _let_come_forward()
    socket.write(json.dumps({"target": start.target[:LETTERS], "demo": start.is_demo}).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(left_ms()):
            return False
    return bytes(socket.readLine().data()) == ANSWER


class Instance(QObject):
    """Listens for later starts.

    Args:
        name: as `app.desktop.meeting` names it.
        take: does what a later start was asked for, and brings the window forward.
    """

    def __init__(self, name: str, take: Callable[[Start], None], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        if not self._server.listen(name):  # of a window that is gone, or that does not answer
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            start = read_start(bytes(socket.readLine(MOST).data()))
            if start is not None:
                socket.write(ANSWER)
                self._take(start)
        if socket.bytesAvailable() > MOST:
            socket.abort()


def read_start(line: bytes) -> Start | None:
    """Read what another start sent; None for anything else."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(entry, dict):
        return None
    target, demo = entry.get("target"), entry.get("demo")
    if not isinstance(target, str) or not isinstance(demo, bool) or len(target) > LETTERS:
        return None
    return Start(target, demo)


def _let_come_forward() -> None:
    """Windows lets a window come to the front only if the program with the keyboard allows it."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for Windows only

        ctypes.windll.user32.AllowSetForegroundWindow(ANYBODY)
