"""The settings: pages at the left, their rows at the right, and a box that finds among all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.settings import DEFAULTS, OPTIONS, SECRETS, Choices, read_choices
from app.ui.dialogs.key_rows import OPTION, make_key_rows
from app.ui.dialogs.pages import CONNECTION, find_page, list_options, make_title
from app.ui.dialogs.rows import OptionRow, SettingRow
from app.ui.dialogs.sheet import Make, SettingsSheet
from app.ui.dialogs.tab_order import order_tabs
from app.ui.dialogs.way_rows import make_way_rows
from app.ui.frames import fit_size
from app.ui.look import GRID, enlarge, enlarge_size, set_gaps
from app.words import dialogs as words
from app.words import show

if TYPE_CHECKING:
    from app.errors import SidestageError
    from app.ui.keeper import Keeper

SIZE = QSize(820, 640)
LEAST = QSize(420, 320)
WIDE_PX, LIST_PX, SLIM_LIST_PX = 720, 188, 168  # from that width on titles stand in one line each
ROW, COLUMN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
KEYS_PAGE = OPTIONS[OPTION].page


class SettingsDialog(QDialog):
    """What is chosen holds at once. It stands beside the window, which can be used meanwhile.

    Args:
        keeper: has the choices.
        choices: what holds now.
    """

    def __init__(self, keeper: Keeper, choices: Choices = DEFAULTS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(show(words.SETTINGS))
        self._keeper, self._holding, self._rulers = keeper, choices, keeper.find_rulers()
        self._before = dict(keeper.kept)
        self._touched, self._secrets = set[str](), dict[str, bool]()
        self.search, self.list = QLineEdit(), QListWidget()
        self._makers = self._list_makers()
        self.sheet = SettingsSheet(self._makers, self._welcome)
        self.usual, self.revert, self.leave = (
            QPushButton(show(one)) for one in (words.USUAL, words.REVERT, words.CLOSE)
        )
        self._foot = QBoxLayout(ROW)
        self._lay_out()
        self._wire()
        self.redress()
        keeper.look(SECRETS, self._note_secrets)

    def go_to(self, place: str) -> None:
        """Show a page, or the row of an option, with the keyboard; empty: what was seen before."""
        page = find_page(OPTIONS[place]) if place in OPTIONS else place
        if page not in self.sheet.pages:
            self.search.setFocus()
            return
        self.search.clear()
        self.list.setCurrentRow([*self.sheet.pages].index(page))
        rows = self.sheet.pages[page].rows
        row = rows.get(place) or next(iter(rows.values()))
        self.sheet.reveal(row)

    def take(self, choices: Choices) -> None:
        """Show what holds now."""
        self._holding = choices
        self._fill(self.sheet.list_rows())

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fit()
        self.setMinimumSize(fit_size(enlarge_size(LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The list leaves most of the room to the rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        most = LIST_PX if self.width() >= enlarge(WIDE_PX) else SLIM_LIST_PX
        self.list.setFixedWidth(min(enlarge(most), self.width() * 9 // 25))
        words_px = sum(
            one.sizeHint().width() + enlarge(GRID) for one in (self.usual, self.revert, self.leave)
        )
        is_wide = self.width() >= words_px + enlarge(3 * GRID)
        self._foot.setDirection(ROW if is_wide else COLUMN)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As far as the screen has room."""
        return fit_size(enlarge_size(SIZE))

    @property
    def page(self) -> str:
        """The page that is chosen."""
        return [*self.sheet.pages][max(0, self.list.currentRow())]

    def _list_makers(self) -> dict[str, tuple[str, Make]]:
        makers: dict[str, tuple[str, Make]] = {
            name: (make_title(name), partial(self._make_rows, make_title(name), options))
            for name, options in list_options().items()
        }
        ways, keys = make_title(CONNECTION), make_title(KEYS_PAGE)
        return {
            **makers,
            CONNECTION: (ways, partial(make_way_rows, ways, self._keeper, self._rulers, self._keep)),
            KEYS_PAGE: (keys, partial(make_key_rows, keys, self._keep)),
        }

    def _make_rows(self, title: str, options: Iterable[Any]) -> dict[str, SettingRow]:
        rulers = self._rulers
        return {one.name: OptionRow(one, title, rulers.get(one.name, ""), self._keep) for one in options}

    def _keep(
        self,
        changes: Mapping[str, Any],
        secrets: Mapping[str, str],
        then: Callable[[SidestageError | None], None],
    ) -> None:
        def finish(error: SidestageError | None) -> None:
            if error is None:
                self._secrets |= {name: bool(secret) for name, secret in secrets.items()}
            then(error)
            if isValid(self):
                self._fill(self.sheet.list_rows())

        self._touched |= set(changes)
        for row in self.sheet.list_rows():
            row.note_change({*changes, *secrets})
        self._keeper.keep(changes, secrets, finish)

    def _welcome(self, rows: Iterable[SettingRow]) -> None:
        """Rows are made when they are first needed; the buttons stay below them."""
        self._fill(rows)
        order_tabs((self.search, self.list, *self.sheet.list_rows(), self.usual, self.revert, self.leave))

    def _fill(self, rows: Iterable[SettingRow]) -> None:
        """Show in these rows what holds; what a flag rules, as that says."""
        ruled = {name: getattr(self._holding, name) for name in self._rulers if name not in SECRETS}
        kept = replace(read_choices({}, {}, self._keeper.kept), **ruled)
        for row in rows:
            row.take(kept)
            row.note_secrets(self._secrets)
        self.sheet.choose_rows()
        self.revert.setEnabled(bool(self._find_changes()))

    def _find_changes(self) -> dict[str, Any]:
        """What it takes to have it as it was when this opened."""
        kept, before = self._keeper.kept, self._before
        return {name: before.get(name) for name in self._touched if kept.get(name) != before.get(name)}

    def _note_secrets(self, kept: Mapping[str, bool]) -> None:
        if isValid(self):
            self._secrets = {**kept, **self._secrets}
            self._fill(self.sheet.list_rows())

    def _flush(self) -> None:
        """Enter what is typed."""
        for row in self.sheet.list_rows():
            row.editor.flush()

    def _go_back(self) -> None:
        self._keep_all(self._find_changes())

    def _use_defaults(self) -> None:
        names = {name for row in self.sheet.pages[self.page].rows.values() for name in row.options}
        self._keep_all({name: None for name in sorted(names - {*SECRETS}) if name in self._keeper.kept})

    def _keep_all(self, changes: Mapping[str, Any]) -> None:
        rows = [row for row in self.sheet.list_rows() if set(row.options) & set(changes)]

        def finish(error: SidestageError | None) -> None:
            for row in rows if error is not None else ():
                row.refuse(error.line if error is not None else "")

        if changes:
            self._keep(changes, {}, finish)

    def _look_up(self, typed: str) -> None:
        is_search = bool(typed.strip())
        self.usual.setEnabled(not is_search)
        self.list.currentItem().setSelected(not is_search)  # what is found may be of any page
        if is_search:
            self.sheet.search(typed)
        else:
            self.sheet.show_page(self.page)

    def _choose_page(self, _: int) -> None:
        self.search.clear()
        self.sheet.show_page(self.page)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._look_up)
        self.list.currentRowChanged.connect(self._choose_page)
        self.list.itemClicked.connect(lambda _: self._choose_page(0))
        self.usual.clicked.connect(self._use_defaults)
        self.revert.clicked.connect(self._go_back)
        self.leave.clicked.connect(self.accept)
        self.finished.connect(self._flush)
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(show(words.SEARCH))
        self.search.setAccessibleName(show(words.SEARCH))
        self.search.setClearButtonEnabled(True)
        self.list.setAccessibleName(show(words.PAGES))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([title for title, _ in self._makers.values()])
        row = QHBoxLayout()
        set_gaps(row, 2 * GRID)
        row.addWidget(self.list)
        row.addWidget(self.sheet, 1)
        column = QVBoxLayout(self)
        set_gaps(column, GRID, 2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addWidget(self.search)
        column.addLayout(row, 1)
        self._fill_foot()
        column.addLayout(self._foot)

    def _fill_foot(self) -> None:
        foot = self._foot
        set_gaps(foot, GRID)
        for button in (self.usual, self.revert, self.leave):
            button.setAutoDefault(False)  # Enter in a field enters it, and no more
            foot.addWidget(button)
        foot.insertStretch(2, 1)
        self.usual.setToolTip(show(words.ABOUT_USUAL))
        self.revert.setToolTip(show(words.ABOUT_REVERT))
