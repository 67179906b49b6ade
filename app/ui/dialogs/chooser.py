"""A box to type into, and a list of what fits to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.ui.look import GRID, enlarge_size, set_gaps
from app.ui.text import write_tooltip
from app.words import dialogs as words
from app.words import show

SIZE = QSize(560, 420)
TO_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class ChooserEntry(NamedTuple):
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


class Chooser(QDialog):
    """A box to type into and a list of what fits; Enter does the chosen one, Esc goes.

    Args:
        title: of the box.
        list_title: of the list.
        parent: the window over whose upper part it stands.
    """

    def __init__(self, title: str, list_title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(show(title))
        self._home = parent
        self._shown: Sequence[ChooserEntry] = ()
        self.box, self.list = QLineEdit(), QListWidget()
        self._lay_out(show(title), show(list_title))
        self.box.textChanged.connect(self.look)
        self.box.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(lambda _: self._choose())
        self.redress()

    def find_entries(self, typed: str) -> Sequence[ChooserEntry]:
        """What fits to what was typed, the likeliest first."""
        raise NotImplementedError

    def look(self, typed: str) -> None:
        """List what fits."""
        self._shown = self.find_entries(typed)
        self.list.clear()
        self.list.addItems([entry.line for entry in self._shown])
        for at, entry in enumerate(self._shown):
            self.list.item(at).setToolTip(write_tooltip(entry.line))
        self.list.setCurrentRow(0)

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

    def _choose(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._shown):
            self.accept()
            self._shown[at].do()

    def _lay_out(self, title: str, list_title: str) -> None:
        self.box.setPlaceholderText(title)
        self.box.setAccessibleName(title)
        self.box.installEventFilter(self)
        self.list.setAccessibleName(list_title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        set_gaps(column, GRID, GRID, GRID, GRID, GRID)
        column.addWidget(self.box)
        column.addWidget(self.list, 1)
