"""Whose gifts are seen: a pill a scope, or one button with a menu where they have no room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.ui.look import GRID, enlarge, set_gaps
from app.ui.panes.leaders.texts import name_scope
from app.ui.text import clean_isolated, write_tooltip
from app.words import gifts as words
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.state.leaderboard import ScopeView

NAME_LETTERS = 24


class ScopeBar(QWidget):
    """Scopes that can be looked at; nothing while there is one only.

    Signals:
        chosen: a scope.

    Attributes:
        pills: by scope.
        more: stands for them all where there is little room.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(show(words.SCOPES))
        self._names: dict[str | int, str] = {}
        self._scope: str | int = "stream"
        self._group = QButtonGroup(self)
        self.pills: dict[str | int, QPushButton] = {}
        self._row = QHBoxLayout(self)
        set_gaps(self._row, GRID // 4, 2 * GRID, 0, 2 * GRID, 0)
        self.more = _make_button()
        self.more.clicked.connect(self._open_menu)
        self._row.addWidget(self.more)
        self._row.addStretch(1)

    @property
    def has_choice(self) -> bool:
        """Whether there is more than one."""
        return len(self._names) > 1

    def find_name(self) -> str:
        """What the scope is called that is seen."""
        return self._names.get(self._scope, "")

    def present(self, scopes: Sequence[ScopeView], scope: str | int) -> None:
        """Show these, and that one as chosen."""
        names: dict[str | int, str] = {one.scope: name_scope(one) for one in scopes}
        if (names, scope) == (self._names, self._scope):
            return
        if names != self._names:
            self._names = names
            self._make_pills()
        self._scope = scope
        self.pills[scope].setChecked(True)
        self.more.setText(show(words.SCOPE_MENU.fill(scope=_write_label(self._names[scope]))))
        self.fit(self.width())

    def choose_next(self) -> None:
        """Look at the next one, after the last at the first."""
        scopes = list(self._names)
        if scopes:
            self.chosen.emit(scopes[(scopes.index(self._scope) + 1) % len(scopes)])

    def fit(self, room: int) -> None:
        """Use no more than so many px of width."""
        gaps = enlarge(GRID // 4) * len(self.pills) + 4 * enlarge(GRID)
        is_whole = sum(pill.sizeHint().width() for pill in self.pills.values()) + gaps <= room
        for pill in self.pills.values():
            pill.setVisible(is_whole)
        self.more.setHidden(is_whole)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any width will do: pills give way to a button."""
        return QSize(0, super().minimumSizeHint().height())

    def _make_pills(self) -> None:
        for pill in self.pills.values():
            self._group.removeButton(pill)
            self._row.removeWidget(pill)
            pill.deleteLater()
        self.pills = {}
        for at, (scope, name) in enumerate(self._names.items()):
            pill = self.pills[scope] = _make_button(_write_label(name))
            pill.setToolTip(write_tooltip(name))
            pill.setCheckable(True)
            pill.clicked.connect(partial(self._choose, scope))
            self._group.addButton(pill)
            self._row.insertWidget(at, pill)

    def _choose(self, scope: str | int, *_: bool) -> None:
        self.chosen.emit(scope)

    def _open_menu(self) -> None:
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - not for the first picture

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for scope, name in self._names.items():
            action = menu.addAction(_write_label(name), partial(self._choose, scope))
            action.setCheckable(True)
            action.setChecked(scope == self._scope)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _write_label(name: str) -> str:
    """A name on a button: short, in its own direction, its & no mark for a key."""
    return clean_isolated(name, NAME_LETTERS).replace("&", "&&")


def _make_button(text: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("span")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
