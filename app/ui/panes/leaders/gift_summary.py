"""How many gifts come, and what the room says of them: on one line, or on two where that has no room."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.labels import FittingLabel
from app.ui.look import GRID, enlarge, set_gaps
from app.words import show

SIDE_BY_SIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
LONGER_PACES, WITH_SEEN = 2, 3  # so many of the wordings, the first ones, say all that there is to say
ANY_PX = 16_777_215  # Qt's own: any width


class GiftSummary(QWidget):
    """What there is to say about the gifts, in short.

    Attributes:
        pace: how many come in a minute.
        said: what we saw, and what the room says.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pace, self.said = (FittingLabel(size="caption", colour="muted") for _ in range(2))
        self._paces: tuple[str, ...] = ("",)
        self._sayings: tuple[str, ...] = ("",)
        self._row = QBoxLayout(SIDE_BY_SIDE, self)
        self._row.addWidget(self.pace, 1)
        self._row.addWidget(self.said, 1)

    def present(self, paces: tuple[str, ...], sayings: tuple[str, ...]) -> None:
        """Show these wordings of each, the longest first."""
        self._paces, self._sayings = tuple(map(show, paces)), tuple(map(show, sayings))
        self.pace.word(*paces)
        self.said.word(*sayings)
        self.pace.setVisible(bool(self._paces[0]))
        self.said.setVisible(bool(self._sayings[0]))

    def fit(self, width: int) -> None:
        """Use a width, px: the longest wordings that fit beside each other, else a line for each."""
        room = width - enlarge(5 * GRID)
        said_px = next((said for pace, said in self._list_widths() if pace + said <= room), None)
        is_row = said_px is not None
        self._row.setDirection(SIDE_BY_SIDE if is_row else BELOW)
        set_gaps(self._row, GRID if is_row else 0, 2 * GRID, 0, 2 * GRID, 0)
        side = Qt.AlignmentFlag.AlignRight if is_row and self._paces[0] else Qt.AlignmentFlag.AlignLeft
        self.said.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.said.setMinimumWidth(said_px or 0)
        self.said.setMaximumWidth(said_px or ANY_PX)

    def _list_widths(self) -> Iterator[tuple[int, int]]:
        """How wide wordings are that say all, the longest first."""
        for said in self._sayings[:WITH_SEEN]:
            for pace in self._paces[:LONGER_PACES]:
                yield math.ceil(self.pace.measure(pace)), math.ceil(self.said.measure(said)) + 1
