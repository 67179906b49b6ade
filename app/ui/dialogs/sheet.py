"""Rows of settings below each other, page by page; only those that are looked for are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.dialogs.filtering import has_words
from app.ui.dialogs.rows import SettingRow
from app.ui.labels import Label, caption
from app.ui.look import GRID, set_gaps
from app.words import dialogs as words

Make = Callable[[], Mapping[str, SettingRow]]


class SettingsPage:
    """The rows of one page, made when they are first needed.

    Args:
        title: of the page.
        make: makes its rows, by name.
        on_made: takes the heading and the rows.
    """

    def __init__(self, title: str, make: Make, on_made: Callable[[Iterable[QWidget]], None]) -> None:
        self.title, self._make, self._on_made = title, make, on_made
        self.heading: Label | None = None
        self._rows: Mapping[str, SettingRow] = {}

    @property
    def rows(self) -> Mapping[str, SettingRow]:
        """Its rows, by name."""
        if self.heading is None:
            self.heading = Label(self.title, size="heading", bold=True)
            self.heading.setWordWrap(True)
            self._rows = self._make()
            self._on_made((self.heading, *self._rows.values()))
        return self._rows

    @property
    def made_rows(self) -> Mapping[str, SettingRow]:
        """Those of its rows that there are already."""
        return self._rows

    def show_only(self, rows: Iterable[SettingRow]) -> bool:
        """Show these of its rows; whether there is any."""
        wanted = set(rows)
        for row in self._rows.values():
            row.setVisible(row in wanted)
        if self.heading is not None:
            self.heading.setVisible(bool(wanted))
        return bool(wanted)


class SettingsSheet(QScrollArea):
    """All pages, of which one is seen, or the rows that were searched for.

    Args:
        makers: by page its title and what makes its rows.
        on_made: is told of rows that were made.
    """

    def __init__(
        self, makers: Mapping[str, tuple[str, Make]], on_made: Callable[[Iterable[SettingRow]], None]
    ) -> None:
        super().__init__()
        self._on_made = on_made
        self._page = ""  # while words are searched for
        self._revealed: SettingRow | None = None
        self._stage = QWidget()
        self._stage.setObjectName("stage")
        self._column = QVBoxLayout(self._stage)
        set_gaps(self._column, GRID, 0, 0, GRID, 0)
        self._no_match = caption(words.NO_MATCH)
        self._no_match.hide()
        self._column.addWidget(self._no_match)
        self._column.addStretch()
        self.pages = {name: SettingsPage(title, make, self._add) for name, (title, make) in makers.items()}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and is scrolled to
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._stage)

    def list_rows(self) -> list[SettingRow]:
        """All rows that there are already."""
        return [row for page in self.pages.values() for row in page.made_rows.values()]

    def show_page(self, name: str) -> None:
        """Show one page from its top."""
        self._page, self._revealed = name, None
        self._no_match.hide()
        self.choose_rows()
        self.verticalScrollBar().setValue(0)

    def reveal(self, row: SettingRow) -> None:
        """Show a row of the page also while it is of no use there, and let it have the keyboard."""
        self._revealed = row
        self.choose_rows()
        row.editor.box.setFocus()
        self._scroll_to_keyboard()
        QTimer.singleShot(0, self, self._scroll_to_keyboard)  # sentences have their heights by then

    def _scroll_to_keyboard(self) -> None:
        focus = self.focusWidget()
        if focus is not None and self._stage.isAncestorOf(focus):
            self._column.activate()
            self.ensureWidgetVisible(focus)

    def choose_rows(self) -> None:
        """Show those rows of the page that are of use now; a search stays as it is."""
        for name, page in self.pages.items() if self._page else ():
            rows = page.rows.values() if name == self._page else ()
            page.show_only([row for row in rows if row.is_of_use or row is self._revealed])

    def search(self, typed: str) -> None:
        """Show the rows of all pages that have these words."""
        self._page, has_any = "", False
        self._column.setEnabled(False)  # else each row that comes or goes lays out all others
        for page in self.pages.values():
            matches = [row for row in page.rows.values() if has_words(typed, row.haystack)]
            has_any |= page.show_only(matches)
        self._no_match.setVisible(not has_any)
        self._column.setEnabled(True)
        self.verticalScrollBar().setValue(0)

    def _add(self, widgets: Iterable[QWidget]) -> None:
        rows = []
        for widget in widgets:
            widget.hide()
            self._column.insertWidget(self._column.count() - 1, widget)
            rows += [widget] if isinstance(widget, SettingRow) else []
        self._on_made(rows)
