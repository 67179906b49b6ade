"""A place for a splitter that scrolls once its panes are more than fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from app.ui.viewport import give_viewport

LEAST_PX = 96  # as low as one pane can be


class Scroller(QScrollArea):
    """Shows all of a splitter while its panes have room at their smallest, else a part of it.

    Args:
        splitter: is made as wide as this, and as high, or higher.
    """

    def __init__(self, splitter: QSplitter) -> None:
        super().__init__()
        self._splitter = splitter
        give_viewport(self, is_filled=False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(splitter)
        splitter.setAutoFillBackground(False)

    def fit(self) -> None:
        """Give the splitter the height that its panes need at least, at once; Qt does that later."""
        widgets = (self._splitter.widget(at) for at in range(self._splitter.count()))
        heights = [
            one.minimumSizeHint().height() for one in widgets if one is not None and not one.isHidden()
        ]
        gaps = self._splitter.handleWidth() * max(0, len(heights) - 1)
        is_column = self._splitter.orientation() == Qt.Orientation.Vertical
        self._splitter.setMinimumHeight(sum(heights) + gaps if is_column else max(heights, default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the splitter can be; there is always room for one pane."""
        least = self._splitter.minimumSizeHint()
        return QSize(least.width(), min(least.height(), LEAST_PX))

    def sizeHint(self) -> QSize:  # noqa: N802
        """What the splitter would like."""
        return self._splitter.sizeHint()

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget that is in the splitter."""
        if self._splitter.isAncestorOf(widget):
            self.ensureWidgetVisible(widget, 0, 0)
