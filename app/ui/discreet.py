"""Turns streamer mode on and off: all panes are written anew at once, and the choice is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.look import changes
from app.ui.wishes import HideNumbers, Prefer
from app.words.discretion import be_discreet, is_discreet

if TYPE_CHECKING:
    from app.settings import Choices
    from app.ui.feed import Feed
    from app.ui.grants import Grants


class StreamerMode:
    """Hides what others must not read.

    Args:
        feed: gives all panes what they show.
        grants: where the wish comes in.
    """

    def __init__(self, feed: Feed, grants: Grants) -> None:
        self._feed, self._grants = feed, grants
        grants.add(HideNumbers, lambda _: self._toggle(), lambda _: is_discreet())

    def take(self, choices: Choices) -> None:
        """Take what the user chose."""
        self._apply(is_on=choices.streamer_mode)

    def _apply(self, *, is_on: bool) -> None:
        if be_discreet(is_on=is_on):
            changes.changed.emit()  # what is painted or kept drawn holds figures, too
            self._feed.begin_anew()

    def _toggle(self) -> None:
        self._apply(is_on=not is_discreet())
        self._grants.grant(Prefer({"streamer_mode": is_discreet()}))
