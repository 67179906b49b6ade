"""Takes pictures of every scene in three sizes: python tests/screens/take.py FOLDER [SCENE ...]."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
sys.path[:0] = [str(Path(__file__).parents[1] / "ui"), str(Path(__file__).parents[2])]

from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from scenes import SCENES, Stage  # noqa: E402

from app.ui.picture import save_picture  # noqa: E402
from app.ui.theme import dress  # noqa: E402
from app.ui.window import MainWindow  # noqa: E402

SIZES = ((1280, 800), (1920, 1080), (800, 600))


def main(folder, *names):
    app = QApplication([])
    dress(app)
    for name in names or SCENES:
        for width, height in SIZES:
            window = MainWindow(Stage(SCENES[name]()))
            window.resize(width, height)
            window.show()
            QTest.qWait(250)
            save_picture(window, Path(folder) / f"{name}-{width}.png")
            window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
