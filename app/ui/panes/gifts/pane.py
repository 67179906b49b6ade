"""The gifts that came last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.card import Card
from app.ui.figures import group_openly
from app.ui.gift_rows import ROW_PX
from app.ui.gift_tables import frame_table, make_table, repaint_rows
from app.ui.least import LeastButton
from app.ui.look import enlarge
from app.ui.panes.gifts.delegate import LatestDelegate
from app.ui.panes.gifts.model import LatestModel
from app.ui.panes.gifts.source import GiftFrame, GiftSource
from app.ui.wishes import Prefer
from app.words import gifts as words

if TYPE_CHECKING:
    from app.pictures.wish import Key
    from app.settings import Choices
    from app.ui.pictures import Pictures

GIFT = "🎁"  # instead of a title beside which the filter has no room


class LatestPane(Card):
    """The latest gifts, newest on top; those of little worth can be left out, and count all the same."""

    SOURCE = GiftSource
    EVERY_MS = 150

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.title.word(title, GIFT)
        self.model = LatestModel(parent=self)
        self.table = make_table(self.model, words.LATEST_GIFTS)
        self.table.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the chat's rows, in any language
        self._cells = LatestDelegate(self.model, self.table)
        self.table.setItemDelegate(self._cells)
        self.table.horizontalHeader().setVisible(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.least = LeastButton()
        self.least.chosen.connect(self._choose)
        self.corner.addWidget(self.least)
        self._frame = frame_table(self.table, self.model, words.NO_LATEST)
        self.body.addWidget(self._frame)

    def prefer(self, choices: Choices) -> None:
        """Take what a gift is worth at least to be seen."""
        self._require(choices.gifts_least)

    def choose_least(self) -> None:
        """Let somebody choose what a gift is worth at least to be seen."""
        self.least.open_menu()

    def _choose(self, diamonds: int) -> None:
        self._require(diamonds)
        self.wish.emit(Prefer({"gifts_least": diamonds}))

    def _require(self, diamonds: int) -> None:
        self.least.present(diamonds)
        self.model.require(diamonds)
        none = words.NO_LATEST_FROM.fill(least=group_openly(diamonds)) if diamonds else words.NO_LATEST
        self._frame.note.present(none)

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
        if place and added and not frame.is_fresh:
            self.table.updateGeometries()
            bar.setValue(place + added * enlarge(ROW_PX))
