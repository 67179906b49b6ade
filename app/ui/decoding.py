"""Makes pictures of files beside the window's thread: they are strangers' files, of any size and shape."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QRunnable, QSize, Qt, QThreadPool
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath

from app.ui.painting import drop_tools, open_painter

if TYPE_CHECKING:
    from app.pictures.wish import Key

THREADS = 2
ALLOCATION_MB = 16  # Qt's own limit is 256
MOST_PIXELS = 4_096  # a side of a file; pictures here have some hundred


class Shape(NamedTuple):
    """What a picture is made into.

    Attributes:
        side: of the square it fits in, pixels of the screen.
        is_round: cut into a disc that fills the square.
    """

    side: int
    is_round: bool


Name = tuple["Key", Shape]  # of a decoded picture
Ready = deque[tuple[Name, QImage | None]]


class Decoder(QObject):
    """Decodes in threads of its own; whoever asked takes what is ready."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QImageReader.setAllocationLimit(ALLOCATION_MB)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._ready: Ready = deque()

    def decode(self, name: Name, data: bytes) -> None:
        """Make a picture in that shape; never waits."""
        self._pool.start(_Work(name, data, self._ready))

    def take(self) -> list[tuple[Name, QImage | None]]:
        """What is ready since it was taken last: names with pictures, None for what is no picture."""
        return [self._ready.popleft() for _ in range(len(self._ready))]

    def stop(self) -> None:
        """Begin nothing more, and wait for what is under way."""
        self._pool.clear()
        self._pool.waitForDone()


class _Work(QRunnable):
    def __init__(self, name: Name, data: bytes, ready: Ready) -> None:
        super().__init__()
        self._name, self._data, self._ready = name, data, ready

    def run(self) -> None:
        self._ready.append((self._name, read_image(self._data, self._name[1])))


def read_image(data: bytes, shape: Shape) -> QImage | None:
    """A picture of a file in that shape; of a moving one the first frame; None when it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if max(size.width(), size.height()) > MOST_PIXELS or size.isEmpty():
        return None
    reader.setScaledSize(_fit(size, shape))
    image = reader.read()
    if image.isNull():
        return None
    return _cut_round(image, shape.side) if shape.is_round else image.convertToFormat(PREMULTIPLIED)


PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied


def _fit(size: QSize, shape: Shape) -> QSize:
    """As large as it must be: within the square, or so that it fills it. Never empty."""
    mode = Qt.AspectRatioMode
    how = mode.KeepAspectRatioByExpanding if shape.is_round else mode.KeepAspectRatio
    fitting = size.scaled(shape.side, shape.side, how)
    return fitting.expandedTo(QSize(1, 1)).boundedTo(QSize(MOST_PIXELS, MOST_PIXELS))


def _cut_round(image: QImage, side: int) -> QImage:
    disc = QImage(side, side, PREMULTIPLIED)
    disc.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addEllipse(QRectF(0, 0, side, side))
    with open_painter(disc) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(path)
        painter.drawImage((side - image.width()) // 2, (side - image.height()) // 2, image)
    return drop_tools(disc)
