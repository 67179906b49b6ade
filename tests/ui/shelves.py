"""Pictures that lie ready, where the program would fetch them."""

from collections import deque

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from app.pictures.wish import Arrival


class Shelf:
    """Pictures that lie ready, and what was wished for."""

    def __init__(self):
        self.revision, self.wishes, self._arrivals = 0, [], deque()

    def wish(self, wishes):
        self.wishes += wishes

    def forget_wishes(self):
        self.wishes.clear()

    def take(self):
        return [self._arrivals.popleft() for _ in range(len(self._arrivals))]

    def put(self, key, data):
        self._arrivals.append(Arrival(key, data))
        self.revision += 1


def solid(colour, width=64, height=64, form="PNG"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return bytes(buffer.data())


def settle(qtbot, pictures):
    def is_settled():
        pictures.tick()
        return not pictures._busy

    qtbot.waitUntil(is_settled)
