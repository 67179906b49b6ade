"""Takes pictures of every scene and dialog in three sizes: python tests/screens/take.py FOLDER [NAME ...]."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
sys.path[:0] = [str(Path(__file__).parents[1] / "ui"), str(Path(__file__).parents[2])]

from keepers import Keeper  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from scenes import SCENES, Stage  # noqa: E402

from app.settings import WAYS  # noqa: E402
from app.ui.look import dress  # noqa: E402
from app.ui.picture import save_picture  # noqa: E402
from app.ui.ways import WaysDialog  # noqa: E402
from app.ui.window import MainWindow  # noqa: E402

SIZES = ((1280, 800), (1920, 1080), (800, 600), (640, 480))


def main(folder, *names):
    app = QApplication([])
    dress(app)
    for name in names or [*SCENES, *WAYS]:
        for width, height in SIZES:
            way = name if name in WAYS else ""
            window = MainWindow(Stage(SCENES["busy" if way else name]()), keeper=Keeper({"way": way}))
            window.show()
            window.resize(width, height)
            QTest.qWait(250)
            save_picture(dialog(window, height) if way else window, Path(folder) / f"{name}-{width}.png")
            window.close()


def dialog(window, height):
    """The way in that is chosen, with everything unfolded, no higher than the window."""
    window.choose_way()
    chosen = window.findChild(WaysDialog)
    chosen.form.more.click()
    chosen.resize(chosen.width(), min(chosen.height(), height))
    QTest.qWait(100)
    return chosen


if __name__ == "__main__":
    main(*sys.argv[1:])
