"""Tab goes through a dialog as it is read, also where parts of it were made late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

TAB = Qt.FocusPolicy.TabFocus


def order_tabs(parts: Iterable[QWidget]) -> None:
    """Let Tab go through these parts of one window in this order; within each it goes as before."""
    stops = (stop for part in parts for stop in (part, *_list_chain(part)))
    for first, second in pairwise([stop for stop in stops if stop.focusPolicy() & TAB]):
        QWidget.setTabOrder(first, second)


def _list_chain(part: QWidget) -> Iterator[QWidget]:
    """What is in a part, in the order of Tab."""
    stop = part.nextInFocusChain()
    while stop is not None and stop is not part:
        if part.isAncestorOf(stop):
            yield stop
        stop = stop.nextInFocusChain()
