"""Builds a layout into splitters, changes it into another, and keeps what was moved by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.layouts import Place, Split
from app.ui.look import GRID, enlarge

if TYPE_CHECKING:
    from app.ui.layouts import Layout
    from app.ui.pane import Pane

ORIENTATIONS = {"beside": Qt.Orientation.Horizontal, "below": Qt.Orientation.Vertical}


class Board:
    """The panes in their places.

    A pane stays in its splitter unless a layout has it in another one; else only shares change.

    Args:
        panes: all there are, by name.
        layout: how they stand first.

    Attributes:
        root: the splitter with all others.
        splits: all splitters, by name.
    """

    def __init__(self, panes: Mapping[str, Pane], layout: Layout) -> None:
        self._panes = panes
        self._layout = layout
        self._by_hand: dict[tuple[str, str], list[int]] = {}
        self.splits: dict[str, QSplitter] = {}
        self.root = self._build(layout.root)

    def arrange(self, layout: Layout) -> None:
        """Bring everything into the places and shares of a layout."""
        self._layout = layout
        for split in splits_of(layout.root):
            self._fill(split)
        for split in splits_of(layout.root):
            self._share_out(split)
        for pane in self._panes.values():
            pane.shrink(small=layout.is_small)

    def redress(self) -> None:
        """Take the sizes of now: handles are as wide as the gaps of the grid."""
        for splitter in self.splits.values():
            splitter.setHandleWidth(enlarge(GRID))

    def make_room(self, name: str) -> None:
        """A pane needs more room than before, or less: the shares beside it change."""
        for split in splits_of(self._layout.root):
            if split.grows_for == name:
                self._share_out(split)

    def _build(self, split: Split) -> QSplitter:
        """A splitter with handles as wide as the gaps of the grid."""
        splitter = self.splits[split.name] = QSplitter(ORIENTATIONS[split.direction])
        splitter.setHandleWidth(enlarge(GRID))
        splitter.setChildrenCollapsible(False)
        for at, part in enumerate(split.parts):
            splitter.addWidget(self._panes[part.pane] if isinstance(part, Place) else self._build(part))
            splitter.setStretchFactor(at, part.share)
        splitter.setSizes(_sizes(part.share for part in split.parts))
        splitter.splitterMoved.connect(partial(self._keep_sizes, split.name))
        return splitter

    def _fill(self, split: Split) -> None:
        splitter = self.splits[split.name]
        for at, part in enumerate(split.parts):
            widget = self._widget(part)
            if widget.parentWidget() is not splitter:
                splitter.insertWidget(at, widget)

    def _share_out(self, split: Split) -> None:
        """As it was left by hand in this layout, else by the layout's shares."""
        is_grown = bool(split.grows_for) and self._panes[split.grows_for].needs_room
        shares = [part.grown if is_grown and part.grown is not None else part.share for part in split.parts]
        for part, share in zip(split.parts, shares, strict=True):
            self._widget(part).setHidden(not share)
        by_hand = self._by_hand.get((self._layout.name, split.name))
        self.splits[split.name].setSizes(by_hand or _sizes(shares))

    def _widget(self, part: Place | Split) -> QWidget:
        return self._panes[part.pane] if isinstance(part, Place) else self.splits[part.name]

    def _keep_sizes(self, name: str, *_moved: int) -> None:
        self._by_hand[self._layout.name, name] = self.splits[name].sizes()


def splits_of(split: Split) -> Iterator[Split]:
    """A split, and all in it."""
    yield split
    for part in split.parts:
        if isinstance(part, Split):
            yield from splits_of(part)


def _sizes(shares: Iterator[int] | list[int]) -> list[int]:
    """Shares as sizes; the splitter scales them to what it has."""
    return [share * 100 for share in shares]
