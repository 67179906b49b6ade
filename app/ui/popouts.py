"""Panes in windows of their own: plain windows, whose panes come back when they are closed.

A pane that is out is hidden in all layouts, and goes on being fed by its channel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.actions import PANE
from app.ui.bindings import Bindings
from app.ui.frames import fit_frame_later, is_plain, is_seen, make_rect, put_at
from app.ui.icons import make_app_icon
from app.ui.look import GRID, enlarge_size, make_sheet, set_gaps
from app.ui.pane import Pane
from app.words import layouts as words
from app.words import show

if TYPE_CHECKING:
    from app.ui.layout.screens import Rect
    from app.ui.watch import Watch

USEFUL = QSize(240, 160)  # a pane that had little room, or none, begins with so much


class PaneWindow(QWidget):
    """The window of one pane.

    Args:
        pane: what stands in it.
        actions: of the first window; their keys hold here too.

    Signals:
        left: it was closed.
    """

    left = Signal()

    def __init__(self, pane: Pane, actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.setStyleSheet(make_sheet())
        self.setWindowIcon(make_app_icon())
        self.addActions(actions)
        self._bindings = Bindings(self, PANE, {})
        column = QVBoxLayout(self)
        set_gaps(column, 0, GRID, GRID, GRID, GRID)
        column.addWidget(pane)
        pane.show()
        self.redress()
        self.resize(pane.size().expandedTo(enlarge_size(USEFUL)))

    @property
    def _pane(self) -> Pane:
        """What stands in it now; it may have been made anew."""
        return self.findChildren(Pane, options=Qt.FindChildOption.FindDirectChildrenOnly)[0]

    def redress(self) -> None:
        """Take the sizes of now."""
        self.setMinimumSize(enlarge_size(self._pane.smallest))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that nobody wants scroll the pane, if it can be scrolled."""
        if not self._pane.scroll_by_key(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """The pane goes back to its place."""
        event.accept()
        self.left.emit()


class PopOuts(QObject):
    """Takes panes out of the first window and gives them back.

    Args:
        home: the first window.
        panes: all there are, by name.
        list_actions: gives those whose keys hold in every window.
        watch: is to look at the windows.

    Signals:
        moved_out: other panes than before have windows of their own.

    Attributes:
        windows: by the names of their panes.
        rects: where those stood that were closed.
    """

    moved_out = Signal()

    def __init__(
        self,
        home: QWidget,
        panes: Mapping[str, Pane],
        list_actions: Callable[[], Sequence[QAction]],
        watch: Watch,
    ) -> None:
        super().__init__(home)
        self._home, self._panes, self._list_actions = home, panes, list_actions
        self._watch = watch
        self._name = ""
        self.windows: dict[str, PaneWindow] = {}
        self.rects: dict[str, Rect] = {}

    @property
    def names(self) -> frozenset[str]:
        """Panes that have windows of their own."""
        return frozenset(self.windows)

    def toggle(self, name: str) -> None:
        """Give a pane a window of its own, or its place back."""
        if name in self.windows:
            self.windows[name].close()
        else:
            self.take_out(name)

    def take_out(self, name: str) -> None:
        """Give a pane a window of its own, and show it."""
        window = self.windows[name] = PaneWindow(self._panes[name], self._list_actions())
        window.left.connect(lambda: self._give_back(name))
        self._watch.begin(window)
        self._entitle(name)
        if name in self.rects:
            put_at(window, self.rects[name])
        self.moved_out.emit()
        window.show()
        fit_frame_later(window)

    def find_rects(self) -> dict[str, Rect]:
        """Where all that there ever were stand, or stood."""
        self.rects |= {name: make_rect(window) for name, window in self.windows.items() if is_plain(window)}
        return dict(self.rects)

    def present_name(self, name: str) -> None:
        """Say in the titles who is followed: @name, or nothing."""
        self._name = name
        for pane in self.windows:
            self._entitle(pane)

    def close(self) -> None:
        """Close all, for the end; the panes are deleted with the first window."""
        for name in [*self.windows]:
            window = self.windows[name]
            window.left.disconnect()
            window.close()
            self._bring_home(name)

    def _give_back(self, name: str) -> None:
        """The keyboard goes home with the pane, if it was there."""
        had_keyboard, pane = self.windows[name].isActiveWindow(), self._panes[name]
        self._bring_home(name)
        self.moved_out.emit()
        if had_keyboard and is_seen(self._home):
            self._home.activateWindow()
            (pane.find_first_stop() or pane).setFocus()

    def _bring_home(self, name: str) -> None:
        self.find_rects()
        window = self.windows.pop(name)
        self._watch.end(window)
        self._panes[name].setParent(self._home)
        window.deleteLater()

    def _entitle(self, name: str) -> None:
        title = show(self._panes[name].accessibleName())
        whole = words.PANE_AND_NAME.fill(pane=title, name=self._name) if self._name else title
        self.windows[name].setWindowTitle(show(whole))
