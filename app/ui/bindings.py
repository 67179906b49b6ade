"""Makes what the table of actions says: keys, ticks, context menus; the ☰ menu is `app.ui.menus`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from shiboken6 import isValid

from app.ui.actions import ACTIONS, Action, MenuEntry
from app.ui.keys import listen, pick_keys, use_keys
from app.words import show
from app.words.layouts import REFUSED

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.settings import Choices
    from app.ui.grants import Grants
    from app.ui.menus import Menu

LOCAL, EVERYWHERE = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WindowShortcut


class Bindings:
    """The actions of one window.

    Args:
        window: where their keys hold.
        name: which window it is, as rows name it.
        panes: owners of actions, by name.
        grants: does what rows wish for; without, rows have slots only.

    Attributes:
        actions: Qt's, by the names of the rows.
        more: entries that are added to groups of the ☰ menu when it opens.
    """

    def __init__(
        self, window: QWidget, name: str, panes: Mapping[str, QWidget], grants: Grants | None = None
    ) -> None:
        self._window, self._panes, self._grants = window, panes, grants
        self.rows = [row for row in ACTIONS if row.window == name]
        self._menu: Menu | None = None
        self._switches: list[tuple[QAction, object]] = []
        self.more: dict[str, Callable[[], Iterable[MenuEntry]]] = {}
        self.actions = {row.name: self._bind(row, panes.get(row.pane, window)) for row in self.rows}
        self._press()
        listen(self._press)

    def take(self, choices: Choices) -> None:
        """Take the keys that the user chose, for all windows."""
        if choices.keys:
            from app.ui.key_rules import choose_keys  # noqa: PLC0415 - mostly nobody chose any

            choose_keys(choices.keys)
        else:
            use_keys({})

    def _press(self) -> None:
        """Give each action the keys of now."""
        if isValid(self._window):
            for row in self.rows:
                keys = pick_keys(row.name, row.keys)
                self.actions[row.name].setShortcuts([QKeySequence(one) for one in keys])

    @property
    def window_actions(self) -> list[QAction]:
        """Those whose keys hold in the whole window, and in others that they are added to."""
        return [self.actions[row.name] for row in self.rows if not row.is_local]

    def list_possible(self, focus: QWidget | None) -> Iterable[tuple[Action, QAction]]:
        """What can be done now: what belongs to a pane only while that has the keyboard."""
        for row in self.rows:
            action, owner = self.actions[row.name], self._panes.get(row.pane)
            is_near = (
                owner is not None and focus is not None and (owner is focus or owner.isAncestorOf(focus))
            )
            if action.isVisible() and action.isEnabled() and (is_near or not row.is_local):
                yield row, action

    def list_added(self, group: str) -> Iterable[MenuEntry]:
        """What is added to a group of the ☰ menu."""
        return self.more[group]() if group in self.more else ()

    def offer(self, wishes: frozenset[type]) -> None:
        """Show only what can be granted, and why something cannot be here."""
        for row in self.rows:
            action = self.actions[row.name]
            if row.needs is not None:
                action.setVisible(row.needs in wishes)
            refusal = self._grants.find_refusal(row.wish) if self._grants is not None else ""
            if refusal:
                action.setText(show(REFUSED.fill(action=row.words, reason=refusal)))
        self.tick()

    def offer_in(self, panes: Mapping[str, QWidget], names: Iterable[str]) -> None:
        """Put what can be done with each of these panes into its context menu."""
        for name in names:
            for row in self.rows:
                if row.is_for_panes:
                    action = self._make(row, replace(row.wish, pane=name), self._window)
                    _put_into_menu(action, panes[name])

    def tick(self) -> None:
        """Give each switch its tick, or take it; what cannot be done now is grey."""
        if self._grants is None:
            return
        for action, wish in self._switches:
            action.setChecked(self._grants.is_granted(wish))
        for row in self.rows:
            if row.wish is not None:
                self.actions[row.name].setEnabled(self._grants.is_possible(row.wish))

    def open_menu(self, place: QPoint) -> None:
        """Open the menu with its right upper corner there, on the screen."""
        from app.ui.menus import Menu  # noqa: PLC0415 - not for the first picture

        self.tick()
        self._menu = self._menu or Menu(self._window, self.rows, self.actions, self._grant)
        self._menu.open(place, self.more)

    def _bind(self, row: Action, owner: QWidget) -> QAction:
        action = self._make(row, row.wish, self._window)
        action.setShortcutContext(LOCAL if row.is_local else EVERYWHERE)
        if row.slot:
            action.triggered.connect(partial(self._do, row))
        if row.is_local:
            _put_into_menu(action, owner)
        else:
            self._window.addAction(action)
        return action

    def _make(self, row: Action, wish: object, parent: QWidget) -> QAction:
        action = QAction(show(row.words), parent)
        if row.is_switch:
            action.setCheckable(True)
            self._switches.append((action, wish))
        if wish is not None:
            action.triggered.connect(partial(_call, partial(self._grant, wish)))
        return action

    def _do(self, row: Action, *_: bool) -> None:
        """Let the owner of now do it; a pane that was closed after a fault does nothing."""
        slot = getattr(self._panes.get(row.pane, self._window), row.slot, None)
        if slot is not None:
            slot()

    def _grant(self, wish: object) -> None:
        if self._grants is not None:
            self._grants.grant(wish)


def _put_into_menu(action: QAction, owner: QWidget) -> None:
    owner.addAction(action)
    owner.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def _call(slot: Callable[[], object], *_: bool) -> None:
    """Call without what Qt’s signal brings: whether the action is ticked."""
    slot()
