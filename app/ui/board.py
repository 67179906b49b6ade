"""Builds a layout into splitters, changes it into another, and says when a hand moved something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from app.ui.layout.tree import Place, Split, list_shares, list_splits
from app.ui.look import GRID, enlarge
from app.ui.scroller import Scroller

if TYPE_CHECKING:
    from app.ui.layout.tree import Layout
    from app.ui.pane import Pane

ORIENTATIONS = {"beside": Qt.Orientation.Horizontal, "below": Qt.Orientation.Vertical}
FINE = 100  # sizes that a splitter is given for one of share; it scales them to what it has


class Board(QObject):
    """The panes in their places.

    A pane stays in its splitter unless a layout has it in another one; else only shares change.

    Args:
        panes: those that were made, by name; more may come, and are put into their places by the next
            `arrange`. Those that stand elsewhere are hidden by the layout and stay there.
        layout: how they stand first.

    Signals:
        moved: a hand moved the handles of the split of that name.

    Attributes:
        layout: how they stand.
        root: shows the splitter with all others.
        splits: all splitters, by name.
        is_pinned: no pane grows or shrinks by itself.
    """

    moved = Signal(str)

    def __init__(self, panes: Mapping[str, Pane], layout: Layout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panes = panes
        self.layout = layout
        self.is_pinned = False
        self._grown: frozenset[str] = frozenset()  # when they were pinned
        self.splits: dict[str, QSplitter] = {}
        self._areas: dict[str, Scroller] = {}
        self._find_splitter(layout.root)
        self.root = self._areas[layout.root.name]
        self.arrange(layout)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there are widgets
        application.focusChanged.connect(self._follow_keyboard)

    def arrange(self, layout: Layout) -> None:
        """Bring everything into the places and shares of a layout."""
        self.layout = layout
        for split in list_splits(layout.root):
            self._fill(split)
        for name in {*self.splits} - {split.name for split in list_splits(layout.root)}:
            self._areas[name].hide()
        for split in list_splits(layout.root):
            self._share_out(split)
        for pane in self._panes.values():
            pane.shrink(small=layout.is_small)

    def redress(self) -> None:
        """Take the sizes of now: handles are as wide as the gaps of the grid."""
        for splitter in self.splits.values():
            splitter.setHandleWidth(enlarge(GRID))
        for area in self._areas.values():
            area.fit()

    def make_room(self, name: str) -> None:
        """A pane needs more room than before, or less: the shares beside it change."""
        for split in list_splits(self.layout.root):
            if split.grows_for == name:
                self._share_out(split)

    def pin(self, *, pinned: bool) -> None:
        """Let panes grow by themselves, or keep them as they are."""
        if pinned == self.is_pinned:
            return
        splits = list_splits(self.layout.root)
        self._grown = frozenset(split.grows_for for split in splits if self.is_grown(split))
        self.is_pinned = pinned
        for split in list_splits(self.layout.root):
            if split.grows_for:
                self._share_out(split)

    def is_grown(self, split: Split) -> bool:
        """Whether the pane that a split grows for needs room now, or did when it was pinned."""
        if self.is_pinned:
            return split.grows_for in self._grown
        pane = self._panes.get(split.grows_for)
        return pane is not None and pane.is_prominent

    def _is_at_rest(self, split: Split) -> bool:
        """Whether what the pane needed room for is over; one that is pinned keeps the room."""
        pane = self._panes.get(split.grows_for)
        return not self.is_pinned and pane is not None and pane.is_at_rest

    def list_sizes(self, split: Split) -> list[int]:
        """Pixels of the parts as they stand, in order."""
        splitter = self.splits[split.name]
        sizes: dict[QWidget | None, int] = dict(zip(_list_widgets(splitter), splitter.sizes(), strict=True))
        return [sizes.get(self._find_widget(part), 0) for part in split.parts]

    def _find_splitter(self, split: Split) -> QSplitter:
        """The splitter of that name, made when it is first wanted, with handles as wide as the gaps."""
        if split.name not in self.splits:
            splitter = self.splits[split.name] = QSplitter()
            splitter.setHandleWidth(enlarge(GRID))
            splitter.setChildrenCollapsible(False)
            splitter.splitterMoved.connect(partial(self._tell_moved, split.name))
            self._areas[split.name] = Scroller(splitter)
        return self.splits[split.name]

    def _fill(self, split: Split) -> None:
        splitter = self._find_splitter(split)
        splitter.setOrientation(ORIENTATIONS[split.direction])
        at = 0
        for part in split.parts:
            widget = self._find_widget(part)
            if widget is None or self._is_elsewhere(widget):
                continue
            if splitter.indexOf(widget) != at:
                splitter.insertWidget(at, widget)
            at += 1

    def _is_elsewhere(self, widget: QWidget) -> bool:
        """Whether it has a window of its own."""
        return widget.parentWidget() is not None and widget.window() is not self.root.window()

    def _share_out(self, split: Split) -> None:
        """Hide what has no share, and let the others have theirs."""
        is_at_rest = self._is_at_rest(split)
        shares = list_shares(split, is_grown=self.is_grown(split), is_at_rest=is_at_rest)
        by_widget = {self._find_widget(part): share for part, share in zip(split.parts, shares, strict=True)}
        splitter = self.splits[split.name]
        for at, widget in enumerate(_list_widgets(splitter)):
            share = by_widget.get(widget, 0)
            widget.setHidden(not share)
            splitter.setStretchFactor(at, round(share))
        self._areas[split.name].fit()
        splitter.setSizes([round(by_widget.get(one, 0) * FINE) for one in _list_widgets(splitter)])

    def _find_widget(self, part: Place | Split) -> QWidget | None:
        if isinstance(part, Place):
            return self._panes.get(part.name)
        self._find_splitter(part)
        return self._areas[part.name]

    def _follow_keyboard(self, _: QWidget | None, widget: QWidget | None) -> None:
        """Scroll to the pane that has the keyboard now."""
        for pane in self._panes.values():
            if widget is not None and (pane is widget or pane.isAncestorOf(widget)):
                for area in self._areas.values():
                    area.reveal(pane)

    def _tell_moved(self, name: str, *_moved: int) -> None:
        self.moved.emit(name)


def _list_widgets(splitter: QSplitter) -> Iterator[QWidget]:
    widgets = (splitter.widget(at) for at in range(splitter.count()))
    return (widget for widget in widgets if widget is not None)
