"""Makes what the table of actions says: keys, the ☰ menu, context menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence

from app.ui.actions import ACTIONS, Action
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

LOCAL, EVERYWHERE = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WindowShortcut


class Bindings:
    """The actions of one window.

    Args:
        window: where their keys hold.
        name: which window it is, as rows name it.
        panes: owners of actions, by name.

    Attributes:
        actions: Qt's, by the names of the rows.
    """

    def __init__(self, window: QWidget, name: str, panes: Mapping[str, QWidget]) -> None:
        self._window = window
        self._rows = [row for row in ACTIONS if row.window == name]
        self._menu: QMenu | None = None
        self.actions = {row.name: self._bind(row, panes.get(row.pane, window)) for row in self._rows}

    def offer(self, wishes: frozenset[type]) -> None:
        """Show only what can be granted."""
        for row in self._rows:
            if row.needs is not None:
                self.actions[row.name].setVisible(row.needs in wishes)

    def open_menu(self, place: QPoint) -> None:
        """Open the menu with its right upper corner there, on the screen."""
        menu = self._menu = self._menu or self._build_menu()
        menu.popup(place - QPoint(menu.sizeHint().width(), 0))

    def _bind(self, row: Action, owner: QWidget) -> QAction:
        action = QAction(show(row.words), self._window)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setShortcutContext(LOCAL if row.is_local else EVERYWHERE)
        action.triggered.connect(partial(_call, getattr(owner, row.slot)))
        if row.is_local:
            owner.addAction(action)
            owner.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        else:
            self._window.addAction(action)
        return action

    def _build_menu(self) -> QMenu:
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - not for the first picture

        menu = QMenu(self._window)
        rows = [row for row in self._rows if row.group]
        for _, group in groupby(rows, key=lambda row: row.group):
            menu.addSeparator()
            menu.addActions([self.actions[row.name] for row in group])
        return menu


def _call(slot: Callable[[], object], *_: bool) -> None:
    """Qt says whether a box is ticked, which nobody asked."""
    slot()
