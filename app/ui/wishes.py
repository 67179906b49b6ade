"""What a pane may wish for beside the commands of the session; the window grants it."""

from __future__ import annotations

from app.frozen import value


@value
class ChooseWay:
    """Look at the ways in."""


@value
class WatchDemo:
    """Watch the built-in room."""
