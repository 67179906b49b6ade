"""An empty window that prints when it was painted; our start is compared with it.

`python -m app.bench.ui.bare`
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

LOOK_MS = 0  # at every turn of the loop: before whatever the first paint has put off


def main() -> None:
    """Show an empty window, print when it was painted, and end."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()

    def look() -> None:
        if not window.windowHandle().isExposed():
            QTimer.singleShot(LOOK_MS, look)
            return
        sys.stdout.write(json.dumps({"first_paint_ns": time.monotonic_ns()}) + "\n")
        application.quit()

    QTimer.singleShot(0, look)
    application.exec()


if __name__ == "__main__":
    main()
