"""Everything that can be done, found by typing: actions, names that were followed, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.settings import OPTIONS
from app.ui.dialogs.editors import capitalize
from app.ui.dialogs.filtering import fold, has_words
from app.ui.dialogs.key_rows import OPTION
from app.ui.dialogs.pages import list_options, make_title
from app.ui.look import GRID, enlarge_size, set_gaps
from app.ui.text import clean, tooltip
from app.words import dialogs as words
from app.words import show

SIZE = QSize(560, 420)
KEYS_PAGE = OPTIONS[OPTION].page
TO_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Entry(NamedTuple):
    """Something that can be done.

    Attributes:
        words: what it is.
        do: does it.
        keys: what does it, too.
        more: what else it is found by.
    """

    words: str
    do: Callable[[], object]
    keys: str = ""
    more: str = ""

    @property
    def line(self) -> str:
        """As it stands in the list."""
        return show(words.WITH_KEYS.fill(words=self.words, keys=self.keys) if self.keys else self.words)


def list_settings(open_at: Callable[[str], object]) -> Iterable[Entry]:
    """The pages of the settings and what stands on them."""
    pages = list_options()
    for page in (*pages, KEYS_PAGE):
        title = words.IN_SETTINGS.fill(page=make_title(page))
        yield Entry(title, partial(open_at, page))
    for page, options in pages.items():
        for option in options:
            name = capitalize(show(option.caption or option.words))
            title = words.SETTING.fill(page=make_title(page), name=name)
            yield Entry(title, partial(open_at, option.name), more=_write_names(option.name))


class Palette(QDialog):
    """A box to type into and what it leaves; Enter does the chosen one, Esc goes.

    Args:
        entries: all that can be done, the likeliest first.
    """

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(show(words.PALETTE))
        self._home = parent
        self._entries = [(entry, fold((entry.words, entry.more, entry.keys))) for entry in entries]
        self._shown: list[Entry] = []
        self.box, self.list = QLineEdit(), QListWidget()
        self._lay_out()
        self.box.textChanged.connect(self._present)
        self.box.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(lambda _: self._choose())
        self._present("")
        self.redress()

    def redress(self) -> None:
        """Take the sizes of now, over the upper part of the window."""
        home = self._home
        self.resize(enlarge_size(SIZE).boundedTo(home.size()))
        corner = QPoint((home.width() - self.width()) // 2, (home.height() - self.height()) // 4)
        self.move(home.mapToGlobal(corner))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrow keys move in the list while the box is typed into."""
        if isinstance(event, QKeyEvent) and event.key() in TO_LIST and watched is self.box:
            if event.type() == QEvent.Type.KeyPress:
                QCoreApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _present(self, typed: str) -> None:
        """Show what has all the words; what begins with them comes first."""
        begins = typed.strip().casefold()
        found = [(entry, folded) for entry, folded in self._entries if has_words(typed, folded)]
        found.sort(key=lambda one: not one[1].startswith(begins))
        self._shown = [entry for entry, _ in found]
        self.list.clear()
        self.list.addItems([entry.line for entry in self._shown])
        for at, entry in enumerate(self._shown):
            self.list.item(at).setToolTip(tooltip(entry.line))
        self.list.setCurrentRow(0)

    def _choose(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._shown):
            self.accept()
            self._shown[at].do()

    def _lay_out(self) -> None:
        self.box.setPlaceholderText(show(words.PALETTE))
        self.box.setAccessibleName(show(words.PALETTE))
        self.box.installEventFilter(self)
        self.list.setAccessibleName(show(words.PALETTE_LIST))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        set_gaps(column, GRID, GRID, GRID, GRID, GRID)
        column.addWidget(self.box)
        column.addWidget(self.list, 1)


def follow_entry(name: str, do: Callable[[], object]) -> Entry:
    """Follow somebody who was followed before."""
    return Entry(words.FOLLOW.fill(name=clean(name)), do)


def arrange_entry(name: str, do: Callable[[], object]) -> Entry:
    """Have the panes as in a profile of the user's own."""
    return Entry(words.ARRANGE.fill(name=clean(name)), do)


def _write_names(name: str) -> str:
    option = OPTIONS[name]
    return fold((name, option.words, option.variable, option.flag))
