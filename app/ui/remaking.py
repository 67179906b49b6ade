"""Closes the pane that a fault came out of, so that the others go on; makes it anew when that is wished."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from app.ui.blame import find_culprit
from app.ui.wishes import ShowAgain
from app.words import placeholder as words

if TYPE_CHECKING:
    from app.ui.grants import Grants
    from app.ui.maker import PaneMaker
    from app.ui.pane import Pane


class Remaking:
    """Knows which panes are closed.

    Args:
        maker: puts panes into their places.
        panes: all there are, by name.
        grants: where the wish for a closed pane comes in.
        complain: says a sentence and a hint to the user.
        then: is called when a pane was made anew.
    """

    def __init__(
        self,
        maker: PaneMaker,
        panes: Mapping[str, Pane],
        grants: Grants,
        complain: Callable[[str, str], None],
        then: Callable[[], None],
    ) -> None:
        self._maker, self._panes, self._complain, self._then = maker, panes, complain, then
        self._grants = grants
        grants.add(ShowAgain, self._show_again, is_possible=lambda: bool(self.closed_names))

    @property
    def closed_names(self) -> list[str]:
        """Names of the panes that are closed."""
        return [name for name, pane in self._panes.items() if pane.is_closed]

    def close_culprit(self, error: BaseException) -> bool:
        """Close the pane that a fault came out of; whether it came out of one. A call of a quiet moment."""
        name = find_culprit(error, self._panes)
        if name and name not in self.closed_names:
            self._maker.close(name)
            if not self._panes[name].isVisible():
                title = self._panes[name].accessibleName()
                self._complain(words.UNSEEN.fill(pane=title), words.WAY_BACK)
            self._grants.refresh()
        return bool(name)

    def _show_again(self, wish: ShowAgain) -> None:
        for name in self.closed_names:
            if wish.pane in {"", name}:
                self._maker.make_anew(name)
        self._then()
