"""Makes the panes of the first window and puts each where it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import GRID, set_gaps

if TYPE_CHECKING:
    from app.ui.board import Board
    from app.ui.covers import Covers
    from app.ui.feed import Feed
    from app.ui.grants import Grants
    from app.ui.pane import Pane, Row
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
        table: Iterable[Row],
        panes: dict[str, Pane],
        feed: Feed,
        board: Board,
        covers: Covers,
        grants: Grants,
        pictures: Pictures,
    ) -> None:
        self._table, self._panes = tuple(table), panes
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

    def _add(self, rows: Iterable[Row]) -> None:
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
        pane.room_changed.connect(partial(self._board.make_room, name))
        pane.wish.connect(self._grants.grant)
        pane.offer(self._grants.wishes)
        pane.illustrate(self._pictures)
