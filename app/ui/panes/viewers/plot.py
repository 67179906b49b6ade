"""The plot behind the line of viewers: it shows and does nothing else, and waits while its size changes."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent

from app.ui.painting import open_painter
from app.ui.panes.viewers.axes import CountAxis, TimeAxis

PAUSE_MS = 120  # between two sizes of somebody who still pulls


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """No menu, no dragging, no buttons.

    Laid out anew and drawn it takes ten milliseconds. While somebody pulls at the window, what was drawn for
    the size before is stretched; when they pause, it is drawn for the size of now.
    """

    def __init__(self) -> None:
        self._still: QPixmap | None = None
        self._pause = QTimer(singleShot=True, interval=PAUSE_MS)
        bottom = TimeAxis(orientation="bottom")
        left = CountAxis(orientation="left")
        super().__init__(enableMenu=False, axisItems={"left": left, "bottom": bottom})
        self._pause.timeout.connect(self.end_pause)
        self.setAcceptDrops(False)  # what is dropped is for the window
        for axis in (left, bottom):
            axis.setStyle(tickLength=0, maxTickLevel=1)  # a third level is too pale to be seen
        self.showGrid(x=False, y=True, alpha=0.25)
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        # Else items that are placed while it paints make it paint once more.
        self.setViewportUpdateMode(self.ViewportUpdateMode.NoViewportUpdate)
        self.setMinimumSize(1, 1)  # the numbers above it come first

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802
        """The first size is taken at once, more that come soon after it when they have come to rest."""
        if event is None or not self._pause.isActive() or not event.oldSize().isValid():
            self._take_size(event)
        elif self._still is None:
            self._still = self._draw_still(event.oldSize())
        if event is not None:
            self._pause.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the plot, or how it was before its size began to change."""
        if self._still is None:
            super().paintEvent(event)
            return
        with open_painter(self.viewport()) as painter:
            painter.drawPixmap(self.viewport().rect(), self._still)

    def end_pause(self) -> None:
        """Draw for the size of now: nobody pulls any more, or what was drawn before has colours of before."""
        self._pause.stop()
        if self._still is not None:
            self._still = None
            self._take_size(QResizeEvent(self.viewport().size(), self.viewport().size()))

    def _take_size(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self.viewport().update()

    def _draw_still(self, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        still = QPixmap(size * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(self.backgroundBrush().color())
        with open_painter(still) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.scene().prepareForPaint()
            self.scene().render(painter)
        return still
