import gc
import weakref

from PySide6.QtWidgets import QApplication

from app.desktop.garbage import Collector


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self):
        self.itself = self


def test_garbage_is_looked_for_from_the_loop_only(qapp, qtbot):
    collector = Collector(QApplication.instance())
    knot = weakref.ref(Knot())
    assert not gc.isenabled()
    assert knot() is not None
    qtbot.waitUntil(lambda: knot() is None)
    collector.deleteLater()
