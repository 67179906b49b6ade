"""Makes the panes of the first window and puts each where it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.settings import DEFAULTS
from app.ui.look import GRID, hold_families, set_gaps

if TYPE_CHECKING:
    from app.settings import Choices
    from app.ui.board import Board
    from app.ui.covers import Covers
    from app.ui.feed import Feed
    from app.ui.grants import Grants
    from app.ui.pane import Pane, PaneRow
    from app.ui.pictures import Pictures


class PaneMaker:
    """Makes panes of rows: those of the first picture first.

    Args:
        table: the rows, in the order in which panes are looked through.
        panes: those that were made, by name, in the order of the table; this fills it.
        feed: gives them what they show.
        board: has the places of those that have one.
        covers: has those that stand over the others.
        grants: does what they wish for.
        pictures: finds pictures for them.

    Attributes:
        stage: has all of them, bars above the others.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - a pane belongs to all of them
        self,
        table: Iterable[PaneRow],
        panes: dict[str, Pane],
        feed: Feed,
        board: Board,
        covers: Covers,
        grants: Grants,
        pictures: Pictures,
    ) -> None:
        self._table, self._panes, self._choices = tuple(table), panes, DEFAULTS
        self._rows = {row.name: row for row in self._table}
        self._feed, self._board, self._covers = feed, board, covers
        self._grants, self._pictures = grants, pictures
        self.stage = QWidget()
        self.stage.setObjectName("stage")
        self._column = QVBoxLayout(self.stage)
        set_gaps(self._column, GRID, GRID, GRID, GRID, GRID)
        self._column.addWidget(covers, 1)

    def make_first(self) -> None:
        """Make those of the first picture."""
        self._add([row for row in self._table if row.is_first])
        for at, name in enumerate(self._board.layout.bars):
            self._column.insertWidget(at, self._panes[name])

    def make_others(self) -> None:
        """Make all others."""
        self._add([row for row in self._table if row.name not in self._panes])

    def take(self, choices: Choices) -> None:
        """Tell all panes what the user chose; those that are made later learn it, too."""
        self._choices = choices
        for pane in self._panes.values():
            pane.prefer(choices)

    def prepare(self) -> None:
        """Let all panes load what takes long, and keep the fonts that they all write in."""
        hold_families()
        for pane in self._panes.values():
            pane.prepare()

    def close(self, name: str) -> None:
        """Put a sentence in the place of a pane that failed."""
        from app.ui.placeholder import ClosedPane  # noqa: PLC0415 - rare

        channel, pane = self._feed.channels[name], self._panes[name]
        channel.is_open = False
        channel.frames.disconnect(pane.present)
        is_out = pane.FILLS and pane.window() is not self.stage.window()
        self._replace(name, ClosedPane(self._rows[name], needs_room=not is_out and _has_need_of_room(pane)))

    def make_anew(self, name: str) -> None:
        """Put a fresh pane in the place of one that was closed."""
        closed, pane = self._panes[name], self._rows[name].make()
        self._replace(name, pane)
        channel = self._feed.channels[name]
        channel.frames.connect(pane.present)
        channel.is_open = True
        channel.begin()
        pane.prefer(self._choices)
        pane.prepare()
        if pane.FILLS:
            is_out = pane.window() is not self.stage.window()
            pane.fill(is_over=closed.needs_room and not is_out, is_out=is_out)
        self._feed.tick()

    def _replace(self, name: str, pane: Pane) -> None:
        """Put a pane where another one is, with its actions, and delete that."""
        before, is_shown = self._panes[name], not self._panes[name].isHidden()
        focus, is_home = before.window().focusWidget(), before.window() is self.stage.window()
        had_keyboard = focus is not None and (focus is before or before.isAncestorOf(focus))
        before.blockSignals(True)
        replace_widget(before, pane)
        self._panes[name] = pane
        pane.addActions(before.actions())
        pane.setContextMenuPolicy(before.contextMenuPolicy())
        self._covers.gather()
        self._board.arrange(self._board.layout)
        self._wire(name, pane)
        if not (pane.COVERS and is_home):
            pane.setVisible(is_shown)
        self._covers.arrange(is_lifted=self._covers.is_lifted)
        if had_keyboard:
            (pane.find_first_stop() or pane).setFocus()
        before.hide()
        before.deleteLater()

    def _add(self, rows: Iterable[PaneRow]) -> None:
        made = {row.name: row.make() for row in rows}
        together = self._panes | made
        self._panes.clear()
        self._panes.update({row.name: together[row.name] for row in self._table if row.name in together})
        self._feed.add(row.line for row in self._table if row.name in made)
        self._covers.gather()
        self._board.arrange(self._board.layout)
        for name, pane in made.items():
            self._connect(name, pane)

    def _connect(self, name: str, pane: Pane) -> None:
        self._feed.channels[name].frames.connect(pane.present)
        self._wire(name, pane)

    def _wire(self, name: str, pane: Pane) -> None:
        pane.room_changed.connect(partial(self._board.make_room, name))
        pane.wish.connect(self._grants.grant)
        pane.offer(self._grants.wishes)
        pane.illustrate(self._pictures)


def _has_need_of_room(pane: Pane) -> bool:
    """Whether it needs room, as far as a pane that failed can still tell."""
    try:
        return pane.needs_room
    except Exception:  # noqa: BLE001 - this may be what fails
        return False


def replace_widget(before: QWidget, after: QWidget) -> None:
    """Put a widget where another one stands, be it in a splitter, a stack or a layout."""
    parent = before.parentWidget()
    if isinstance(parent, QSplitter):
        parent.replaceWidget(parent.indexOf(before), after)
    elif isinstance(parent, QStackedWidget):
        parent.removeWidget(before)
    elif parent is not None and (layout := parent.layout()) is not None:
        layout.replaceWidget(before, after)
    if after.parentWidget() is None:
        after.setParent(parent)
