"""A bare QPlainTextEdit to compare our window with: `python -m app.bench.ui.text_box PORT JSON`.

Every line that comes is appended, as anybody would; the box keeps as many as our chat.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QTcpSocket
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.bench.ui.spans import measure_spans

HOST = "127.0.0.1"


class TextBox(QPlainTextEdit):
    """Shows what it reads from a socket."""

    def __init__(self, port: int, lines: int, width: int, height: int) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setMaximumBlockCount(lines)
        self.resize(width, height)
        self.count = 0
        self._rest = b""
        self._socket = QTcpSocket(self)
        self._socket.readyRead.connect(self._read)
        self._socket.connectToHost(HOST, port)

    def _read(self) -> None:
        *lines, self._rest = (self._rest + self._socket.readAll().data()).split(b"\n")
        for line in lines:
            self.appendPlainText(line.decode())
        self.count += len(lines)


def main(port: str, told: str) -> None:
    """Show the box; print the cost of some time as JSON; leave."""
    application = QApplication(sys.argv[:1])
    options: dict[str, Any] = json.loads(told)
    box = TextBox(int(port), options["lines"], options["width"], options["height"])
    box.show()

    steps = measure_spans(lambda: box.count, options["cost_ms"])

    def go_on() -> None:
        try:
            QTimer.singleShot(next(steps), go_on)
        except StopIteration as end:
            sys.stdout.write(json.dumps(end.value) + "\n")
            application.quit()

    QTimer.singleShot(options["settle_ms"], go_on)
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
