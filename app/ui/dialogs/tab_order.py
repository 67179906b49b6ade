"""Tab goes through a dialog as it is read, also where parts of it were made late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

TAB = Qt.FocusPolicy.TabFocus


def order_tabs(parts: Iterable[QWidget]) -> None:
    """Let Tab go through these parts of one window in this order; within each it goes as before."""
    stops = {part: list[QWidget]() for part in parts}
    for stop in _list_chain(next(iter(stops))):  # once for all parts: a dialog has hundreds of widgets
        part = _find_part(stop, stops)
        if part is not None:
            stops[part].append(stop)
    ordered = [stop for part, within in stops.items() for stop in _begin_with(part, within)]
    for first, second in pairwise([stop for stop in ordered if stop.focusPolicy() & TAB]):
        QWidget.setTabOrder(first, second)


def _list_chain(first: QWidget) -> Iterator[QWidget]:
    """All widgets of a window, in the order of Tab."""
    yield first
    stop = first.nextInFocusChain()
    while stop is not None and stop is not first:
        yield stop
        stop = stop.nextInFocusChain()


def _find_part(widget: QWidget | None, parts: Iterable[QWidget]) -> QWidget | None:
    """The part that a widget is, or is in."""
    while widget is not None and widget not in parts:
        widget = widget.parentWidget()
    return widget


def _begin_with(first: QWidget, ring: list[QWidget]) -> list[QWidget]:
    """The same ring of widgets, begun elsewhere."""
    at = ring.index(first)
    return ring[at:] + ring[:at]
