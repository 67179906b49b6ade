"""Finds out which pane a fault came out of: by where its code is, and by whose widget it was in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.ui.feed import Channel

if TYPE_CHECKING:
    from types import FrameType

    from app.ui.pane import Pane

PANES = "app.ui.panes."


def find_culprit(error: BaseException, panes: Mapping[str, Pane]) -> str:
    """The name of the pane whose code or widget raised; empty where it was none of them.

    Args:
        error: with its traceback, of which the innermost part counts most.
        panes: all there are, by name.
    """
    for frame in reversed([*_list_frames(error.__traceback__)]):
        for name in (_find_by_module(frame), _find_by_object(frame.f_locals.get("self"), panes)):
            if name in panes:
                return name
    return ""


def _list_frames(trace: TracebackType | None) -> Iterator[FrameType]:
    while trace is not None:
        yield trace.tb_frame
        trace = trace.tb_next


def _find_by_module(frame: FrameType) -> str:
    module = str(frame.f_globals.get("__name__"))
    return module.removeprefix(PANES).partition(".")[0] if module.startswith(PANES) else ""


def _find_by_object(one: object, panes: Mapping[str, Pane]) -> str:
    """Whose it is: a widget in a pane, something that belongs to such a one, or what pulls for a pane."""
    names = {id(pane): name for name, pane in panes.items()}
    while isinstance(one, QObject) and isValid(one):
        if isinstance(one, Channel):
            return one.name
        if id(one) in names:
            return names[id(one)]
        one = one.parent()
    return ""
