"""The plot behind the line of viewers: it shows and does nothing else."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt

from app.ui.panes.viewers.axes import CountAxis, TimeAxis


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """No menu, no dragging, no buttons."""

    def __init__(self) -> None:
        bottom = TimeAxis(orientation="bottom")
        left = CountAxis(orientation="left")
        super().__init__(enableMenu=False, axisItems={"left": left, "bottom": bottom})
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
