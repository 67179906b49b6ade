"""One line of ours in which strangers are named."""

from __future__ import annotations

from app.ui.labels import NameLabel
from app.ui.text import isolate, write_tooltip
from app.words import show


class SentenceLabel(NameLabel):
    """Elided, in full in the tooltip; each name turns by itself, the sentence as its language does."""

    def present(self, words: str) -> None:
        """Show a sentence whose names are clean and isolated; it may be empty."""
        line = show(words)
        if line != self.text():
            self.setText(line)
            self.setToolTip(write_tooltip(line) if line else "")

    def _turn(self, words: str) -> str:
        return isolate(words)
