"""The gifts that came last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.card import Card
from app.ui.gift_rows import ROW_PX
from app.ui.gift_tables import frame_table, make_table, repaint_rows
from app.ui.look import enlarge
from app.ui.panes.gifts.delegate import LatestDelegate
from app.ui.panes.gifts.model import LatestModel
from app.ui.panes.gifts.source import GiftFrame, GiftSource
from app.words import gifts as words

if TYPE_CHECKING:
    from app.pictures.wish import Key
    from app.ui.pictures import Pictures


class LatestPane(Card):
    """The latest gifts, newest on top."""

    SOURCE = GiftSource
    EVERY_MS = 150

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.model = LatestModel(parent=self)
        self.table = make_table(self.model, words.LATEST_GIFTS)
        self.table.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the chat's rows, in any language
        self._cells = LatestDelegate(self.model, self.table)
        self.table.setItemDelegate(self._cells)
        self.table.horizontalHeader().setVisible(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(frame_table(self.table, self.model, words.NO_LATEST))

    def illustrate(self, pictures: Pictures) -> None:
        """Show gifts as they are found there."""
        self._cells.pictures = pictures
        pictures.arrived.connect(self._repaint_gifts)

    def _repaint_gifts(self, keys: frozenset[Key]) -> None:
        repaint_rows(self.table, lambda at: ("gift", self.model.find_row(at).gift_id) in keys)

    def redress(self) -> None:
        """Take the sizes of now."""
        self._cells.redress()
        self.table.verticalHeader().setDefaultSectionSize(enlarge(ROW_PX))

    def present(self, frame: GiftFrame) -> None:
        """Show a frame. Who scrolled down to read keeps their place."""
        bar = self.table.verticalScrollBar()
        place = bar.value()
        added = self.model.present(frame)
        self.model.note_thanked(frame.thanked)
        if place and added and not frame.fresh:
            self.table.updateGeometries()
            bar.setValue(place + added * enlarge(ROW_PX))
