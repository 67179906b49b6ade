"""The line below the chat that says who came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.look import GRID
from app.ui.sentence_label import SentenceLabel
from app.ui.text import NAME_LIMIT, clean_isolated
from app.words import chat as words

if TYPE_CHECKING:
    from app.events import User


class ArrivalLine(SentenceLabel):
    """Who came in last; the next one takes the line."""

    def __init__(self) -> None:
        super().__init__(size="caption", colour="muted")
        self.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self.hide()

    def show_person(self, latest: User, *, is_wished: bool) -> None:
        """Show somebody, where the user wants to see that; nobody hides the line."""
        is_shown = is_wished and bool(latest.key)
        self.setVisible(is_shown)
        if is_shown:
            self.present(words.CAME_IN.fill(name=clean_isolated(latest.name, NAME_LIMIT)))
