"""The panes of the layout, and those that may stand over all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from app.ui.pane import Pane


class Covers(QStackedWidget):
    """Shows the board, or the first pane that covers and needs room.

    Args:
        board: the panes that have a place in a layout.
        panes: all there are, by name.

    Attributes:
        is_lifted: the user looks beneath what would cover.
    """

    def __init__(self, board: QWidget, panes: Mapping[str, Pane]) -> None:
        super().__init__()
        self._board, self._panes = board, panes
        self._known: set[Pane] = set()
        self.is_lifted = False
        self.addWidget(board)
        self.gather()

    def gather(self) -> None:
        """Take in those that cover and were made since."""
        for pane in self._list_covers():
            if pane not in self._known:
                pane.room_changed.connect(self.arrange)
                if pane.parentWidget() in {None, self}:
                    self.addWidget(pane)
        self._known = {*self._list_covers()}

    def arrange(self, *, is_lifted: bool = False) -> None:
        """Show what needs room, unless the user looks beneath; that ends when something else needs it."""
        cover = next((pane for pane in self._list_covers() if pane.is_prominent), None)
        self.is_lifted = is_lifted = is_lifted and cover is not None
        had_keyboard = self.isAncestorOf(self.window().focusWidget() or self)
        shown = self._board if cover is None or is_lifted else cover
        self.setCurrentWidget(shown)
        if had_keyboard:
            self._give_keyboard(shown)
        for pane in self._panes.values():
            pane.learn_cover("none" if cover is None else "lifted" if is_lifted else "over")

    def _give_keyboard(self, shown: QWidget) -> None:
        """To the first pane there that takes it, else to the window: Qt gives it to whatever stands first."""
        stops = (pane.find_first_stop() for pane in self._panes.values())
        takers = (stop for stop in stops if stop is not None and stop.isVisibleTo(shown))
        next(takers, self.window()).setFocus()

    def _list_covers(self) -> list[Pane]:
        return [pane for pane in self._panes.values() if pane.COVERS]
