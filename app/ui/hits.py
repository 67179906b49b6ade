"""Looks for words in lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

MIDDLE = QAbstractItemView.ScrollHint.PositionAtCenter


class Hit(NamedTuple):
    """A place where words stand.

    Attributes:
        words: the whole row.
        go: shows it.
    """

    words: str
    go: Callable[[], object]


def find_in_view(view: QAbstractItemView, needle: str) -> Iterator[Hit]:
    """Rows of a list or table that have words, given folded."""
    model, root = view.model(), QModelIndex()
    for row in range(model.rowCount(root)):
        cells = (model.index(row, column, root) for column in range(model.columnCount(root)))
        texts = (model.data(cell, Qt.ItemDataRole.DisplayRole) for cell in cells)
        line = "  ".join(f"{text}" for text in texts if text)
        if needle in line.casefold():
            place = QPersistentModelIndex(model.index(row, 0, root))
            yield Hit(line, partial(_show_row, view, place))


def _show_row(view: QAbstractItemView, place: QPersistentModelIndex) -> None:
    """Rows may have come, gone or moved since."""
    if place.isValid():
        view.setFocus()
        view.setCurrentIndex(place)
        view.scrollTo(place, MIDDLE)
