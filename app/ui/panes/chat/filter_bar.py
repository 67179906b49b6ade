"""What stands above the rows: which kinds of rows are shown, and gifts from which worth on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.ui.look import GRID, enlarge, set_gaps
from app.ui.panes.chat.filters import FILTERS
from app.ui.panes.chat.gifts_from import GiftsFrom
from app.words import chat as words
from app.words import show


class FilterBar(QWidget):
    """One chip a filter; where they have no room, one button with a menu of them.

    Signals:
        chosen: the name of a filter.

    Attributes:
        name: of the filter that is chosen.
        chips: by the names of filters.
        more: stands for them all where there is little room.
        gifts: from which worth on gifts are rows; where it has no room, that is in the menu of `more`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(show(words.FILTER))
        self.name = "all"
        self._group = QButtonGroup(self)
        self.chips = {name: self._make_chip(name, one.words) for name, one in FILTERS.items()}
        self.more = QPushButton()
        self.more.setObjectName("span")
        self.more.clicked.connect(self._open_menu)
        self.gifts = GiftsFrom()
        row = QHBoxLayout(self)
        set_gaps(row, GRID // 4, 0, 0, 0, 0)
        for button in (*self.chips.values(), self.more, self.gifts):
            button.setProperty("isTight", True)
            row.addWidget(button)
        self.choose("all")

    def choose(self, name: str) -> None:
        """Press a chip."""
        self.name = name
        self.chips[name].setChecked(True)
        self.more.setText(show(words.FILTER_OF.fill(name=show(FILTERS[name].words))))
        self.chosen.emit(name)

    def choose_next(self) -> None:
        """Press the next chip, after the last the first."""
        names = list(FILTERS)
        self.choose(names[(names.index(self.name) + 1) % len(names)])

    def fit(self, room: int) -> None:
        """Use no more than so many px of width."""
        gap = enlarge(GRID // 4)
        chips = sum(chip.sizeHint().width() + gap for chip in self.chips.values())
        more = self.more.sizeHint().width() + gap
        is_whole = any(self.gifts.fit(room - chips, is_short=is_short) for is_short in (False, True))
        for chip in self.chips.values():
            chip.setVisible(is_whole)
        self.more.setHidden(is_whole)
        self.gifts.setVisible(is_whole or self.gifts.fit(room - more, is_short=False))

    def choose_gifts(self) -> None:
        """Let somebody choose from which worth on gifts are rows."""
        if self.gifts.isHidden():
            self._open_menu()
        else:
            self.gifts.open_menu()

    def _make_chip(self, name: str, caption: str) -> QPushButton:
        chip = QPushButton(show(caption))
        chip.setObjectName("span")
        chip.setCheckable(True)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.clicked.connect(lambda: self.choose(name))
        self._group.addButton(chip)
        return chip

    def _open_menu(self) -> None:
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - not for the first picture

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, one in FILTERS.items():
            action = menu.addAction(show(one.words), partial(self.choose, name))
            action.setCheckable(True)
            action.setChecked(name == self.name)
        if self.gifts.isHidden():
            menu.addSeparator()
            self.gifts.fill_menu(menu)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
