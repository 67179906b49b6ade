"""The ☰ menu: groups of rows, menus in it, and what is put before a group when it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.actions import MENUS, Action, MenuEntry
from app.ui.text import clean
from app.words import show


class Menu:
    """Made when it first opens, and filled each time.

    Args:
        parent: the window.
        rows: what stands in it, in order; those without a group do not.
        actions: by the names of the rows.
        grant: does what an added entry wishes for.
    """

    def __init__(
        self,
        parent: QWidget,
        rows: Sequence[Action],
        actions: Mapping[str, QAction],
        grant: Callable[[object], None],
    ) -> None:
        self._rows = [row for row in rows if row.group]
        self._actions, self._grant = actions, grant
        self._menu = QMenu(parent)
        self._inner = {name: QMenu(show(words), self._menu) for name, words in MENUS.items()}

    def open(self, place: QPoint, more: Mapping[str, Callable[[], Iterable[MenuEntry]]]) -> None:
        """Open it with its right upper corner there, on the screen."""
        for menu in (self._menu, *self._inner.values()):
            menu.clear()
        before = ""
        for name, rows in groupby(self._rows, key=lambda row: row.menu):
            self._fill(self._inner.get(name, self._menu), list(rows), more)
            if name and not before:
                self._menu.addSeparator()
            if name:
                self._menu.addMenu(self._inner[name])
            before = name
        self._menu.popup(place - QPoint(self._menu.sizeHint().width(), 0))

    def _fill(
        self, menu: QMenu, rows: Sequence[Action], more: Mapping[str, Callable[[], Iterable[MenuEntry]]]
    ) -> None:
        for name, group in groupby(rows, key=lambda row: row.group):
            menu.addSeparator()
            for entry in more[name]() if name in more else ():
                action = menu.addAction(clean(entry.words).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(entry.is_on)
                action.triggered.connect(partial(self._choose, entry.wish))
            if name in more:
                menu.addSeparator()
            menu.addActions([self._actions[row.name] for row in group])

    def _choose(self, wish: object, *_: bool) -> None:
        self._grant(wish)
