"""Finds words in all panes, and goes to where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice

from PySide6.QtWidgets import QWidget

from app.ui.dialogs.chooser import Chooser, ChooserEntry
from app.ui.pane import Pane
from app.words import dialogs as words
from app.words import show

MOST_A_PANE = 100  # hits that are listed; the newest


class Everywhere(Chooser):
    """Lists where what was typed stands.

    Args:
        panes: that are looked through, by name.
        go_to: has a pane seen, with the keyboard.
    """

    def __init__(self, panes: Mapping[str, Pane], go_to: Callable[[str], None], parent: QWidget) -> None:
        self._panes, self._go_to = panes, go_to
        super().__init__(words.FIND_EVERYWHERE, words.FOUND_EVERYWHERE, parent)

    def find_entries(self, typed: str) -> Sequence[ChooserEntry]:
        """Rows of all panes that have it, whatever its capitals."""
        needle = typed.casefold().strip()
        return list(self._list_hits(needle)) if needle else ()

    def _list_hits(self, needle: str) -> Iterable[ChooserEntry]:
        for name, pane in self._panes.items():
            title = pane.accessibleName()
            for hit in islice(pane.find_words(needle), MOST_A_PANE):
                line = words.HIT.fill(pane=title, words=hit.words)
                yield ChooserEntry(show(line), partial(self._go, name, hit.go))

    def _go(self, name: str, go: Callable[[], object]) -> None:
        """The pane first: its list takes the row when it can be seen."""
        self._go_to(name)
        go()
