"""Panes that stand over all others while they need room."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.pane import Pane


class Covers:
    """Shows the board, or a pane over it.

    Args:
        board: what is covered.
        panes: all there are.

    Attributes:
        stack: has the board and what covers it.
    """

    def __init__(self, board: QWidget, panes: Iterable[Pane]) -> None:
        self._board, self._panes = board, tuple(panes)
        self.stack = QStackedWidget()
        for widget in (board, *(pane for pane in self._panes if pane.COVERS)):
            self.stack.addWidget(widget)

    def show(self, *, is_lifted: bool = False) -> None:
        """The first pane that covers and needs room stands over all others, unless the user looks beneath."""
        cover = next((pane for pane in self._panes if pane.COVERS and pane.needs_room), None)
        is_lifted = is_lifted and cover is not None
        self.stack.setCurrentWidget(self._board if cover is None or is_lifted else cover)
        for pane in self._panes:
            pane.learn_cover("none" if cover is None else "lifted" if is_lifted else "over")
