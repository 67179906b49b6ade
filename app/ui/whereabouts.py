"""Remembers where the windows stand, and puts them there again at the next start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.ui.frames import is_plain, make_rect, put_at
from app.ui.layout.places import Places, read_places, write_places

if TYPE_CHECKING:
    from app.ui.layout.screens import Rect
    from app.ui.popouts import PopOuts

FIRST = "main"  # the first window; the others are called as their panes
KEEP_MS = 1_000  # after the last move


class Whereabouts(QObject):
    """Keeps the places of the first window and of those of single panes.

    Nothing is kept before `restore`: a window that was made for a picture leaves no trace.

    Args:
        first: the first window.
        others: those of single panes.
        keep: keeps changes of options, as `app.ui.wishes.Prefer` has them.
    """

    def __init__(self, first: QWidget, others: PopOuts, keep: Callable[[Mapping[str, Any]], None]) -> None:
        super().__init__(first)
        self._first, self._others, self._keep = first, others, keep
        self._rect: Rect | None = None
        self._is_restored = False
        self._kept: Places | None = None
        self._later = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._later.timeout.connect(self.flush)
        others.moved_out.connect(self.note)

    def restore(self, kept: object, panes: list[str]) -> None:
        """Put the first window where it stood, and open those of panes again; before it is shown.

        Args:
            kept: the choice `windows`.
            panes: those that can have windows of their own.
        """
        places = self._kept = read_places(kept)
        self._others.rects |= {name: rect for name, rect in places.rects.items() if name != FIRST}
        self._rect = places.rects.get(FIRST)
        if self._rect is not None:
            put_at(self._first, self._rect)
        if FIRST in places.maximized:
            self._first.setWindowState(Qt.WindowState.WindowMaximized)
        for name in places.out:
            if name in panes:
                self._others.take_out(name)
        self._is_restored = True

    def note(self) -> None:
        """Something was moved; it is kept when it has come to rest."""
        if self._is_restored:
            self._later.start()

    def finish(self) -> None:
        """Keep it for the last time: from now on the windows go."""
        self.flush()
        self._is_restored = False

    def flush(self) -> None:
        """Keep where everything stands now, if it stands elsewhere than before."""
        self._later.stop()
        if not self._is_restored:
            return
        places = self._find_places()
        if places != self._kept:
            self._kept = places
            self._keep({"windows": write_places(places)})

    def _find_places(self) -> Places:
        if is_plain(self._first):
            self._rect = make_rect(self._first)
        first = {} if self._rect is None else {FIRST: self._rect}
        filling = {FIRST} if self._first.isMaximized() else set()
        return Places(first | self._others.find_rects(), frozenset(filling), tuple(self._others.windows))
